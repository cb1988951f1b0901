/** Converts a corpus of any kind to UTF-8 bytes that can be transferred to the worker. */
import { badParameter } from '../worker/errors.js';
import { isGzip, unifyLineEnds } from '../worker/files/plain-text.js';
import { part } from './part.js';

/**
 * @typedef {object} CorpusBytes
 * @property {Uint8Array<ArrayBuffer>} bytes a copy; the caller may transfer it
 * @property {boolean} tokens true if `bytes` are tokens separated by NUL, with sentences separated
 *   by line feed
 * @property {number} replaced number of lone surrogates, or of characters that could not be decoded,
 *   that were replaced by U+FFFD
 * @property {string} [encoding] of a file
 * @property {Record<string, unknown>} defaults options that a preset suggests
 */

const encoder = new TextEncoder();

/** Counts lone surrogates. TextEncoder replaces each with U+FFFD without reporting it. */
function countLoneSurrogates(/** @type {string & {isWellFormed?: () => boolean}} */ text) {
  if (text.isWellFormed?.()) return 0; // where available, ten times as fast as the match below
  return text.match(/\p{Cs}/gu)?.length ?? 0;
}

/** @param {string} text @returns {CorpusBytes} */
function encoded(text) {
  const replaced = countLoneSurrogates(text);
  return { bytes: encoder.encode(text), tokens: false, replaced, defaults: {} };
}

/** Line ends are made one kind, as in a file. @param {string} text */
const fromText = (text) => encoded(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** @param {string} name @param {unknown} sentences @returns {CorpusBytes} */
function fromTokens(name, sentences) {
  const permitted = 'a list of sentences, each a list of words without NUL or line feed';
  if (!Array.isArray(sentences)) throw badParameter(`${name}.tokens`, sentences, permitted);
  const lines = sentences.map((sentence) => {
    if (!Array.isArray(sentence)) throw badParameter(`${name}.tokens`, sentence, permitted);
    for (const word of sentence) {
      if (typeof word !== 'string' || word === '' || word.includes('\0') || word.includes('\n')) {
        throw badParameter(`${name}.tokens`, word, permitted);
      }
    }
    return sentence.join('\0');
  });
  return { ...encoded(lines.join('\n')), tokens: true };
}

/**
 * @param {string} name @param {import('./types.js').TextFile} file
 * @param {import('./types.js').EngineOptions} engine
 * @returns {Promise<CorpusBytes>}
 */
async function fromBytes(name, file, engine) {
  const given = file.bytes;
  if (file.encoding === 'utf-8' && given instanceof Uint8Array && !isGzip(given)) {
    const bytes = unifyLineEnds(new Uint8Array(given)); // needs no engine
    return { bytes, tokens: false, replaced: 0, encoding: 'utf-8', defaults: {} };
  }
  const { readText } = await part(() => import('./read-text.js'));
  const { bytes, encoding, replaced } = await readText(file.bytes, {
    ...engine,
    encoding: file.encoding,
    name,
  });
  return { bytes, tokens: false, replaced, encoding, defaults: {} };
}

/** @param {string} name @param {unknown} id @returns {Promise<CorpusBytes>} */
async function fromPreset(name, id) {
  const { presets } = await part(() => import('../../corpora/presets.js'));
  const preset = presets.find((candidate) => candidate.id === id);
  const isHeldout = name === 'heldout';
  const load = isHeldout ? preset?.heldout : preset?.load;
  if (!preset || !load) {
    const good = presets.filter((one) => !isHeldout || one.heldout);
    const ids = good.map((candidate) => candidate.id).join(', ');
    throw badParameter(`${name}.preset`, id, `one of ${ids}`);
  }
  const { tokenizer, sentences } = preset;
  const defaults = { tokenizer, sentences, ...preset.defaults };
  return { ...fromText(await load.call(preset)), defaults };
}

/**
 * The defaults that a preset suggests for a model. A default may differ per model: { epochs: {
 * 'skip-gram': 10, elmo: 5 } }.
 * @param {Record<string, any>} defaults @param {string} model
 * @returns {Record<string, any>} any: each option has its own type, which is checked later
 */
export const defaultsFor = (defaults, model) =>
  Object.fromEntries(
    Object.entries(defaults)
      .map(([name, value]) => [name, typeof value === 'object' ? value[model] : value])
      .filter(([, value]) => value !== undefined),
  );

/**
 * @param {import('./types.js').CorpusInput} corpus
 * @param {'corpus' | 'heldout'} [name] 'heldout' reads the held-out part of a preset
 * @param {import('./types.js').EngineOptions} [engine]
 * @returns {Promise<CorpusBytes>}
 */
export async function readCorpus(corpus, name = 'corpus', engine = {}) {
  if (typeof corpus === 'string') return fromText(corpus);
  if (corpus instanceof Blob) return fromBytes(name, { bytes: corpus }, engine);
  if (corpus !== null && typeof corpus === 'object') {
    if ('tokens' in corpus) return fromTokens(name, corpus.tokens);
    if ('bytes' in corpus) return fromBytes(name, corpus, engine);
    if ('preset' in corpus) return fromPreset(name, corpus.preset);
  }
  throw badParameter(name, corpus, 'text, {tokens}, {bytes}, a Blob or {preset}');
}

/**
 * Without held-out text the result is empty.
 * @param {import('./types.js').CorpusInput} [heldout]
 * @param {import('./types.js').EngineOptions} [engine]
 */
export async function readHeldout(heldout, engine) {
  if (heldout === undefined) return { bytes: new Uint8Array(), tokens: false };
  const { bytes, tokens } = await readCorpus(heldout, 'heldout', engine);
  if (bytes.length > 0) return { bytes, tokens };
  throw badParameter('heldout', '', 'text of one sentence or more, or left out');
}
