/** One picture followed through a classifier of images: the numbers are the model's own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trainImages } from '../../web/src/api/index.js';
import { network, pictures } from './digits.js';
import { failure } from './support.js';

/** @typedef {import('../../web/src/api/classifier.js').Classifier} Classifier */
/** @typedef {import('../../web/src/api/types.js').ImageTrace} ImageTrace */

const ofA = ['across', 'down'];
const ofB = ['rising', 'falling'];
const picture = pictures(1, ofB).pixels.subarray(0, 144); // rising

/** @param {ImageTrace['forward']} list @param {string} name */
const values = (list, name) => Array.from(list.find((one) => one.name === name)?.values ?? []);
/** @param {ImageTrace} trace @param {string} name */
const change = ({ changes }, name) => {
  const found = changes.find((one) => one.name === name);
  if (!found) throw new Error(`no parameter ${name}`);
  return found;
};

describe('a picture inside a classifier', () => {
  /** @type {Classifier} */
  let a;
  /** @type {Record<'frozen' | 'fine-tuned' | 'scratch', Classifier>} */
  let b;
  beforeAll(async () => {
    a = await trainImages({ examples: pictures(60, ofA), ...network });
    const how = { examples: pictures(5, ofB), minSteps: 20, epochs: 1 };
    b = {
      frozen: await a.createTransfer({ ...how, frozen: 'general' }),
      'fine-tuned': await a.createTransfer(how),
      scratch: await a.createTransfer({ ...how, from: 'random' }),
    };
  });
  afterAll(() => Promise.all([a, ...Object.values(b)].map((model) => model.close())));

  it('has the maps and the probabilities of the model', async () => {
    const trace = await b.frozen.inside(picture, 'rising');
    for (const { layer, values: expected } of await b.frozen.activations(picture)) {
      const name = layer === 'head' ? 'logits' : layer;
      expect(values(trace.forward, name)).toEqual(Array.from(expected));
    }
    const [{ probabilities }] = await b.frozen.classify(picture);
    const found = values(trace.forward, 'probabilities');
    for (const { label, probability } of probabilities) {
      expect(found[b.frozen.labels.indexOf(label)]).toBe(probability);
    }
    const p = found[b.frozen.labels.indexOf('rising')];
    expect(trace.loss).toBeCloseTo(-Math.log(p), 5);
    expect(trace.sizes).toContainEqual({ name: 'conv1', height: 5, width: 5, channels: 4 });
    expect(trace.sizes).toContainEqual({
      name: 'conv1.before',
      height: 10,
      width: 10,
      channels: 4,
    });
  });

  it('has one gradient under frozen and fine-tuned; only what is frozen stays', async () => {
    const hash = await b.frozen.weightsHash();
    const frozen = await b.frozen.inside(picture, 'rising');
    const tuned = await b['fine-tuned'].inside(picture, 'rising');
    expect(await b.frozen.weightsHash()).toBe(hash);
    for (const [n, gradient] of frozen.backward.entries()) {
      expect(gradient).toEqual(tuned.backward[n]);
      expect(gradient.values.some((value) => value !== 0)).toBe(true);
    }
    const { alpha } = b.frozen.options;
    const rate = Object.fromEntries(b['fine-tuned'].layers.map((l) => [l.name, l.learningRate]));
    for (const { name, before, after } of frozen.changes) {
      const stays = name.startsWith('conv');
      expect(before.every((value, i) => value === after[i])).toBe(stays);
      const gradient = values(tuned.backward, name);
      const moved = change(tuned, name);
      const at = gradient.findIndex((value) => Math.abs(value) > 1e-3);
      const step = alpha * rate[name.split('.')[0]] * gradient[at];
      expect(moved.before[at] - moved.after[at]).toBeCloseTo(step, 6);
    }
    expect(frozen.lossAfter).toBeLessThan(frozen.loss);
    expect(tuned.lossAfter).toBeLessThan(frozen.lossAfter);
  });

  it('begins from scratch with other weights, and takes the step that is asked for', async () => {
    const scratch = await b.scratch.inside(picture, 'rising');
    const frozen = await b.frozen.inside(picture, 'rising');
    expect(change(scratch, 'conv1.weight').before).not.toEqual(
      change(frozen, 'conv1.weight').before,
    );
    const none = await b.scratch.inside(picture, 'rising', { alpha: 0 });
    expect(none.lossAfter).toBe(none.loss);
    const sum = values(none.forward, 'probabilities').reduce((total, p) => total + p, 0);
    expect(sum).toBeCloseTo(1, 6);
  });

  it('says what it cannot follow', async () => {
    const refused = (/** @type {() => unknown} */ body) => failure('BadParameter', body);
    const unknown = await refused(() => b.frozen.inside(picture, 'across'));
    expect(unknown).toMatchObject({ parameter: 'label', permitted: 'rising, falling' });
    const two = await refused(() => b.frozen.inside(pictures(1, ofB).pixels, 'rising'));
    expect(two.message).toContain('one picture');
    const blank = await refused(() => b.frozen.inside(new Uint8Array(144), 'rising'));
    expect(blank.message).toContain('blank');
    const alpha = await refused(() => b.frozen.inside(picture, 'rising', { alpha: -1 }));
    expect(alpha.parameter).toBe('alpha');
  });
});
