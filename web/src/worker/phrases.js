/** What is done with a text before a model reads it: counting its words, joining pairs to phrases. */
import { getEngine } from './loader.js';
import { guarded, release } from './models.js';

/**
 * @typedef {import('./wasm').NativeText} NativeText
 * @typedef {{minCount: number, threshold: number, passes: number}} PhraseOptions
 */

/**
 * Tokens separated by NUL, sentences by line feed.
 * @param {NativeText} text @param {import('./loader.js').Where} where
 * @param {Record<string, unknown>} options how text is split
 */
async function tokensOf({ bytes, tokens }, where, options) {
  if (tokens || bytes.length === 0) return bytes;
  const engine = await getEngine('words', where);
  try {
    const lines = guarded(engine, () => engine.module.tokenLines(bytes, { ...options, tokens }));
    for (let i = 0; i < lines.length; i++) if (lines[i] === 0x20) lines[i] = 0; // no token has a space
    return lines;
  } finally {
    release(engine);
  }
}

/**
 * @param {NativeText} text the pairs are counted here
 * @param {NativeText} also a second text, joined by the same pairs
 * @param {Record<string, unknown> & {phrases?: PhraseOptions}} options
 * @param {import('./loader.js').Where} where
 */
export async function joinPhrases(text, also, options, where) {
  const [bytes, other] = [
    await tokensOf(text, where, options),
    await tokensOf(also, where, options),
  ];
  const engine = await getEngine('files', where);
  try {
    return guarded(engine, () =>
      engine.module.joinPhrases(bytes, other, /** @type {PhraseOptions} */ (options.phrases)),
    );
  } finally {
    release(engine);
  }
}

/**
 * @param {NativeText} text @param {import('./loader.js').Where} where
 * @param {Record<string, unknown>} options how it is split
 */
export async function countWords(text, where, options) {
  const tokens = new TextDecoder().decode(await tokensOf(text, where, options));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [word] of tokens.matchAll(/[^\0\n]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { words: [...counts.keys()], counts: [...counts.values()] };
}
