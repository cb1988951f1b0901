/** Classifiers of images: what the API promises of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImages, load, trainImages } from '../../web/src/api/index.js';
import { allLabels, network, pictures, size } from './digits.js';
import { failure } from './support.js';

const few = { minSteps: 60, epochs: 1, batch: 8, alpha: 0.01 };
const ofA = ['across', 'down'];
const ofB = ['rising', 'falling'];

describe('a classifier of images', () => {
  /** @type {import('../../web/src/api/classifier.js').Classifier} */
  let a;
  beforeAll(async () => {
    a = await trainImages({ examples: pictures(60, ofA), ...network });
  });
  afterAll(() => a.close());

  it('tells what it is', async () => {
    expect(a.labels).toEqual(ofA);
    expect(a.layers.map(({ name }) => name)).toEqual(['conv1', 'conv2', 'hidden', 'head']);
    expect(a.layers[0]).toEqual({
      name: 'conv1',
      parameters: 4 * 9 + 4,
      frozen: false,
      learningRate: 1,
    });
    const sum = a.layers.reduce((total, { parameters }) => total + parameters, 0);
    expect(await a.parameterCount()).toBe(sum);
    expect(a.info).toMatchObject({ kind: 'images', examples: 120, trainable: true, ...size });
    expect(a.options).toMatchObject({ epochs: 8, batch: 16, kernel: 3, hidden: 16, seed: 1 });
    const report = await a.report();
    expect(report).toMatchObject({
      finished: true,
      epoch: 8,
      epochs: 8,
      progress: 1,
      examples: 960,
    });
    expect(report).toMatchObject({ step: report.steps, diverged: false, running: false });
  });

  it('learns, and measures itself on examples it has not seen', async () => {
    const test = pictures(40, ofA, 2);
    /** @type {number[]} */
    const progress = [];
    const found = await a.evaluate(test, { onProgress: (share) => progress.push(share) });
    expect(found.accuracy).toBeGreaterThan(0.95);
    expect(found).toMatchObject({ total: 80, labels: ofA });
    expect(found.correct / found.total).toBe(found.accuracy);
    expect(found.confusion.flat().reduce((sum, n) => sum + n, 0)).toBe(80);
    expect(found.confusion[0][0] + found.confusion[1][1]).toBe(found.correct);
    const right = found.predictions.filter((place, n) => ofA[place] === test.labels[n]);
    expect(right).toHaveLength(found.correct);
  });

  it('classifies, the most probable label first', async () => {
    const { pixels, labels } = pictures(5, ofA, 3);
    const found = await a.classify(pixels);
    expect(found).toHaveLength(10);
    for (const { label, probabilities } of found) {
      expect(probabilities[0].label).toBe(label);
      expect(probabilities[0].probability).toBeGreaterThanOrEqual(probabilities[1].probability);
      const sum = probabilities.reduce((total, { probability }) => total + probability, 0);
      expect(sum).toBeCloseTo(1, 5);
    }
    expect(found.filter(({ label }, n) => label === labels[n]).length).toBeGreaterThan(8);
    expect(await a.classify({ pixels, ...size })).toEqual(found);
  });

  it('shows its filters and what its layers make of a picture', async () => {
    const filters = await a.filters();
    expect(filters).toMatchObject({ height: 3, width: 3, count: 4 });
    expect(filters.values).toHaveLength(36);
    const maps = await a.activations(pictures(1, ofA).pixels.subarray(0, 144));
    expect(maps.map(({ layer }) => layer)).toEqual(['conv1', 'conv2', 'hidden', 'head']);
    expect(maps[0]).toMatchObject({ height: 5, width: 5, channels: 4 });
    for (const { height, width, channels, values } of maps) {
      expect(values).toHaveLength(height * width * channels);
    }
  });

  it('lends its layers and stays as it was', async () => {
    const before = await a.weightsHash();
    /** @type {any[]} */
    const reports = [];
    const b = await a.transfer({
      examples: pictures(12, ofB),
      frozen: ['conv1'],
      learningRates: { conv2: 0.1 },
      onProgress: (report) => reports.push(report),
      ...few,
      minSteps: 150,
    });
    expect(b.labels).toEqual(ofB);
    expect(b.layers.map(({ frozen }) => frozen)).toEqual([true, false, false, false]);
    expect(b.layers.map(({ learningRate }) => learningRate)).toEqual([
      0,
      expect.closeTo(0.1),
      1,
      1,
    ]);
    expect(reports.at(-1)).toMatchObject({ finished: true, step: 150 });
    expect(await a.weightsHash()).toBe(before);
    expect([...(await b.filters()).values]).toEqual([...(await a.filters()).values]);
    expect((await b.evaluate(pictures(20, ofB, 5))).accuracy).toBeGreaterThan(0.8);
    await b.close();
  });

  it('by default learns the slower the lower; random layers all alike', async () => {
    const examples = pictures(2, ofB);
    const b = await a.createTransfer({ examples });
    const rates = b.layers.map(({ learningRate }) => learningRate);
    for (let i = 0; i < 3; i++) expect(rates[i + 1] / rates[i]).toBeCloseTo(2.6, 4);
    expect((await b.report()).step).toBe(0);
    const random = await a.createTransfer({ examples, from: 'random' });
    expect(random.layers.map(({ learningRate }) => learningRate)).toEqual([1, 1, 1, 1]);
    expect([...(await random.filters()).values]).not.toEqual([...(await a.filters()).values]);
    expect([...(await b.filters()).values]).toEqual([...(await a.filters()).values]);
    await b.close();
    await random.close();
  });

  it('frozen layers run once: training reports that it caches, then is faster', async () => {
    const b = await a.createTransfer({ examples: pictures(100, ofB), frozen: 'all', ...few });
    const c = await a.createTransfer({ examples: pictures(100, ofB), frozen: 'none', ...few });
    expect(b.layers.map(({ frozen }) => frozen)).toEqual([true, true, true, false]);
    expect((await b.report()).caching).toBe(true);
    const [fast, slow] = [await b.resume(), await c.resume()];
    expect(fast).toMatchObject({ caching: false, finished: true });
    expect(fast.examplesPerSecond).toBeGreaterThan(slow.examplesPerSecond);
    await b.close();
    await c.close();
  });

  it('pauses, steps, starts anew', async () => {
    const b = await a.createTransfer({ examples: pictures(4, ofB), ...few });
    expect((await b.step(7)).step).toBe(7);
    const early = await b.weightsHash();
    await b.resume();
    const whole = await b.weightsHash();
    expect((await b.reset()).step).toBe(0);
    await b.step(7);
    expect(await b.weightsHash()).toBe(early);
    void b.resume();
    await b.pause();
    await b.resume();
    expect(await b.weightsHash()).toBe(whole);
    await b.reset({ seed: 2 });
    await b.resume();
    expect(await b.weightsHash()).not.toBe(whole);
    expect(b.options.seed).toBe(2);
    await b.close();
  });

  it('measures what it would forget', async () => {
    const test = pictures(20, ofA, 6);
    const frozen = await a.transfer({ examples: pictures(4, ofB), frozen: 'all', ...few });
    const same = await a.forgetting(frozen, test);
    expect(same.before).toBe((await a.evaluate(test)).accuracy);
    expect(same.after).toBe(same.before);
    const tuned = await a.transfer({
      examples: pictures(30, ofB),
      learningRates: 1,
      ...few,
      minSteps: 300,
      alpha: 0.05,
    });
    const found = await a.forgetting(tuned, test);
    expect(found.before).toBe(same.before);
    expect(found.after).toBeLessThan(found.before);
    await frozen.close();
    await tuned.close();
  });

  it('goes into a file and comes back, to answer and to lend', async () => {
    const bytes = await a.checkpoint();
    const loaded = /** @type {any} */ (await load(bytes));
    expect(loaded.info.trainable).toBe(false);
    expect(loaded.labels).toEqual(a.labels);
    expect(await loaded.weightsHash()).toBe(await a.weightsHash());
    const test = pictures(10, ofA, 7);
    expect(await loaded.evaluate(test)).toEqual(await a.evaluate(test));
    const { pixels } = test;
    expect(await loaded.classify(pixels)).toEqual(await a.classify(pixels));
    const options = { examples: pictures(2, ofB), ...few };
    const [b, c] = [await a.transfer(options), await loaded.transfer(options)];
    expect(await c.weightsHash()).toBe(await b.weightsHash());
    expect(await loaded.checkpoint()).toEqual(bytes);
    await failure('BadParameter', () => loaded.resume());
    for (const model of [loaded, b, c]) await model.close();
    const named = await load(bytes, { format: 'classifier' });
    expect(named.labels).toEqual(ofA);
    await named.close();
  });

  it('may tell more classes apart afterwards', async () => {
    const b = await a.transfer({ examples: pictures(20), ...few, minSteps: 300 });
    expect(b.labels).toEqual(allLabels);
    expect((await b.evaluate(pictures(10, allLabels, 8))).accuracy).toBeGreaterThan(0.7);
    await b.close();
  });

  it('shows whole numbers as labels in rising order', async () => {
    const { pixels } = pictures(3, ofA);
    const labels = Uint8Array.from([10, 9, 2, 10, 9, 2]);
    const b = await createImages({ examples: { pixels, labels, ...size }, ...network });
    expect(b.labels).toEqual(['2', '9', '10']);
    await b.close();
  });
});
