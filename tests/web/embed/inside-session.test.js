// @ts-nocheck: fakes
import { afterEach, expect, it, vi } from 'vitest';
import { InsideSession } from '../../../web/src/embed/inside-session.js';
import { Store } from '../../../web/src/lab/store.js';
import { fakeModel, presets } from '../lab/fake.js';

afterEach(() => vi.unstubAllGlobals());

function make(link, weights = '') {
  let text = link;
  const place = { read: () => text, write: (to) => (text = to) };
  const api = {
    create: vi.fn(async (options) => fakeModel(options)),
    load: vi.fn(async () => fakeModel({ model: 'nnlm' }, false)),
  };
  const store = new Store({ presets, place, language: 'en' });
  return { api, session: new InsideSession({ api, presets, store, weights }) };
}

const found = (ok) => ({ ok, status: ok ? 200 : 404, blob: async () => new Blob(['x']) });

it('shows one-hot with the Q of an NNLM, which is not trained unless the link says so', async () => {
  const { api, session } = make('#v=1&model=one-hot&inside=2');
  await session.start();
  expect(api.create).toHaveBeenCalledTimes(1);
  expect(api.create.mock.calls[0][0].model).toBe('nnlm');
  expect(session.kind).toBe('one-hot');
  await session.train();
  expect(session.current.report.step).toBe(0);
  session.store.set({ start: 'training' });
  await session.train();
  expect(session.current.report.step).toBe(100);
});

it('shows a checkpoint instead of training, and goes back', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => found(true)),
  );
  const { api, session } = make('#v=1&model=cbow', '/w.safetensors');
  await session.start();
  expect(api.create).not.toHaveBeenCalled();
  expect(session.kind).toBe('nnlm');
  expect(session.settled).toBe(true);
  session.store.set({ model: 'one-hot' });
  expect([session.kind, session.current.kind]).toEqual(['one-hot', 'loaded']);
  session.store.set({ model: 'cbow' });
  await session.bring('');
  expect(session.kind).toBe('cbow');
  expect(api.create).toHaveBeenCalled();
});

it('says why a checkpoint is not shown, until another one is', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async (address) => found(address === '/good')),
  );
  const { session } = make('', '/bad');
  await session.start();
  expect(session.missing).toEqual({ address: '/bad', reason: 'HTTP status 404' });
  await session.bring('/good');
  expect(session.missing).toBe(null);
  expect(session.current.kind).toBe('loaded');
});
