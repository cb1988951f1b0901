// @ts-nocheck: fakes
/** A page with a session on the real engine, without a browser. */
import * as api from '../../../../web/src/api/index.js';
import { Alive } from '../../../../web/src/keep/alive.js';
import { Database } from '../../../../web/src/keep/database.js';
import { Shelf } from '../../../../web/src/keep/shelf.js';
import { QUESTIONS } from '../../../../web/src/lab/ask/list.js';
import { LabTrainings } from '../../../../web/src/lab/keep/keep.js';
import { Session } from '../../../../web/src/lab/session.js';
import { Store } from '../../../../web/src/lab/store.js';

const lines = [
  'the king rules the land and the queen rules the land',
  'the man walks the dog and the woman walks the dog',
  'the king is a man and the queen is a woman',
];

export const presets = [
  { id: 'relations-en', tokenizer: 'words', sentences: 'lines', load: async () => toyText(120) },
  { id: 'relations-zh', tokenizer: 'words', sentences: 'lines', load: async () => toyText(50) },
];

export const toyText = (repeats) => Array(repeats).fill(lines.join('\n')).join('\n');

/** The browser's locks: shared by all tabs, let go when a tab dies. */
export class FakeLocks {
  held = new Map();

  tab(name) {
    return {
      request: async (lock, { ifAvailable }, body) => {
        if (!ifAvailable) throw new Error('would wait');
        if (this.held.has(lock)) return body(null);
        this.held.set(lock, name);
        await body({ name: lock });
        this.held.delete(lock);
      },
      query: async () => ({ held: [...this.held.keys()].map((lock) => ({ name: lock })) }),
    };
  }

  kill(name) {
    for (const [lock, tab] of this.held) if (tab === name) this.held.delete(lock);
  }
}

/** The engine with other example corpora than the page's. */
function engineWith(given) {
  const swap = async (options) => {
    const { corpus } = options;
    const preset = given.find(({ id }) => id === corpus?.preset);
    return preset ? { ...options, corpus: await preset.load() } : options;
  };
  return {
    ...api,
    create: async (options) => api.create(await swap(options)),
    load: async (bytes, options) => api.load(bytes, await swap(options)),
  };
}

/** Kept soon and often: a test does not wait. */
const QUICK = { first: 30, pause: 60 };

/** Numbers that tabs are called by. */
let tabs = 0;

/**
 * A tab of its own; `kill()` is how it dies: nothing is closed, nothing is said.
 * @param {{database: string, locks: FakeLocks, fragment?: string, given?: object}} where
 */
export async function openTab({
  database,
  locks,
  fragment = '',
  given = presets,
  pace = QUICK,
  engine = {},
}) {
  const name = `tab ${tabs++}`;
  let address = fragment;
  const place = { read: () => address, write: (text) => (address = text) };
  const store = new Store({ presets: given, place });
  const api = { ...engineWith(given), ...engine };
  const session = new Session({ api, presets: given, store, questions: QUESTIONS });
  const shelf = new Shelf(new Database(database));
  const trainings = new LabTrainings(session, { shelf, alive: new Alive(locks.tab(name)), pace });
  session.keeping = trainings;
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  trainings.follow(page);
  const started = session.start();
  if (!engine.load) await started; // an engine of the test's own may never load anything
  let dead = false;
  return {
    session,
    store,
    shelf,
    trainings,
    page,
    address: () => address,
    /** The page dies: its models with it, without a word to the database. */
    async kill() {
      if (dead) return;
      dead = true;
      trainings.recorder.look = () => {};
      locks.kill(name);
      await Promise.all([...session.slots.values()].map(({ model }) => model?.close()));
      await shelf.database.close();
    },
  };
}

/** Until `is()` holds. @param {() => any} is */
export async function until(is, limit = 20_000) {
  const start = performance.now();
  for (;;) {
    const value = await is();
    if (value) return value;
    if (performance.now() - start > limit) throw new Error(`not within ${limit} ms: ${is}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
