import { generateLadder } from '../../../web/corpora/polysemy.js';

/** The ladder's own text. */
export const corpus = generateLadder();

/** @param {string} code */
const refuse = (code) => Object.assign(new Error(code), { code });

/**
 * An API that trains in three reports and answers by rote.
 * @param {{hold?: (id: string) => Promise<void> | undefined, fail?: string}} [options] hold: what a
 *   model waits for while it trains; fail: the model that cannot be made
 * @returns {Pick<typeof import('../../../web/src/api/index.js'), 'create' | 'load'> & {models: any[]}}
 */
export function fakeApi({ hold = () => undefined, fail = '' } = {}) {
  /** @type {any[]} */
  const models = [];
  /** @param {any} options @returns {Promise<any>} what the ladder asks of a model */
  async function create(options) {
    if (options.model === fail) throw refuse('OutOfMemory');
    const model = new FakeModel(options, hold);
    models.push(model);
    return model;
  }
  return { models, create, load: async () => Promise.reject(refuse('BadFormat')) };
}

class FakeModel {
  constructor(/** @type {any} */ options, /** @type {any} */ hold) {
    this.options = options;
    this.hold = hold;
    this.closed = false;
    this.paused = false;
    this.progress = 0;
    /** @type {any} */
    this.watched = null;
  }

  async vocabulary() {
    const words = [...new Set(this.options.corpus.split(/\s+/).filter(Boolean))];
    return words.map((word) => ({ word, count: 1 }));
  }

  async parameterCount() {
    return 1234;
  }

  #report() {
    const { progress } = this;
    return {
      progress,
      epoch: 1,
      epochs: 2,
      loss: 3 - progress,
      epochLoss: 3 - progress,
      finished: progress >= 1,
    };
  }

  async resume(/** @type {any} */ { onProgress }) {
    this.paused = false;
    for (const progress of [0.5, 0.75, 1]) {
      if (progress <= this.progress) continue;
      await this.hold(this.options.model);
      if (this.paused || this.closed) break;
      this.progress = progress;
      onProgress(this.#report());
    }
    return this.#report();
  }

  async pause() {
    this.paused = true;
  }

  async weightsHash() {
    return '0123456789abcdef';
  }

  async mostSimilar(/** @type {any} */ { positive, negative = [], topn }) {
    if (negative.length) return [{ word: 'queen', similarity: 0.9 }].slice(0, topn);
    const [word] = positive;
    if (word === 'zzz') throw refuse('UnknownWord');
    const { senses, groups } = corpus;
    const twins = senses[word]?.twins.flat();
    const kin = Object.keys(groups).filter((w) => groups[w] === groups[word] && w !== word);
    return (twins ?? kin).slice(0, topn).map((w) => ({ word: w, similarity: 0.8 }));
  }

  async evaluateWordAnalogies() {
    return { correct: 8, total: 10 };
  }

  async projection() {
    return { positions: new Float32Array([0, 0, 1, 1, 2, 0]) };
  }

  async perplexities() {
    return { model: 4, unigram: 64, bigram: 8, trigram: 6, mixed: 5 };
  }

  async predictNext() {
    return [{ word: 'chips', probability: 0.9 }];
  }

  async predictMiddle() {
    return [{ word: 'girl', probability: 0.9 }];
  }

  async watch(/** @type {any} */ what) {
    this.watched = what;
    return { occurrences: what.sentences.length };
  }

  async senseMap(/** @type {any} */ { sentences }) {
    const count = this.watched.sentences.length + sentences.length;
    const layers = [0.5, 0.9, 0.97, 0.95].map((accuracy) => ({ accuracy, separation: 0.1 }));
    return { positions: new Float32Array(2 * count), layers };
  }

  async contextNeighbours(/** @type {string[]} */ tokens) {
    const { cues } = corpus.senses[this.watched.word];
    const sense = cues.findIndex((list) => tokens.some((token) => list.includes(token)));
    const sentences = this.watched.sentences.filter(
      (/** @type {any} */ _, /** @type {number} */ i) => this.watched.senses[i] === sense,
    );
    return sentences.slice(0, 5).map((/** @type {string[]} */ sentence) => ({ sentence }));
  }

  async close() {
    this.closed = true;
  }
}

/** A stand-in for the address bar. @param {string} [fragment] */
export function fakePlace(fragment = '') {
  return {
    fragment,
    read() {
      return this.fragment;
    },
    write(/** @type {string} */ text) {
      this.fragment = text;
    },
  };
}
