import { expect, it } from 'vitest';
import { create, load } from '../../web/src/api/index.js';
import { small, toyText } from './support.js';

/**
 * What is shown of a run depends on the run alone: its loss and its map are the same at any speed,
 * after pauses, and after the model was opened from a file.
 */

const corpus = toyText();
/** @type {Record<string, import('../../web/src/api/types.js').CreateOptions>} */
const runs = {
  'skip-gram': { corpus, epochs: 4, vectorSize: 12, sample: 0.01 },
  cbow: { corpus, model: 'cbow', epochs: 4, vectorSize: 12, objective: 'softmax' },
  nnlm: { ...small.nnlm, corpus, epochs: 2 },
  elmo: { ...small.elmo, corpus, epochs: 2 },
};

/** @typedef {import('../../web/src/api/model.js').Model} Model */

/** @type {Record<string, (model: Model) => Promise<unknown>>} */
const ways = {
  'at full speed': (model) => model.resume(),
  'with a map in every report': (model) =>
    model.resume({ projection: { align: true }, onProgress: () => {} }),
  'slowly at first': async (model) => {
    void model.resume({ stepsPerSecond: 300, projection: { align: true }, onProgress: () => {} });
    await new Promise((resolve) => setTimeout(resolve, 60));
    await model.resume();
  },
  'in steps and after a pause': async (model) => {
    await model.step(7);
    void model.resume({ projection: { align: true }, onProgress: () => {} });
    await model.pause();
    await model.resume();
  },
  'after another run': async (model) => {
    await model.reset({ seed: 9 });
    await model.resume({ projection: { align: true }, onProgress: () => {} });
    await model.reset({ seed: 1 });
    await model.resume({ projection: { align: true }, onProgress: () => {} });
  },
};

/** What is shown of a finished model. @param {Model} model */
async function shown(model) {
  const { loss, epochLoss, finished } = await model.report();
  const { positions } = await model.projection({ align: false });
  return { loss, epochLoss, finished, hash: await model.weightsHash(), positions: [...positions] };
}

it.each(Object.keys(runs))('%s: equal weights, equal loss, equal map', async (name) => {
  /** @type {Awaited<ReturnType<typeof shown>> | undefined} */
  let first;
  for (const [way, train] of Object.entries(ways)) {
    const model = await create(runs[name]);
    await train(model);
    const found = await shown(model);
    expect(found.finished, way).toBe(true);
    expect(found.loss, way).toBe(found.epochLoss);
    expect(found.loss, way).toBeGreaterThan(0);
    first ??= found;
    expect(found, way).toEqual(first);
    if (way === 'at full speed') {
      const bytes = /** @type {Uint8Array} */ (await model.export('checkpoint'));
      const opened = await load(bytes, { corpus });
      expect(await shown(opened), 'from a file').toEqual(first);
      await opened.close();
    }
    await model.close();
  }
});

it('six runs end with one number, however often they report', async () => {
  const ends = new Set();
  for (const reportsPerSecond of [1, 5, 10, 20, 30, undefined]) {
    const model = await create({ ...runs['skip-gram'], epochs: 3 });
    /** @type {number[]} */
    const heard = [];
    const last = await model.resume({
      reportsPerSecond,
      onProgress: ({ finished, loss }) => finished && heard.push(loss),
    });
    expect(new Set(heard)).toEqual(new Set([last.loss])); // what a page shows at the end
    ends.add(last.loss);
    await model.close();
  }
  expect(ends.size).toBe(1);
});

it('the loss is the mean of the last epoch', async () => {
  const model = await create({ ...runs.cbow, epochs: 3 });
  const { steps } = await create({ ...runs.cbow, epochs: 1 }).then(async (one) => {
    const report = await one.resume();
    await one.close();
    return report;
  });
  const early = await model.step(2 * steps);
  const last = await model.resume();
  expect(last.finished).toBe(true);
  expect(last.loss).toBeLessThan(early.loss);
  expect(last.loss).toBe(last.epochLoss);
  await model.close();
});
