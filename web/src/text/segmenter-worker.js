/** Cuts text into words outside the main thread. */
import { loadChineseWords } from '../../corpora/chinese-words.js';
import { Dictionary } from './dictionary.js';
import { cutWords } from './segmenter.js';

self.onmessage = async ({ data }) => {
  const { bytes, sentences, language, dictionary: address } = data;
  const report = (/** @type {number} */ progress) => self.postMessage({ progress });
  try {
    const dictionary = address && new Dictionary(await loadChineseWords(address, report));
    const whole = cutWords(bytes, { sentences, language, dictionary }, report);
    self.postMessage({ bytes: whole }, { transfer: [whole.buffer] });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    self.postMessage({ error: message, code: error?.code, parameter: error?.parameter });
  }
};
