// @ts-nocheck: a stand-in
/** A corpus of two senses and a model that learns them, for tests without the engine. */

const FRAMES = {
  apple: [
    ['fruit', (i) => `this ${['ripe', 'sweet', 'juicy'][i % 3]} apple came from tree t${i}`],
    [
      'company',
      (i) => `the ${['phone', 'laptop', 'tablet'][i % 3]} from apple pleased client c${i}`,
    ],
  ],
  bank: [
    ['river', (i) => `a boat reached the bank among reeds r${i}`],
    ['money', (i) => `the bank refused the loan of client c${i}`],
  ],
};

export function fakeCorpus(count = 60) {
  const lines = { train: [], heldout: [] };
  const labels = { train: [], heldout: [] };
  for (let i = 0; i < count; i++) {
    for (const [word, frames] of Object.entries(FRAMES)) {
      for (const [sense, write] of frames) {
        const part = i % 3 === 2 ? 'heldout' : 'train';
        lines[part].push(write(i));
        labels[part].push({ word, sense });
      }
    }
    lines.train.push('a cat sleeps');
    labels.train.push(null);
  }
  const senses = Object.fromEntries(
    Object.entries(FRAMES).map(([word, frames]) => [word, { names: frames.map(([name]) => name) }]),
  );
  return { text: lines.train.join('\n'), heldout: lines.heldout.join('\n'), labels, senses };
}

const CUES = ['phone', 'laptop', 'tablet', 'loan'];

const noise = (i, j) => {
  const x = Math.sin(12.9898 * i + 78.233 * j) * 43758.5453;
  return 2 * (x - Math.floor(x)) - 1;
};

/** Parts the senses on layers 1 and 2 in proportion to the progress of training. */
export class FakeModel {
  constructor(corpus, options, { steps = 10, pace = () => Promise.resolve() } = {}) {
    this.words = [...new Set(`${corpus.text}\n${corpus.heldout}`.split(/\s+/))];
    this.options = options;
    this.steps = steps;
    this.pace = pace;
    this.step = 0;
    this.info = { build: 'exact', buildReason: '', vocabulary: this.words.length };
    this.calls = [];
    this.closed = false;
  }
  async report() {
    const { step, steps } = this;
    const progress = step / steps;
    const epoch = Math.min(4, 1 + Math.floor(4 * progress));
    const loss = step ? 5 - 3.4 * Math.sqrt(progress) : Number.NaN;
    return {
      step,
      steps,
      progress,
      epoch,
      epochs: 4,
      loss,
      epochLoss: loss,
      finished: step >= steps,
    };
  }
  async vocabulary() {
    return this.words.map((word) => ({ word, count: 1 }));
  }
  async watch(watched) {
    this.calls.push(['watch', watched.word]);
    this.watched = watched;
    return { occurrences: watched.sentences.length };
  }
  #point(sense, i, layer) {
    if (layer === 0) return [0, 0];
    const learnt = this.step / this.steps;
    const side = sense === 0 ? -1 : 1;
    const far = learnt * (layer === 1 ? 1 : layer === 2 ? 1.3 : 0.9);
    return [side * far + 0.7 * noise(i, layer === 'mix' ? 9 : layer), 0.5 * noise(i, 4)];
  }
  async contextVectors(tokens, { layer }) {
    const seen = this.watched.sentences.findIndex((other) => other.join(' ') === tokens.join(' '));
    const sense = tokens.some((w) => CUES.includes(w)) ? 1 : 0;
    const [x, y] = this.#point(sense, seen < 0 ? 1000 : seen, layer);
    return Float32Array.from(tokens.flatMap(() => [5 + x, 3 + y, 7]));
  }
  async senseMap(options) {
    this.calls.push(['senseMap', options]);
    const { sentences: seen, senses } = this.watched;
    const { layer, sentences } = options;
    const guess = (tokens) => (tokens.some((w) => CUES.includes(w)) ? 1 : 0);
    const points = [
      ...senses.map((sense, i) => this.#point(sense, i, layer)),
      ...sentences.map((tokens, i) => this.#point(guess(tokens), 1000 + i, layer)),
    ];
    const learnt = this.step / this.steps;
    const layers = [0, 0.45, 0.48, 0.4].map((gain) => ({
      accuracy: 0.5 + gain * learnt,
      separation: gain * learnt,
    }));
    const neighbours = sentences.map((tokens) => {
      const mine = seen.findIndex((other) => other.join(' ') === tokens.join(' '));
      const rest = senses.flatMap((sense, i) => (sense === guess(tokens) && i !== mine ? [i] : []));
      return [...(mine < 0 ? [] : [mine]), ...rest].slice(0, 6).map((occurrence, rank) => ({
        occurrence,
        similarity: layer === 0 ? 1 : 0.98 - 0.03 * rank,
      }));
    });
    const at = layer === 'mix' ? 3 : layer;
    return {
      positions: Float32Array.from(points.flat()),
      explained: [0.5, 0.2],
      static: [0, 0.1 * (at > 0)],
      layers,
      ...layers[at],
      neighbours,
    };
  }
  async resume({ onProgress }) {
    this.paused = false;
    while (this.step < this.steps && !this.paused) {
      await this.pace();
      this.step += 1;
      onProgress(await this.report());
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
    return '0123456789abcdef';
  }
  async close() {
    this.closed = true;
  }
}

/** The API and the corpora of a session. */
export function fakeParts(how = {}) {
  const made = [];
  const corpus = fakeCorpus(how.count);
  return {
    made,
    corpora: async () => ({ corpus, options: { corpus: { preset: 'polysemy-en-2' } } }),
    api: {
      create: async (options) => {
        made.push(new FakeModel(corpus, options, how));
        return made.at(-1);
      },
    },
  };
}
