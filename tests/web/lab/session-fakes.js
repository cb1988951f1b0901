// @ts-nocheck: fakes
/** A session of the Lab with models that are made up. */
import { vi } from 'vitest';
import { QUESTIONS } from '../../../web/src/lab/ask/list.js';
import { Session } from '../../../web/src/lab/session.js';
import { Store } from '../../../web/src/lab/store.js';
import { fakeModel, presets } from './fake.js';

export const settled = () => new Promise((resolve) => setTimeout(resolve, 180));

/** The models that are made, the API that makes them, and what starts a session with it. */
export function sessionFakes() {
  const made = [];
  const api = {
    create: vi.fn(async (options) => {
      made.push(fakeModel(options));
      return made.at(-1);
    }),
    load: vi.fn(async () => fakeModel({}, false)),
    tokenize: vi.fn(async () => ({ tokens: 4, vocabulary: 2, sentences: 1, preview: [] })),
  };
  let written = '';
  const start = async (fragment = '') => {
    written = fragment;
    const place = { read: () => written, write: (text) => (written = text) };
    const store = new Store({ presets, place });
    const session = new Session({ api, presets, store, questions: QUESTIONS });
    await session.start();
    return { session, store };
  };
  return { made, api, start };
}
