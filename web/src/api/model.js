/** A model, wherever its numbers live: every method asks the engine and returns a promise. */
import * as check from './options.js';
import { query, runJob } from './remote.js';
import * as senses from './senses.js';
import { VectorQueries } from './vectors.js';

/**
 * @typedef {import('./types.js').Sentence} Sentence
 * @typedef {import('./types.js').Prediction} Prediction
 * @typedef {import('./types.js').LayerOptions} LayerOptions
 */

/**
 * Use create, train or load. NNLM predicts the next word, CBOW the middle, ELMo all; ELMo alone gives
 * words vectors by their sentences.
 */
export class Model extends VectorQueries {
  /**
   * What follows; '</s>' stands for the end of the sentence. Without words: how a sentence begins.
   * @param {Sentence} context the words before
   * @param {{topn?: number}} [options]
   * @returns {Promise<Prediction[]>}
   */
  async predictNext(context, options = {}) {
    const { topn } = check.question(options, check.predictTable);
    return this[query]('predictNext', check.checkSentence('context', context), topn);
  }

  /**
   * What came before; '<s>' stands for the start of the sentence.
   * @param {Sentence} following the words after
   * @param {{topn?: number}} [options]
   * @returns {Promise<Prediction[]>}
   */
  async predictPrevious(following, options = {}) {
    const { topn } = check.question(options, check.predictTable);
    return this[query]('predictPrevious', check.checkSentence('following', following), topn);
  }

  /**
   * What fills the blank, from both sides or from one.
   * @param {Sentence} context one _ marks the blank
   * @param {{topn?: number, using?: 'both' | 'forward' | 'backward'}} [options]
   * @returns {Promise<Prediction[]>}
   */
  async predictMiddle(context, options = {}) {
    const { topn, using } = check.question(options, check.middleTable);
    return this[query]('predictMiddle', check.checkSentence('context', context), using, topn);
  }

  /**
   * @param {Sentence} sentence
   * @param {{direction?: 'forward' | 'backward'}} [options]
   * @returns {Promise<import('./types.js').SentenceScore>}
   */
  async scoreSentence(sentence, options = {}) {
    const { direction } = check.question(options, check.scoreTable);
    return this[query]('scoreSentence', check.checkSentence('sentence', sentence), direction);
  }

  /**
   * Text that goes on from `prompt`, drawn word by word.
   * @param {{prompt?: Sentence, length?: number, temperature?: number, topK?: number,
   *   seed?: number}} [options] temperature 0 always takes the most probable word; topK 0: all
   * @returns {Promise<{words: string[], ended: boolean}>} words after the prompt
   */
  async generate(options = {}) {
    const filled = check.question(options, check.generateTable, ['prompt']);
    const prompt = check.checkSentence('prompt', options.prompt ?? []);
    return this[query]('generate', { ...filled, prompt });
  }

  /**
   * Perplexity of the model and of n-grams of the same corpus, on the held-out text or another.
   * @param {{text?: string, signal?: AbortSignal, onProgress?: (progress: number) => void}}
   *   [options] progress 0 … 1
   * @returns {Promise<import('./types.js').Perplexities>}
   */
  async perplexities(options = {}) {
    check.checkNames(options, ['text', 'signal', 'onProgress']);
    check.checkRun(options);
    const { text } = options;
    const given = text === undefined ? null : check.checkText('text', text);
    return this[runJob]('perplexities', [given], options);
  }

  /**
   * One vector for each word of the sentence.
   * @param {Sentence} sentence
   * @param {LayerOptions} [options]
   * @returns {Promise<Float32Array>} [tokens, dims]
   */
  async contextVectors(sentence, options) {
    return senses.contextVectors(this, sentence, options);
  }

  /**
   * The watched occurrences nearest to a word of this sentence.
   * @param {Sentence} sentence
   * @param {number} position of the word, from 0
   * @param {LayerOptions & {topn?: number}} [options]
   * @returns {Promise<{sentence: string[], position: number, similarity: number}[]>}
   */
  async contextNeighbours(sentence, position, options) {
    return senses.contextNeighbours(this, sentence, position, options);
  }

  /**
   * Keep an eye on a word in sentences. Replaces what was watched.
   * @param {import('./senses.js').Watched} what
   * @returns {Promise<{occurrences: number}>}
   */
  async watch(what) {
    return senses.watch(this, what);
  }

  /**
   * The watched occurrences in the plane, and how well the layers tell their senses apart.
   * @param {import('./senses.js').SenseMapOptions} [options]
   * @returns {Promise<import('./types.js').SenseMap>}
   */
  async senseMap(options) {
    return senses.senseMap(this, options);
  }

  /**
   * As a file's bytes; TSV is a pair of files. 'npy' is the bare matrix of word vectors,
   * 'safetensors' all parameters, 'checkpoint' all that is needed to go on.
   * @overload
   * @param {'word2vec' | 'word2vec-binary' | 'npy' | 'safetensors' | 'checkpoint'} format
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  /**
   * @overload
   * @param {'tsv'} format
   * @returns {Promise<{vectors: Uint8Array<ArrayBuffer>, metadata: Uint8Array<ArrayBuffer>}>}
   */
  /**
   * @param {'word2vec' | 'word2vec-binary' | 'tsv' | 'npy' | 'safetensors' | 'checkpoint'} format
   * @returns {Promise<any>} any: by the format, as the two lines above have it
   */
  async export(format) {
    const values = ['word2vec', 'word2vec-binary', 'tsv', 'npy', 'safetensors', 'checkpoint'];
    check.checkValue('format', format, { kind: 'choice', initial: undefined, values });
    const files = await this[query]('exportAs', format);
    return format === 'tsv' ? files : files.vectors;
  }

  /** What load() takes to go on where training stands. @returns {Promise<Uint8Array<ArrayBuffer>>} */
  async checkpoint() {
    return this.export('checkpoint');
  }
}
