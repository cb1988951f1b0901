/** What a language model can be asked: NNLM for the next word, CBOW for the middle, ELMo for all. */
import * as check from './options.js';
import { query, runJob } from './remote.js';
import { VectorQueries } from './vectors.js';

/**
 * @typedef {import('./types.js').Sentence} Sentence
 * @typedef {import('./types.js').Prediction} Prediction
 */

export class Predictions extends VectorQueries {
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
}
