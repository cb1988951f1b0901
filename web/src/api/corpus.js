/** Any kind of corpus → UTF-8 bytes that can be handed over to the worker without another copy. */
import { badParameter } from './errors.js';

/**
 * @typedef {object} CorpusBytes
 * @property {Uint8Array<ArrayBuffer>} bytes ours: the caller may transfer it
 * @property {boolean} tokens whether `bytes` are tokens separated by NUL, sentences by line feed
 * @property {number} replaced lone surrogates that became U+FFFD on the way
 * @property {Record<string, any>} defaults options that a preset brings along
 */

const encoder = new TextEncoder();

/** How many halves of surrogate pairs stand alone: TextEncoder replaces them without a word. */
function countLoneSurrogates(/** @type {any} */ text) {
  if (text.isWellFormed?.()) return 0; // a tenth of the time, where it exists
  return text.match(/\p{Cs}/gu)?.length ?? 0;
}

/** @param {string} text @returns {CorpusBytes} */
function fromText(text) {
  const replaced = countLoneSurrogates(text);
  return { bytes: encoder.encode(text), tokens: false, replaced, defaults: {} };
}

/** @param {unknown} sentences @returns {CorpusBytes} */
function fromTokens(sentences) {
  const permitted = 'a list of sentences, each a list of words without NUL or line feed';
  if (!Array.isArray(sentences)) throw badParameter('corpus.tokens', sentences, permitted);
  const lines = sentences.map((sentence) => {
    if (!Array.isArray(sentence)) throw badParameter('corpus.tokens', sentence, permitted);
    for (const word of sentence) {
      if (typeof word !== 'string' || word === '' || word.includes('\0') || word.includes('\n')) {
        throw badParameter('corpus.tokens', word, permitted);
      }
    }
    return sentence.join('\0');
  });
  return { ...fromText(lines.join('\n')), tokens: true };
}

/** @param {unknown} bytes @returns {CorpusBytes} */
function fromBytes(bytes) {
  if (!(bytes instanceof Uint8Array) && !(bytes instanceof ArrayBuffer)) {
    throw badParameter('corpus.bytes', bytes, 'a Uint8Array or an ArrayBuffer');
  }
  const copy = new Uint8Array(bytes instanceof ArrayBuffer ? bytes.slice(0) : bytes);
  return { bytes: copy, tokens: false, replaced: 0, defaults: {} };
}

/** @param {unknown} id @returns {Promise<CorpusBytes>} */
async function fromPreset(id) {
  const { presets } = await import('../../corpora/index.js');
  const preset = presets.find((candidate) => candidate.id === id);
  if (!preset) {
    const ids = presets.map((candidate) => candidate.id).join(', ');
    throw badParameter('corpus.preset', id, `one of ${ids}`);
  }
  const { tokenizer, sentences } = preset;
  const defaults = { tokenizer, sentences, ...preset.defaults };
  return { ...fromText(await preset.load()), defaults };
}

/** @param {import('./options.js').CorpusInput} corpus @returns {Promise<CorpusBytes>} */
export async function readCorpus(corpus) {
  if (typeof corpus === 'string') return fromText(corpus);
  if (corpus !== null && typeof corpus === 'object') {
    if ('tokens' in corpus) return fromTokens(corpus.tokens);
    if ('bytes' in corpus) return fromBytes(corpus.bytes);
    if ('preset' in corpus) return fromPreset(corpus.preset);
  }
  throw badParameter('corpus', corpus, 'text, {tokens}, {bytes} or {preset}');
}
