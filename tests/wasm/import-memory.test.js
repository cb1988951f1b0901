/** Files that were opened leave nothing behind, whatever became of them. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { create, load, loadElmo } from '../../web/src/api/index.js';
import { call } from '../../web/src/worker/host.js';
import { failure, toyText } from './support.js';

async function census() {
  const families = /** @type {const} */ (['words', 'transfer', 'files']).map(async (family) => {
    const reply = await call('census', { where: { build: 'exact' }, family });
    if ('error' in reply) throw new Error(reply.error.message);
    return reply.value;
  });
  return Promise.all(families);
}

const blob = (/** @type {string} */ text) => new Blob([text]);

it('vectors, and training that begins with them', async () => {
  const corpus = toyText(20);
  const cycle = async () => {
    const start = await load(blob('king 1 2 3\nqueen 4 5 6\n'));
    const begun = await create({ corpus, start });
    await begun.step(50);
    await begun.reset({ seed: 3 });
    await begun.step(50);
    await failure('BadParameter', () => create({ corpus, start, vectorSize: 4 }));
    await failure('BadFormat', () => load(blob('no such file')));
    const pair = { vectors: blob('1\t2\n3\t4\n'), metadata: blob('one\ntwo\n') };
    await (await load(pair)).close();
    await failure('BadFormat', () => load({ ...pair, metadata: blob('one\n') }));
    await failure('BadFormat', () => load(blob('one 1\none 2\n'), { strict: true }));
    const stop = new AbortController();
    const late = load(blob('king 1 2 3\nqueen 4 5 6\n'), { signal: stop.signal });
    setTimeout(() => stop.abort());
    await late.then(
      (model) => model.close(), // it came before the cancel
      () => {},
    );
    await begun.close();
    await start.close();
  };
  for (let i = 0; i < 5; i++) await cycle();
  const before = await census();
  for (let i = 0; i < 30; i++) await cycle();
  expect(await census()).toEqual(before);
});

it('published weights', async () => {
  const fixture = async (/** @type {string} */ name) =>
    new Blob([Uint8Array.from(await readFile(new URL(`elmo/${name}`, import.meta.url)))]);
  const files = { options: await fixture('options.json'), weights: await fixture('weights.hdf5') };
  const sentences = ['a bank of sand', 'money in the bank'];
  const cycle = async () => {
    const model = await loadElmo(files);
    await model.watch({ word: 'bank', sentences, senses: [0, 1] });
    await model.readAhead(sentences);
    await model.senseMap({ layer: 1, sentences });
    await failure('BadParameter', () => model.senseMap({ sentences: ['nothing'] }));
    await failure('BadParameter', () => model.contextVectors(''));
    await failure('BadFormat', () => loadElmo({ ...files, options: '{}' }));
    await failure('BadFormat', () => loadElmo({ ...files, weights: files.weights.slice(0, 5000) }));
    await model.close();
  };
  for (let i = 0; i < 5; i++) await cycle();
  const before = await census();
  for (let i = 0; i < 20; i++) await cycle();
  expect(await census()).toEqual(before);
});
