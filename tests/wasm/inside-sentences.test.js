/**
 * One sentence followed through a classifier of sentences: computed anew in double precision from the
 * weights of its file, and its gradients measured.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { train } from '../../web/src/api/index.js';
import { addMessages } from '../../web/src/i18n/index.js';
import { en as elmoEn } from '../../web/src/i18n/inside-elmo-en.js';
import { zh as elmoZh } from '../../web/src/i18n/inside-elmo-zh.js';
import { en } from '../../web/src/i18n/sentence-inside-en.js';
import { zh } from '../../web/src/i18n/sentence-inside-zh.js';
import { SentenceNet } from '../../web/src/transfer/inside/sentence-net.js';
import { failure, small, toyText } from './support.js';

addMessages({ en: elmoEn, zh: elmoZh });
addMessages({ en, zh });

/** @typedef {import('../../web/src/api/types.js').SentenceTrace} SentenceTrace */
/** @typedef {{rows: number, cols: number, values: Float64Array}} Matrix */

const SENTENCE = 'the king rules the land';
const examples = {
  labels: ['king', 'man', 'king', 'man'],
  sentences: [SENTENCE, 'the man walks the dog', 'the king', 'the man walks'],
};
/** @type {{close(): Promise<void>}[]} */
const open = [];
afterAll(async () => {
  for (const one of open) await one.close();
});

/** A file of safetensors. @param {Uint8Array} bytes @returns {Map<string, Matrix>} by the names of parameters */
function tensorsOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  const found = new Map();
  for (const [name, { dtype, shape, data_offsets: ends }] of Object.entries(header)) {
    if (dtype !== 'F32') continue;
    const count = (ends[1] - ends[0]) / 4;
    const values = Float64Array.from({ length: count }, (_, i) =>
      view.getFloat32(8 + length + ends[0] + 4 * i, true),
    );
    const cols = shape.at(-1) ?? 1;
    found.set(name.replace(/^parameters\./, ''), { rows: count / cols, cols, values });
  }
  return found;
}

const row = (/** @type {Matrix} */ { cols, values }, /** @type {number} */ i) =>
  Array.from(values.subarray(i * cols, (i + 1) * cols));
const sigmoid = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x));
/** x W, with W [in, out]. @param {number[]} x @param {Matrix} w */
const times = (x, w) =>
  Array.from({ length: w.cols }, (_, j) =>
    x.reduce((sum, value, i) => sum + value * w.values[i * w.cols + j], 0),
  );
const mean = (/** @type {number[][]} */ rows) =>
  rows[0].map((_, i) => rows.reduce((sum, one) => sum + one[i], 0) / rows.length);

/** TensorFlow's LSTMCell with gates i, j, f, o and a projection; the values stay below the clips. @param {Map<string, Matrix>} tensors @param {string} name @param {number[][]} x */
function lstm(tensors, name, x) {
  const part = (/** @type {string} */ what) =>
    /** @type {Matrix} */ (tensors.get(`${name}.${what}`));
  const projection = part('projection');
  const cells = projection.rows;
  let [c, h] = [new Array(cells).fill(0), new Array(projection.cols).fill(0)];
  return x.map((one) => {
    const z = times([...one, ...h], part('kernel')).map((v, i) => v + part('bias').values[i]);
    c = c.map((old, i) => {
      const [write, candidate, keep] = [z[i], z[cells + i], z[2 * cells + i]];
      return sigmoid(keep + 1) * old + sigmoid(write) * Math.tanh(candidate);
    });
    h = times(
      c.map((value, i) => sigmoid(z[3 * cells + i]) * Math.tanh(value)),
      projection,
    );
    return h;
  });
}

/** What the head reads, by the equations of the models. @param {Map<string, Matrix>} tensors @param {number[]} ids */
function readBy(tensors, ids) {
  const table = /** @type {Matrix} */ (
    tensors.get('input.weight') ?? tensors.get('embedding.weight')
  );
  if (!tensors.has('mix.weight')) return { means: [mean(ids.map((id) => row(table, id)))], s: [1] };
  const V = table.rows - 2;
  const halves = ['forward', 'backward'].map((side) => {
    const read = side === 'forward' ? [V, ...ids] : [V + 1, ...ids.toReversed()];
    const layers = [read.map((id) => row(table, id))];
    for (const k of [1, 2]) {
      const out = lstm(tensors, `${side}.lstm${k}`, layers[k - 1]);
      layers.push(k === 1 ? out : out.map((h, t) => h.map((v, i) => v + layers[1][t][i])));
    }
    return layers.map((steps) => mean(steps.slice(1)));
  });
  const scores = Array.from(/** @type {Matrix} */ (tensors.get('mix.weight')).values, Math.exp);
  const gamma = /** @type {Matrix} */ (tensors.get('mix.gamma')).values[0];
  const total = scores.reduce((a, b) => a + b, 0);
  return {
    means: halves[0].map((half, k) => [...half, ...halves[1][k]]),
    s: scores.map((score) => (gamma * score) / total),
  };
}

/** @param {Map<string, Matrix>} tensors @param {number[]} ids @param {number} target */
function computed(tensors, ids, target) {
  const { means, s } = readBy(tensors, ids);
  const mixed = means[0].map((_, i) => means.reduce((sum, m, j) => sum + s[j] * m[i], 0));
  const [weight, bias] = ['weight', 'bias'].map(
    (what) => /** @type {Matrix} */ (tensors.get(`head.${what}`)),
  );
  const logits = Array.from(bias.values, (b, c) =>
    row(weight, c).reduce((sum, w, i) => sum + w * mixed[i], b),
  );
  const sum = logits.reduce((all, score) => all + Math.exp(score), 0);
  return { means: means.flat(), mixed, logits, loss: Math.log(sum) - logits[target] };
}

/** @param {SentenceTrace['forward']} list @param {string} name */
const values = (list, name) => Array.from(list.find((one) => one.name === name)?.values ?? []);

/** @param {number[]} found @param {number[]} expected @param {string} what */
function close(found, expected, what) {
  expect(found.length, what).toBe(expected.length);
  found.forEach((x, i) => {
    expect(Math.abs(x - expected[i]), `${what} ${i}`).toBeLessThan(1e-5);
  });
}

/** What the view shows adds up to what the core has, and its measured slopes are the gradients. @param {SentenceNet} net @param {number} loss */
function shownAddsUp(net, loss) {
  expect(net.loss()).toBeCloseTo(loss, 5);
  net.labels.forEach((label, c) => {
    const sum = net.adds(c).reduce((all, x) => all + x, net.bias[c]);
    expect(sum, label).toBeCloseTo(net.scores[c], 5);
  });
  for (const block of ['rows', 'read', 'weights', 'scores']) {
    for (const col of [0, 1]) {
      const place = { block, row: 0, col };
      const { parts, bias, value } = net.open(place);
      const sum = parts.reduce((all, part) => all + part.value, bias?.value ?? 0);
      if (parts.length) expect(sum, block).toBeCloseTo(value, 5);
      const { measured, gradient } = net.prove(net.entry(place), 1e-5);
      expect(Math.abs(measured - gradient), block).toBeLessThan(1e-6);
      expect(gradient, block).not.toBe(0);
    }
  }
  for (const { name, frozen, gradient, change } of net.steps()) {
    expect(gradient, name).toBeGreaterThan(0);
    expect(change > 0, name).toBe(!frozen);
  }
}

describe.each(['skip-gram', 'nnlm', 'elmo'])('on %s', (kind) => {
  const options =
    kind === 'elmo'
      ? { ...small.elmo, epochs: 1 }
      : { model: /** @type {any} any: a name */ (kind), vectorSize: 8, epochs: 1 };

  it('is what the weights of its file give, forward and backward', async () => {
    const a = await train({ corpus: toyText(20), ...options });
    const b = await a.transfer({ examples, minSteps: 40, epochs: 1, frozen: 'all' });
    open.push(a, b);
    const trace = await b.inside(SENTENCE, 'man');
    const words = (await a.vocabulary()).map(({ word }) => word);
    expect(trace.words).toEqual(SENTENCE.split(' '));
    const ids = trace.words.map((word) => words.indexOf(word));
    const target = b.labels.indexOf('man');
    const tensors = tensorsOf(await b.checkpoint());
    const own = computed(tensors, ids, target);
    close(values(trace.forward, kind === 'elmo' ? 'means' : 'mean'), own.means, 'means');
    close(values(trace.forward, kind === 'elmo' ? 'mix' : 'mean'), own.mixed, 'mixed');
    close(values(trace.forward, 'logits'), own.logits, 'logits');
    expect(trace.loss).toBeCloseTo(own.loss, 5);
    const [{ probabilities }] = await b.classify(SENTENCE);
    for (const { label, probability } of probabilities) {
      expect(values(trace.forward, 'probabilities')[b.labels.indexOf(label)]).toBe(probability);
    }
    // The slope of each parameter, measured at its largest gradient.
    for (const { name, of, cols, values: slopes } of trace.backward) {
      const tensor = tensors.get(name);
      if (!tensor) continue;
      const most = slopes.reduce((k, x, i) => (Math.abs(x) > Math.abs(slopes[k]) ? i : k), 0);
      const at = of ? of[Math.floor(most / cols)] * cols + (most % cols) : most;
      const lossAt = (/** @type {number} */ by) => {
        tensor.values[at] += by;
        const { loss } = computed(tensors, ids, target);
        tensor.values[at] -= by;
        return loss;
      };
      const measured = (lossAt(1e-5) - lossAt(-1e-5)) / 2e-5;
      expect(Math.abs(measured - slopes[most]), name).toBeLessThan(1e-5);
      expect(slopes[most], name).not.toBe(0);
    }
    // Only the head moves: the layers below are frozen, and have gradients all the same.
    for (const { name, before, after } of trace.changes) {
      expect(
        before.every((x, i) => x === after[i]),
        name,
      ).toBe(!/^(head|mix)/.test(name));
    }
    expect(trace.lossAfter).toBeLessThan(trace.loss);
    shownAddsUp(new SentenceNet(trace, b.labels, 'man', b.layers), own.loss);
    const none = await b.inside(['king', 'zzz'], 'king', { alpha: 0 });
    expect(none.words).toEqual(['king']);
    expect(none.lossAfter).toBe(none.loss);
    await failure('UnknownWord', () => b.inside('zzz yyy', 'king'));
    await failure('BadParameter', () => b.inside(SENTENCE, 'queen'));
  });
});
