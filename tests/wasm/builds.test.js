/** Which build runs, with how many threads, and what a run of several threads is worth. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { generateRelations } from '../../web/corpora/relations.js';
import { create, load, train } from '../../web/src/api/index.js';
import { chooseBuild, cores } from '../../web/src/worker/builds.js';
import { failure, small, toyText } from './support.js';

const corpus = toyText();
const several = cores() > 1;

describe('the choice', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is the exact build unless another is asked for', async () => {
    const model = await create({ corpus });
    expect(model.info).toMatchObject({ build: 'exact', threads: 1, buildReason: '' });
    await model.close();
  });

  it.runIf(several)('of parallel or auto is threads, as many as there are cores', async () => {
    for (const build of /** @type {const} */ (['parallel', 'auto'])) {
      const all = await chooseBuild('words', { build, threads: 64 });
      expect(all).toEqual({
        build: 'parallel',
        threads: cores(),
        buildReason: '',
        buildLacks: '',
      });
      expect((await chooseBuild('words', { build, threads: 1 })).threads).toBe(1);
    }
  });

  it('falls back where the page is not isolated', async () => {
    vi.stubGlobal('crossOriginIsolated', false);
    for (const build of /** @type {const} */ (['parallel', 'auto'])) {
      expect(await chooseBuild('words', { build })).toEqual({
        build: 'fast',
        threads: 1,
        buildReason: 'The page is not cross-origin isolated, so it has no threads.',
        buildLacks: 'isolation',
      });
    }
  });

  it('falls back on one core, and for classifiers', async () => {
    expect((await chooseBuild('transfer', { build: 'parallel' })).buildLacks).toBe('classifier');
    vi.stubGlobal('process', undefined);
    vi.stubGlobal('navigator', { hardwareConcurrency: 1 });
    const { build, buildLacks } = await chooseBuild('words', { build: 'parallel' });
    expect([build, buildLacks]).toEqual(['fast', 'cores']);
  });

  it('without relaxed SIMD is the exact build', async () => {
    vi.spyOn(WebAssembly, 'validate').mockImplementation(
      (bytes) => !new Uint8Array(/** @type {any} */ (bytes)).join().includes('253,128,2'),
    );
    for (const build of /** @type {const} */ (['fast', 'parallel', 'auto'])) {
      const choice = await chooseBuild('words', { build });
      expect(choice).toMatchObject({ build: 'exact', threads: 1, buildLacks: 'relaxed-simd' });
    }
    vi.restoreAllMocks();
  });

  it('refuses what is no build, or no number of threads', async () => {
    await failure('BadParameter', () => create({ corpus, build: /** @type {any} */ ('quick') }));
    for (const threads of [0, 1.5, 65, '2']) {
      const options = { corpus, build: 'parallel', threads: /** @type {any} */ (threads) };
      await failure('BadParameter', () => create(/** @type {any} */ (options)));
    }
  });
});

describe.runIf(several)('two threads', () => {
  const two = /** @type {const} */ ({ build: 'parallel', threads: 2 });

  it.each(['nnlm', 'elmo'])('train %s to the same bits twice', async (name) => {
    const worthDividing = { vectorSize: 32, hidden: 64, cellSize: 32, batch: 1000 };
    const options = { ...small[/** @type {'nnlm'} */ (name)], ...worthDividing, corpus, epochs: 2 };
    const runs = [];
    for (const where of [two, two, { build: /** @type {const} */ ('fast') }]) {
      const model = await train({ ...options, ...where });
      runs.push({ hash: await model.weightsHash(), vectors: await model.vectors() });
      await model.close();
    }
    const [first, again, alone] = runs;
    expect(again.hash).toBe(first.hash);
    expect(alone.hash).not.toBe(first.hash); // sums in another order
    const off = Math.max(...first.vectors.map((x, i) => Math.abs(x - alone.vectors[i])));
    expect(off).toBeLessThan(1e-3);
  });

  it.each(['skip-gram', 'cbow'])('learn relations with %s', async (model) => {
    const relations = generateRelations({ language: 'en', seed: 1, sentences: 1500 });
    const trained = await train({
      ...two,
      corpus: relations.text,
      model: /** @type {any} */ (model),
      epochs: 15,
    });
    expect(trained.info).toMatchObject({ build: 'parallel', threads: 2 });
    const { finished, loss } = await trained.report();
    expect([finished, loss > 0]).toEqual([true, true]);
    const near = await trained.mostSimilar({
      positive: ['king', 'woman'],
      negative: ['man'],
      topn: 3,
    });
    expect(near.map(({ word }) => word)).toContain('queen');
    await trained.close();
  });

  it('pause, step, go on, and go on from a checkpoint', async () => {
    const model = await create({ corpus, epochs: 20, ...two });
    expect((await model.step(3)).step).toBe(3);
    const { step, tokens } = await model.step(2000);
    expect(step).toBe(2003);
    const bytes = await model.export('checkpoint');
    const again = await load(/** @type {any} */ (bytes), { corpus, ...two });
    const resumed = await again.report();
    expect(resumed.step).toBe(step);
    expect(resumed.tokens).toBeLessThanOrEqual(tokens);
    expect((await again.resume()).finished).toBe(true);
    await Promise.all([model.close(), again.close()]);
  });
});
