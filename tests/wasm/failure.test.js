/** When the engine itself fails: memory runs out, wasm traps, files are missing. */
import { describe, expect, it } from 'vitest';
import { create, train } from '../../web/src/api/index.js';
import { fill, trainTable } from '../../web/src/api/options.js';
import { getEngine } from '../../web/src/worker/loader.js';
import { failure, longRun, toyText } from './support.js';

describe('memory', () => {
  it('running out is an error with a code, and the module goes on', async () => {
    const { module } = await getEngine('words', { build: 'exact' });
    const options = { ...fill({}, trainTable), alpha: 0.05, tokens: false, replaced: 0 };
    const tooBig = /** @type {any} */ ({ length: 4.2e9 });
    let error = /** @type {any} */ (undefined);
    try {
      module.createModel(tooBig, options);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ name: 'Error', code: 'OutOfMemory' });
    expect(module.liveModels()).toBe(0);
    const model = await train({ corpus: toyText(), epochs: 1 });
    await model.close();
  });

  it('of one-hot vectors beyond any memory is refused when asked for', async () => {
    const corpus = Array.from({ length: 60_000 }, (_, i) => `w${i}`).join(' ');
    const model = await create({ corpus, model: 'one-hot' });
    expect(model.oneHotMemory().dense).toBe(4 * 60_000 ** 2);
    await failure('TooLarge', () => model.vectors());
    await model.close();
  });
});

describe('a trap', () => {
  it('ends the run, keeps what was trained, and leaves no mark on later models', async () => {
    const { module } = await getEngine('words', { build: 'exact' });
    const original = module.createModel;
    module.createModel = (/** @type {any} */ bytes, /** @type {any} */ options) => {
      const native = original(bytes, options);
      native.runFor = () => {
        throw new WebAssembly.RuntimeError('unreachable');
      };
      return native;
    };
    const model = await create(longRun);
    await model.step(100);
    const hash = await model.weightsHash();
    const error = await failure('EngineFailure', () => model.resume());
    expect(error.message).toContain('unreachable');
    expect(await model.report()).toMatchObject({ running: false, step: 100 });
    expect(await model.weightsHash()).toBe(hash);
    expect((await model.export('word2vec')).length).toBeGreaterThan(100);
    expect((await getEngine('words', { build: 'exact' })).module).not.toBe(module); // new models start afresh
    const next = await train({ corpus: toyText(), epochs: 1 });
    expect((await next.report()).finished).toBe(true);
    await next.close();
    await model.close();
    expect(module.liveModels()).toBe(0);
  });
});

it('wasm files that are missing are named, and the next try may succeed', async () => {
  const assetBase = 'file:///no/such/folder';
  const error = await failure('EngineFailure', () => create({ corpus: 'a b', assetBase }));
  expect(error.parameter).toBe('wasm');
  await failure('BadParameter', () => create({ corpus: 'a b', assetBase: /** @type {any} */ (5) }));
  const model = await create({ corpus: 'a b' });
  await model.close();
});
