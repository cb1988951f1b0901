/**
 * A language model. Its weights are in the engine: every method sends a call and returns a promise.
 */
import * as check from './options.js';
import { part } from './part.js';
import { call, query, runJob } from './remote.js';
import * as senses from './senses.js';
import { VectorQueries } from './vectors.js';

/**
 * @typedef {import('./types.js').Sentence} Sentence
 * @typedef {import('./types.js').Prediction} Prediction
 * @typedef {import('./types.js').LayerOptions} LayerOptions
 *
 * @typedef {object} ExportOptions
 * @property {(count: number) => void} [onRenamed] called if words are written with _
 */

/**
 * Created by create, train or load. NNLM predicts the next word, CBOW the middle word, ELMo the
 * next, previous and middle word. Only ELMo has word vectors that depend on the sentence.
 */
export class Model extends VectorQueries {
  /**
   * How long the whole run takes on this machine. Trains for about a tenth of a second, then resets
   * the model.
   * @returns {Promise<import('./types.js').Forecast | null>} null if training has begun
   */
  async forecast() {
    return this[call]('forecast', { seed: this.options.seed });
  }

  /**
   * The multiply-adds that training takes per token (NNLM, ELMo; 0 for other models), with these
   * options changed and this number of words.
   * @param {import('./types.js').TrainingOptions} [changes]
   * @param {number} [vocabulary]
   * @returns {Promise<number>}
   */
  async multiplyAdds(changes = {}, vocabulary = this.info.vocabulary) {
    const filled = check.fill({ ...this.options, ...changes }, check.trainTable);
    const options = { ...filled, alpha: filled.alpha ?? 0, threads: 1 };
    return this[query]('multiplyAdds', options, vocabulary);
  }

  /**
   * Predicts the next word. `</s>` is the end of the sentence. If `context` is empty, predicts the
   * first word of a sentence.
   * @param {Sentence} context the preceding words
   * @param {{topn?: number}} [options]
   * @returns {Promise<Prediction[]>}
   */
  async predictNext(context, options = {}) {
    const { topn } = check.question(options, check.predictTable);
    return this[query]('predictNext', check.checkSentence('context', context), topn);
  }

  /**
   * Predicts the preceding word. `<s>` is the start of the sentence.
   * @param {Sentence} following the words that follow
   * @param {{topn?: number}} [options]
   * @returns {Promise<Prediction[]>}
   */
  async predictPrevious(following, options = {}) {
    const { topn } = check.question(options, check.predictTable);
    return this[query]('predictPrevious', check.checkSentence('following', following), topn);
  }

  /**
   * Predicts the word at the blank, from the words on both sides or on one side.
   * @param {Sentence} context contains one _ as the blank
   * @param {{topn?: number, using?: 'both' | 'forward' | 'backward'}} [options]
   * @returns {Promise<Prediction[]>}
   */
  async predictMiddle(context, options = {}) {
    const { topn, using } = check.question(options, check.middleTable);
    return this[query]('predictMiddle', check.checkSentence('context', context), using, topn);
  }

  /**
   * The probability of each word after those before it, and the perplexity of the sentence.
   * @param {Sentence} sentence
   * @param {{direction?: 'forward' | 'backward'}} [options]
   * @returns {Promise<import('./types.js').SentenceScore>}
   */
  async scoreSentence(sentence, options = {}) {
    const { direction } = check.question(options, check.scoreTable);
    return this[query]('scoreSentence', check.checkSentence('sentence', sentence), direction);
  }

  /**
   * Continues `prompt` by sampling word by word.
   * @param {{prompt?: Sentence, length?: number, temperature?: number, topK?: number,
   *   seed?: number}} [options] with temperature 0 the most probable word is always chosen; topK 0
   *   samples from all words
   * @returns {Promise<{words: string[], ended: boolean}>} the words after the prompt
   */
  async generate(options = {}) {
    const filled = check.question(options, check.generateTable, ['prompt']);
    const prompt = check.checkSentence('prompt', options.prompt ?? []);
    return this[query]('generate', { ...filled, prompt });
  }

  /**
   * The perplexity of the model and of n-gram models of the same corpus, on the held-out text or on
   * `text`.
   * @param {{text?: string, signal?: AbortSignal, onProgress?: (progress: number) => void}}
   *   [options] progress is 0 … 1
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
   * One vector per word of the sentence.
   * @param {Sentence} sentence
   * @param {LayerOptions} [options]
   * @returns {Promise<Float32Array>} [tokens, dims]
   */
  async contextVectors(sentence, options) {
    return senses.contextVectors(this, sentence, options);
  }

  /**
   * The watched occurrences that are nearest to a word of this sentence.
   * @param {Sentence} sentence
   * @param {number} position position of the word, from 0
   * @param {LayerOptions & {topn?: number}} [options]
   * @returns {Promise<{sentence: string[], position: number, similarity: number}[]>}
   */
  async contextNeighbours(sentence, position, options) {
    return senses.contextNeighbours(this, sentence, position, options);
  }

  /**
   * Sets the word and the sentences whose occurrences are watched. Replaces the previous ones.
   * @param {import('./senses.js').WatchedWord} what
   * @returns {Promise<{occurrences: number}>}
   */
  async watch(what) {
    return senses.watch(this, what);
  }

  /**
   * The watched occurrences in the plane, and a score per layer of how well it separates the
   * senses.
   * @param {import('./senses.js').SenseMapOptions} [options]
   * @returns {Promise<import('./types.js').SenseMap>}
   */
  async senseMap(options) {
    return senses.senseMap(this, options);
  }

  /**
   * What the next step of training will look at; of a batch the first example. Null if it cannot be
   * told: training is finished, on several threads, or on a stream of text.
   * @returns {Promise<import('../worker/wasm').NextExample | null>}
   */
  async nextExample() {
    return this[query]('nextExample');
  }

  /** The words of a sentence of the training text. @param {number} number from 0 */
  async sentence(number) {
    check.checkValue('number', number, check.integer(0, 0, 1e12));
    return this[query]('sentence', number);
  }

  /**
   * Opens the model: a copy of its weights whose numbers can be followed, proved and changed.
   * @returns {Promise<import('./opened.js').OpenedModel>}
   */
  async open() {
    return (await part(() => import('./opened.js'))).openModel(this);
  }

  /**
   * Follows one example through the model: every number it computes, the gradients, and one step.
   * @param {import('./opened.js').Example} example
   * @returns {Promise<import('../worker/wasm').Trace>}
   */
  async inside(example) {
    const copy = await this.open();
    try {
      return await copy.trace(example);
    } finally {
      await copy.close();
    }
  }

  /**
   * Exports the model as the bytes of a file; 'tsv' gives a pair of files. 'npy' contains only the
   * matrix of word vectors, 'safetensors' all parameters, and 'checkpoint' everything needed to
   * resume training. In word2vec files and TSV pairs, white space and control characters of words
   * become _; onRenamed receives the number of such words if there are any.
   * @overload
   * @param {'word2vec' | 'word2vec-binary' | 'npy' | 'safetensors' | 'checkpoint'} format
   * @param {ExportOptions} [options]
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  /**
   * @overload
   * @param {'tsv'} format
   * @param {ExportOptions} [options]
   * @returns {Promise<{vectors: Uint8Array<ArrayBuffer>, metadata: Uint8Array<ArrayBuffer>}>}
   */
  /**
   * @param {'word2vec' | 'word2vec-binary' | 'tsv' | 'npy' | 'safetensors' | 'checkpoint'} format
   * @param {ExportOptions} [options]
   * @returns {Promise<any>} any: depends on the format, see the two overloads above
   */
  async export(format, options = {}) {
    check.checkNames(options, ['onRenamed']);
    const values = ['word2vec', 'word2vec-binary', 'tsv', 'npy', 'safetensors', 'checkpoint'];
    check.checkValue('format', format, { kind: 'choice', initial: undefined, values });
    const { vectors, metadata, renamed = 0 } = await this[query]('exportAs', format);
    if (renamed > 0) options.onRenamed?.(renamed);
    return format === 'tsv' ? { vectors, metadata } : vectors;
  }

  /**
   * A checkpoint, from which load() can resume training.
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  async checkpoint() {
    return this.export('checkpoint');
  }
}
