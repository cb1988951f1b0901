// @ts-nocheck: a stand-in
/** The API as the transfer page meets it, and small examples, for tests without the engine. */

import { readLabelledLines } from '../../../web/src/api/index.js';

export const error = (code, more = {}) => Object.assign(new Error(code), { code, ...more });

/** One blob of ink whose place tells the digit; no two are equal. */
function blob(label, i) {
  const pixels = new Uint8Array(784);
  for (let dy = 0; dy < 5; dy++) {
    for (let dx = 0; dx < 4; dx++)
      pixels[(4 + dy + (i % 3)) * 28 + 2 * label + 3 + dx] = 200 + (i % 50);
  }
  return pixels;
}

/** A file of digits as corpora/digits.js loads it: `each` of every digit in every part. */
export function fakeDigits(each = 60) {
  const parts = { pretrain: [0, 5], heldoutA: [0, 5], pool: [5, 10], test: [5, 10] };
  const labels = [];
  const images = [];
  const splits = {};
  for (const [name, [from, to]] of Object.entries(parts)) {
    splits[name] = [];
    for (let label = from; label < to; label++) {
      for (let i = 0; i < each; i++) {
        splits[name].push(labels.length);
        labels.push(label);
        images.push(blob(label, i));
      }
    }
  }
  const pixels = new Uint8Array(784 * images.length);
  for (const [i, image] of images.entries()) pixels.set(image, 784 * i);
  const source = { title: 'Blobs', authors: 'the tests', url: 'https://example.org' };
  const licence = { name: 'MIT', url: 'https://example.org', packaging: 'MIT' };
  return {
    pixels,
    labels: Uint8Array.from(labels),
    splits,
    width: 28,
    height: 28,
    source,
    licence,
  };
}

export function fakeReviews(language = 'en', each = 70) {
  const labels = language === 'en' ? ['good', 'bad'] : ['好评', '差评'];
  const lines = (from, count) =>
    labels
      .flatMap((label, l) =>
        Array.from(
          { length: count },
          (_, i) => `${label}\tthe plot ${from + i} was ${l ? 'dull' : 'superb'}`,
        ),
      )
      .join('\n');
  return {
    text: 'the plot was superb\nthe cast was dull',
    pool: lines(0, each),
    test: lines(500, 100),
    labels,
  };
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Accuracies in the shape that theory wants. */
const LEVEL = {
  'fine-tuned': [0.62, 0.97],
  frozen: [0.6, 0.95],
  scratch: [0.38, 0.93],
  'frozen-random': [0.34, 0.78],
};
export function accuracyOf(mode, labels, seed) {
  const [few, many] = LEVEL[mode];
  const noise = 0.02 * Math.sin(12.9898 * seed + 78.233 * labels + mode.length);
  return few + (many - few) * (Math.log(labels) / Math.log(50)) ** 0.8 + noise;
}

export class FakeModel {
  constructor(options, how = {}) {
    this.options = options;
    this.how = { steps: 10, pace: 0, ...how };
    this.step = 0;
    this.labels = how.labels ?? ['0', '1', '2', '3', '4'];
    this.info = { build: 'exact', buildReason: '' };
    this.closed = false;
    this.calls = [];
  }
  get layers() {
    const { frozen = [] } = this.options;
    return ['conv1', 'conv2', 'hidden', 'head'].map((name, i) => ({
      name,
      parameters: [208, 3216, 16448, 325][i],
      frozen: frozen.includes(name),
      learningRate: 1,
    }));
  }
  #check() {
    if (this.closed) throw error('BadParameter', { parameter: 'model' });
  }
  async report() {
    const { step } = this;
    const { steps } = this.how;
    const progress = step / steps;
    const done = { progress, step, steps, epoch: progress < 0.5 ? 1 : 2, epochs: 2 };
    const loss = step ? 1.7 * 0.1 ** progress : Number.NaN;
    const accuracy = 0.3 + 0.68 * progress ** 0.5;
    const means = { loss, accuracy, epochLoss: loss, epochAccuracy: accuracy };
    return { ...done, ...means, finished: step >= steps };
  }
  async resume({ onProgress }) {
    this.paused = false;
    while (this.step < this.how.steps && !this.paused) {
      await wait(this.how.pace);
      this.step += 1;
      onProgress?.(await this.report());
    }
    return this.report();
  }
  async pause() {
    this.paused = true;
    return this.report();
  }
  async reset() {
    this.step = 0;
    return this.report();
  }
  async weightsHash() {
    this.#check();
    return '0123456789abcdef';
  }
  async filters() {
    this.#check();
    const turn = this.step / this.how.steps;
    const values = Float32Array.from(
      { length: 200 },
      (_, i) => turn * Math.sin((i % 5) * 0.9 + (i >> 5)) + (1 - turn) * Math.sin(i * 91.7),
    );
    return { height: 5, width: 5, count: 8, values };
  }
  async activations({ pixels }) {
    this.#check();
    const map = (layer, side, channels) => ({
      layer,
      height: side,
      width: side,
      channels,
      values: Float32Array.from({ length: side * side * channels }, (_, i) => {
        const at = Math.floor(i / channels);
        const [y, x] = [Math.floor(at / side), at % side];
        const seen = pixels[Math.floor((28 * y) / side) * 28 + Math.floor((28 * x) / side)] / 255;
        return Math.max(0, seen * Math.cos(i % channels) + 0.1 * Math.sin(i));
      }),
    });
    return [map('conv1', 12, 8), map('conv2', 4, 16), map('hidden', 1, 64), map('head', 1, 5)];
  }
  #answer(best) {
    const rest = this.labels.filter((label) => label !== best);
    const probabilities = [
      { label: best, probability: 0.8 },
      ...rest.map((label) => ({ label, probability: 0.2 / rest.length })),
    ];
    return { label: best, probabilities };
  }
  async classify(examples) {
    this.#check();
    if (Array.isArray(examples)) {
      return examples.map((given) => {
        const text = [given].flat().join(' ');
        if (/^[xyz]+$/.test(text)) throw error('UnknownWord', { value: text });
        return this.#answer(this.labels[/dull|无聊/.test(text) ? 1 : 0]);
      });
    }
    return [this.#answer(this.labels[this.labels.length > 2 ? 2 : 0])];
  }
  async evaluate(examples) {
    this.#check();
    const { labels } = this;
    const given = Array.isArray(examples.labels)
      ? examples.labels
      : examples.split('\n').map((line) => line.split('\t')[0]);
    const accuracy = this.accuracy ?? 0.986;
    const confusion = labels.map(() => labels.map(() => 0));
    const predictions = given.map((label, i) => {
      const truth = labels.indexOf(label);
      const wrong = ((i * 37) % 100) / 100 >= accuracy;
      const predicted = wrong ? (truth + 1 + (i % (labels.length - 1))) % labels.length : truth;
      confusion[truth][predicted] += 1;
      return predicted;
    });
    const correct = confusion.reduce((sum, row, i) => sum + row[i], 0);
    return {
      accuracy: correct / given.length,
      correct,
      total: given.length,
      labels,
      confusion,
      predictions,
    };
  }
  async transfer(options) {
    this.#check();
    this.calls.push(['transfer', options]);
    const { examples, from, frozen, signal, onProgress } = options;
    for (let step = 1; step <= 4; step++) {
      await wait(this.how.pace);
      if (signal?.aborted) throw error('Cancelled');
      onProgress?.({ progress: step / 4 });
    }
    const names = Array.isArray(examples.labels)
      ? examples.labels
      : examples.split('\n').map((line) => line.split('\t')[0]);
    const labels = [...new Set(names)];
    const b = new FakeModel(options, { ...this.how, labels, made: this.how.made });
    const kept = frozen === 'all' || frozen.length >= 2;
    const mode =
      from === 'random' ? (kept ? 'frozen-random' : 'scratch') : kept ? 'frozen' : 'fine-tuned';
    b.accuracy = accuracyOf(mode, Math.max(1, names.length / labels.length), 1);
    b.mode = mode;
    this.how.made?.push(b);
    return b;
  }
  /** A safetensors file that holds the head's mix alone. */
  async checkpoint() {
    const offsets = (start, end) => ({
      dtype: 'F32',
      shape: [1, (end - start) / 4],
      data_offsets: [start, end],
    });
    const header = { 'mix.weight': offsets(0, 12), 'mix.gamma': offsets(12, 16) };
    const text = new TextEncoder().encode(JSON.stringify(header));
    const bytes = new Uint8Array(8 + text.length + 16);
    const view = new DataView(bytes.buffer);
    view.setBigUint64(0, BigInt(text.length), true);
    bytes.set(text, 8);
    [0, 0.5, 1, 1.12].forEach((x, i) => {
      view.setFloat32(8 + text.length + 4 * i, x, true);
    });
    return bytes;
  }
  async vocabulary() {
    const text = this.options.corpus ?? '';
    return [...new Set(text.split(/\s+/))].map((word) => ({ word, count: 1 }));
  }
  async forgetting(b) {
    return { before: 0.986, after: b.mode === 'fine-tuned' ? 0.61 : 0.986 };
  }
  async compare({ modes, labels, seeds, seed, signal, onProgress, pool }) {
    this.calls.push(['compare', { modes, labels, seeds, pool }]);
    const results = [];
    const total = modes.length * labels.length * seeds;
    for (let s = 0; s < seeds; s++) {
      for (const count of labels) {
        for (const mode of modes) {
          await wait(this.how.pace);
          if (signal?.aborted) throw error('Cancelled');
          results.push({
            mode,
            labels: count,
            seed: seed + s,
            accuracy: accuracyOf(mode, count, s),
          });
          onProgress?.({ progress: results.length / total, results: [...results] });
        }
      }
    }
    return { results, summary: [] };
  }
  async close() {
    this.closed = true;
  }
}

/** What a session is given. @param {object} how `steps` and `pace` of all models, digits of `each` */
export function fakeParts({ each, ...how } = {}) {
  const made = [];
  const make = (options, more = {}) => {
    made.push(new FakeModel(options, { ...how, ...more, made }));
    return made.at(-1);
  };
  return {
    made,
    digits: async () => fakeDigits(each),
    reviews: async (language) => ({
      reviews: fakeReviews(language),
      options: { shared: { tokenizer: 'space' } },
    }),
    api: {
      createImages: async (options) => make(options),
      create: async (options) => make(options, { labels: ['good', 'bad'] }),
      readLabelledLines,
    },
  };
}
