/** Queries on word vectors of any model. */
import { badParameter } from '../worker/errors.js';
import * as check from './options.js';
import { part } from './part.js';
import { query, runJob } from './remote.js';
import { run } from './trainable.js';
import { WordComparisons } from './word-comparisons.js';

/**
 * @typedef {import('./types.js').Neighbour} Neighbour
 * @typedef {import('./options.js').WordOrVector} WordOrVector
 * @typedef {import('./options.js').MatrixOption} MatrixOption
 * @typedef {import('./types.js').Report} Report
 *
 * @typedef {string | Blob | import('./types.js').TextFile} EvaluationText a text, or a file of it
 *
 * @typedef {object} Projection a projection onto principal components
 * @property {Float32Array} positions two numbers per word
 * @property {[number, number]} explained explained variance of each axis, as a share of the total
 * @property {number} meanSimilarity mean cosine of all pairs of these words; near 1 all vectors point
 *   the same way
 *
 * @typedef {object} ProjectionOptions
 * @property {boolean} [align] rotate the positions to match the previous projection; true
 * @property {string[]} [words] the words to project; the whole vocabulary by default
 *
 * @typedef {Report & {projection?: Projection}} WatchedReport
 *
 * @typedef {object} Watched
 * @property {ProjectionOptions | null} [projection] adds a projection to the reports; computing it
 *   takes at most a fifth of the time; null: no projection
 *
 * @typedef {import('./trainable.js').Run<WatchedReport> & Watched} WatchedRun
 *
 * @typedef {object} StrictOption
 * @property {boolean} [strict] refuse a text with a line that cannot be read, instead of leaving the
 *   line out and counting it; false
 *
 * @typedef {{signal?: AbortSignal, onProgress?: (progress: number) => void}} JobOptions progress is
 *   0 … 1
 */

/**
 * The options of a search among all words.
 * @param {{topn?: number, matrix?: 'input' | 'output', restrictVocab?: number}} terms
 */
function searchOf(terms) {
  check.checkNames(terms, ['positive', 'negative', 'topn', 'matrix', 'restrictVocab']);
  const { topn = 10, restrictVocab = 0 } = terms;
  check.checkTopn(topn);
  if (restrictVocab !== 0) check.checkTopn(restrictVocab, 'restrictVocab');
  return { topn, restrictVocab, matrix: check.checkMatrix({ matrix: terms.matrix }) };
}

/** Queries on word vectors. */
export class VectorQueries extends WordComparisons {
  /**
   * Trains until finished or paused. If a run is in progress, changes its speed and reports; both
   * promises resolve when the run ends.
   * @override
   * @param {WatchedRun} [options]
   * @returns {Promise<Report>}
   */
  async resume(options = {}) {
    check.checkNames(options, [...check.runNames, 'reportsPerSecond', 'projection']);
    const { projection } = options;
    const none = projection === undefined || projection === null;
    return this[run](options, { projection: none ? projection : checkProjection(projection) });
  }

  /**
   * The words nearest to Σ positive − Σ negative. A single word may be given without a list.
   * `restrictVocab` looks among that many of the most frequent words only.
   * @param {{positive?: WordOrVector | WordOrVector[], negative?: WordOrVector | WordOrVector[],
   *   topn?: number, matrix?: 'input' | 'output', restrictVocab?: number}} terms
   * @returns {Promise<Neighbour[]>}
   */
  async mostSimilar(terms) {
    const search = searchOf(terms);
    const positive = check.checkTerms('positive', terms.positive ?? []);
    const negative = check.checkTerms('negative', terms.negative ?? []);
    return this[query]('mostSimilar', { positive, negative, ...search });
  }

  /**
   * Like mostSimilar, but multiplies instead of adding: (1 + cos)/2 of the positive words, divided by
   * that of the negative ones (Levy and Goldberg 2014, 3CosMul). `similarity` is this quotient.
   * @param {{positive: string | string[], negative?: string | string[], topn?: number,
   *   matrix?: 'input' | 'output', restrictVocab?: number}} terms
   * @returns {Promise<Neighbour[]>}
   */
  async mostSimilarCosmul(terms) {
    const search = searchOf(terms);
    const positive = check.checkWords('positive', terms.positive ?? []);
    const negative = check.checkWords('negative', terms.negative ?? []);
    return this[query]('mostSimilarCosmul', { positive, negative, ...search });
  }

  /**
   * The cosine similarity of two words.
   * @param {string} a
   * @param {string} b
   * @param {MatrixOption} [options]
   * @returns {Promise<number>}
   */
  async similarity(a, b, options = {}) {
    const matrix = check.checkMatrix(options);
    return this[query]('similarity', check.checkText('a', a), check.checkText('b', b), matrix);
  }

  /**
   * The word that fits the others least, and the similarity of each word to the mean of all.
   * @param {string[]} words
   * @param {MatrixOption} [options]
   * @returns {Promise<{word: string, similarities: number[]}>}
   */
  async doesntMatch(words, options = {}) {
    const matrix = check.checkMatrix(options);
    return this[query]('doesntMatch', check.checkWords('words', words), matrix);
  }

  /**
   * The rank of b among the neighbours of a: 1 + the number of words nearer to a than b is.
   * @param {string} a
   * @param {string} b
   * @param {MatrixOption} [options]
   * @returns {Promise<number>}
   */
  async rank(a, b, options = {}) {
    const matrix = check.checkMatrix(options);
    return this[query]('rank', check.checkText('a', a), check.checkText('b', b), matrix);
  }

  /**
   * The vector of a word.
   * @param {string} word
   * @param {MatrixOption} [options]
   * @returns {Promise<Float32Array>}
   */
  async vector(word, options = {}) {
    const matrix = check.checkMatrix(options);
    return this[query]('vector', check.checkText('word', word), matrix);
  }

  /**
   * All vectors, row by row: V × D numbers.
   * @param {MatrixOption} [options]
   * @returns {Promise<Float32Array>}
   */
  async vectors(options = {}) {
    return this[query]('vectors', check.checkMatrix(options));
  }

  /**
   * The words, sorted by falling count.
   * @param {{topn?: number}} [options] topn: only the most frequent words
   * @returns {Promise<{word: string, count: number}[]>}
   */
  async vocabulary(options = {}) {
    check.checkNames(options, ['topn']);
    const { topn = this.info.vocabulary } = options;
    check.checkTopn(topn);
    const { words, counts } = await this[query]('vocabulary', topn);
    return words.split('\n').map((/** @type {string} */ word, /** @type {number} */ i) => ({
      word,
      count: counts[i],
    }));
  }

  /**
   * The principal components, two numbers per word.
   * @param {ProjectionOptions} [options]
   * @returns {Promise<Projection>}
   */
  async projection(options = {}) {
    return this[query]('projection', checkProjection(options));
  }

  /**
   * Moves the map of another model onto the map of this one, by rotating, mirroring, scaling and
   * shifting it as a whole (Procrustes).
   * @param {object} maps two numbers per point
   * @param {Float32Array} maps.previous some points on this map
   * @param {Float32Array} maps.current the same points on the other map
   * @param {Float32Array} maps.all all points of the other map
   * @returns {Promise<Float32Array>} the new positions of `all`
   */
  async alignPositions({ previous, current, all }) {
    const odd = [previous, current, all].some(
      (map) => !(map instanceof Float32Array) || map.length % 2,
    );
    if (odd || previous.length !== current.length) {
      throw badParameter('maps', previous?.length, 'two numbers per point, the same points twice');
    }
    return this[query]('alignPositions', previous, current, all);
  }

  /** The memory that one-hot vectors would take, and the memory that embeddings take, in bytes. */
  oneHotMemory() {
    const { vocabulary, dimensions } = this.info;
    const embedding = this.options.model === 'one-hot' ? this.options.vectorSize : dimensions;
    return { dense: 4 * vocabulary * vocabulary, embedding: 4 * vocabulary * embedding };
  }

  /**
   * As gensim's evaluate_word_pairs. Each line of the text has two words and a score, between tabs,
   * semicolons, commas or spaces; the score is the first column of numbers after the words.
   * @param {EvaluationText} text
   * @param {StrictOption} [options]
   * @returns {Promise<import('./types.js').WordPairs>}
   */
  async evaluateWordPairs(text, options = {}) {
    check.checkNames(options, ['strict']);
    const strict = isStrict(options);
    return this[query]('evaluateWordPairs', await textOf(text), strict);
  }

  /**
   * As gensim's evaluate_word_analogies. The text has lines of four words; lines `: section` begin a
   * section.
   * @param {EvaluationText} text
   * @param {JobOptions & StrictOption} [options]
   * @returns {Promise<import('./types.js').Analogies>}
   */
  async evaluateWordAnalogies(text, options = {}) {
    check.checkNames(options, ['signal', 'onProgress', 'strict']);
    check.checkRun(options);
    const strict = isStrict(options);
    const args = /** @type {[string, boolean]} */ ([await textOf(text), strict]);
    const found = await this[runJob]('evaluateWordAnalogies', args, options);
    const words = (await this.vocabulary()).map(({ word }) => word);
    return { ...found, sections: found.sections.map((section) => listed(section, words)) };
  }

  /**
   * Evaluates a text of either kind, which all of its lines decide: analogies if a line begins with
   * ":", else word pairs if lines have a number, else analogies.
   * @param {EvaluationText} text
   * @param {JobOptions & StrictOption} [options]
   * @returns {Promise<({kind: 'wordPairs'} & import('./types.js').WordPairs) |
   *   ({kind: 'wordAnalogies'} & import('./types.js').Analogies)>}
   */
  async evaluateFile(text, options = {}) {
    check.checkNames(options, ['signal', 'onProgress', 'strict']);
    const strict = isStrict(options);
    const read = await textOf(text);
    const kind = await this[query]('evaluationKind', read);
    return kind === 'wordPairs'
      ? { kind, ...(await this.evaluateWordPairs(read, { strict })) }
      : { kind, ...(await this.evaluateWordAnalogies(read, options)) };
  }
}

/**
 * A section with its questions by right and wrong.
 * @param {import('../worker/wasm').NativeAnalogies['sections'][number]} section
 * @param {string[]} words by id
 */
function listed({ asked, ...section }, words) {
  /** @type {[string[][], string[][]]} */
  const lists = [[], []];
  for (let at = 0; at < asked.length; at += 5) {
    lists[asked[at + 4]].push(Array.from(asked.subarray(at, at + 4), (id) => words[id]));
  }
  const [wrong, right] = lists;
  return { ...section, right, wrong };
}

/** @param {EvaluationText} given */
async function textOf(given) {
  if (typeof given === 'string') return given;
  const file = given instanceof Blob ? { bytes: given } : given;
  if (typeof file !== 'object' || file?.bytes === undefined) {
    throw badParameter('text', given, 'text, a Blob, or {bytes, encoding}');
  }
  const { readText } = await part(() => import('./read-text.js'));
  const { bytes } = await readText(file.bytes, { encoding: file.encoding, name: 'text' });
  return new TextDecoder().decode(bytes);
}

/** @param {StrictOption} options */
function isStrict({ strict = false }) {
  if (typeof strict !== 'boolean') throw badParameter('strict', strict, 'true or false');
  return strict;
}

/** @param {ProjectionOptions} options */
function checkProjection(options) {
  check.checkNames(options, ['align', 'words']);
  const { align = true, words } = options;
  if (typeof align !== 'boolean') throw badParameter('align', align, 'true or false');
  return { align, words: words === undefined ? null : check.checkWords('words', words) };
}
