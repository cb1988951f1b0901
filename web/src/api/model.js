/** A model, wherever its numbers live: every method asks the engine and returns a promise. */
import { withSignal } from './engine.js';
import { badParameter } from './errors.js';
import * as check from './options.js';

/**
 * @typedef {import('./types.js').Report} Report
 * @typedef {import('./types.js').Info} Info
 * @typedef {import('./types.js').Neighbour} Neighbour
 * @typedef {import('./types.js').Section} Section
 * @typedef {import('./types.js').Opened} Opened
 * @typedef {import('./options.js').WordOrVector} WordOrVector
 * @typedef {import('./options.js').MatrixOption} MatrixOption
 */

let nextJob = 1;

export class Model {
  #engine;
  #id;
  #closed = false;

  /**
   * Use create, train or load.
   * @param {import('./engine.js').Engine} engine
   * @param {Opened} opened
   * @param {Record<string, any>} options
   */
  constructor(engine, { id, info }, options) {
    this.#engine = engine;
    this.#id = id;
    const { alpha, ...shown } = info;
    /** @type {Readonly<Info>} */
    this.info = Object.freeze(shown);
    /** The options in force, defaults filled in. @type {Readonly<Record<string, any>>} */
    this.options = Object.freeze(info.trainable ? { ...options, alpha } : options);
  }

  get closed() {
    return this.#closed;
  }

  /**
   * @param {string} method
   * @param {object} [args]
   * @param {import('./engine.js').CallOptions} [options]
   */
  #call(method, args, options) {
    return this.#engine.call(method, { id: this.#id, ...args }, options);
  }

  /** @param {string} name @param {any[]} args */
  #query(name, ...args) {
    return this.#call('query', { name, args });
  }

  /**
   * Train until finished or paused. While a run is under way, changes its speed and shares its end.
   * @param {import('./options.js').RunOptions} [options]
   * @returns {Promise<Report>}
   */
  async resume(options = {}) {
    check.checkNames(options, check.runNames);
    check.checkRun(options);
    const { signal, onProgress, stepsPerSecond } = options;
    let live = true; // reports that arrive after the promise resolved are stale
    /** @type {unknown} */
    let thrown;
    const listener =
      onProgress &&
      ((/** @type {Report} */ report) => {
        if (!live) return;
        try {
          onProgress(report);
        } catch (error) {
          live = false;
          thrown = error;
          this.#stop();
        }
      });
    const run = () => this.#call('resume', { options: { stepsPerSecond } }, { listener });
    try {
      const report = await withSignal(signal, () => this.#stop(), run);
      if (thrown) throw thrown;
      return report;
    } finally {
      live = false;
    }
  }

  /** Pause without waiting; a closed model is at rest already. */
  #stop() {
    this.#call('pause').catch(() => {});
  }

  /** @returns {Promise<Report>} once training stands still */
  async pause() {
    return this.#call('pause');
  }

  /**
   * Pause, then train `steps` more.
   * @param {number} [steps]
   * @returns {Promise<Report>}
   */
  async step(steps = 1) {
    check.checkValue('steps', steps, { kind: 'integer', initial: 1, low: 1, high: 1e12 });
    return this.#call('step', { steps });
  }

  /**
   * Back to untrained weights.
   * @param {{seed?: number}} [options] without a seed: the one before
   * @returns {Promise<Report>}
   */
  async reset(options = {}) {
    check.checkNames(options, ['seed']);
    const seed = options.seed ?? this.options.seed;
    check.checkValue('seed', seed, check.trainTable.seed);
    const report = await this.#call('reset', { seed });
    this.options = Object.freeze({ ...this.options, seed });
    return report;
  }

  /** @returns {Promise<Report>} */
  async report() {
    return this.#call('report');
  }

  /** Frees everything; calling it twice does no harm. @returns {Promise<void>} */
  async close() {
    this.#closed = true;
    await this.#call('close');
  }

  /**
   * The words nearest to Σ positive − Σ negative. One word may be given without a list.
   * @param {{positive?: WordOrVector | WordOrVector[], negative?: WordOrVector | WordOrVector[],
   *   topn?: number, matrix?: 'input' | 'output'}} query
   * @returns {Promise<Neighbour[]>}
   */
  async mostSimilar(query) {
    check.checkNames(query, ['positive', 'negative', 'topn', 'matrix']);
    const { topn = 10 } = query;
    check.checkTopn(topn);
    const matrix = check.checkMatrix({ matrix: query.matrix });
    const positive = check.checkTerms('positive', query.positive ?? []);
    const negative = check.checkTerms('negative', query.negative ?? []);
    return this.#query('mostSimilar', { positive, negative, topn, matrix });
  }

  /**
   * Cosine.
   * @param {string} a
   * @param {string} b
   * @param {MatrixOption} [options]
   * @returns {Promise<number>}
   */
  async similarity(a, b, options = {}) {
    const matrix = check.checkMatrix(options);
    return this.#query('similarity', check.checkText('a', a), check.checkText('b', b), matrix);
  }

  /**
   * The odd one out, and each word's similarity to the mean of all.
   * @param {string[]} words
   * @param {MatrixOption} [options]
   * @returns {Promise<{word: string, similarities: number[]}>}
   */
  async doesntMatch(words, options = {}) {
    const matrix = check.checkMatrix(options);
    return this.#query('doesntMatch', check.checkWords('words', words), matrix);
  }

  /**
   * 1 + how many words are nearer to a than b is.
   * @param {string} a
   * @param {string} b
   * @param {MatrixOption} [options]
   * @returns {Promise<number>}
   */
  async rank(a, b, options = {}) {
    const matrix = check.checkMatrix(options);
    return this.#query('rank', check.checkText('a', a), check.checkText('b', b), matrix);
  }

  /**
   * @param {string} word
   * @param {MatrixOption} [options]
   * @returns {Promise<Float32Array>}
   */
  async vector(word, options = {}) {
    const matrix = check.checkMatrix(options);
    return this.#query('vector', check.checkText('word', word), matrix);
  }

  /**
   * All vectors, row by row: V × D numbers.
   * @param {MatrixOption} [options]
   * @returns {Promise<Float32Array>}
   */
  async vectors(options = {}) {
    return this.#query('vectors', check.checkMatrix(options));
  }

  /**
   * By falling count.
   * @param {{topn?: number}} [options] only the most frequent
   * @returns {Promise<{word: string, count: number}[]>}
   */
  async vocabulary(options = {}) {
    check.checkNames(options, ['topn']);
    const { topn = this.info.vocabulary } = options;
    check.checkTopn(topn);
    const { words, counts } = await this.#query('vocabulary', topn);
    return words.split('\n').map((/** @type {string} */ word, /** @type {number} */ i) => ({
      word,
      count: counts[i],
    }));
  }

  /**
   * Principal components, two numbers a word. `align` turns them onto the frame of the call before.
   * @param {{align?: boolean, words?: string[]}} [options] without words: the whole vocabulary
   * @returns {Promise<{positions: Float32Array, explained: [number, number]}>}
   */
  async projection(options = {}) {
    check.checkNames(options, ['align', 'words']);
    const { align = true, words } = options;
    if (typeof align !== 'boolean') throw badParameter('align', align, 'true or false');
    const chosen = words === undefined ? null : check.checkWords('words', words);
    return this.#query('projection', { align, words: chosen });
  }

  /** Bytes that one-hot vectors would take beside what embeddings take. */
  oneHotMemory() {
    const { vocabulary, dimensions } = this.info;
    const embedding = this.options.model === 'one-hot' ? this.options.vectorSize : dimensions;
    return { dense: 4 * vocabulary * vocabulary, embedding: 4 * vocabulary * embedding };
  }

  /**
   * gensim's evaluate_word_pairs: lines of word, word, score.
   * @param {string} text
   * @returns {Promise<{spearman: number, pearson: number, pairs: number, oov: number}>}
   */
  async evaluateWordPairs(text) {
    return this.#query('evaluateWordPairs', check.checkText('text', text));
  }

  /**
   * gensim's evaluate_word_analogies: `: section` lines, then four words a line.
   * @param {string} text
   * @param {{signal?: AbortSignal, onProgress?: (progress: number) => void}} [options] 0 … 1
   * @returns {Promise<{sections: Section[], correct: number, total: number, oov: number,
   *   accuracy: number}>}
   */
  async evaluateWordAnalogies(text, options = {}) {
    check.checkNames(options, ['signal', 'onProgress']);
    check.checkRun(/** @type {any} */ (options));
    const { signal, onProgress: listener } = options;
    const job = nextJob++;
    const args = { text: check.checkText('text', text), job };
    return withSignal(
      signal,
      () => void this.#call('cancel', { job }).catch(() => {}),
      () => this.#call('evaluateWordAnalogies', args, { listener }),
    );
  }

  /**
   * Word vectors as a file's bytes; TSV is a pair of files.
   * @overload
   * @param {'word2vec' | 'word2vec-binary'} format
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  /**
   * @overload
   * @param {'tsv'} format
   * @returns {Promise<{vectors: Uint8Array<ArrayBuffer>, metadata: Uint8Array<ArrayBuffer>}>}
   */
  /** @param {'word2vec' | 'word2vec-binary' | 'tsv'} format @returns {Promise<any>} */
  async export(format) {
    const values = ['word2vec', 'word2vec-binary', 'tsv'];
    check.checkValue('format', format, { kind: 'choice', initial: undefined, values });
    const files = await this.#query('exportAs', format);
    return format === 'tsv' ? files : files.vectors;
  }

  /** 16 hexadecimal digits; equal for equal runs of the exact build. @returns {Promise<string>} */
  async weightsHash() {
    return this.#query('weightsHash');
  }
}
