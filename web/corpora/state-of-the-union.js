/**
 * The State of the Union addresses, fetched when they are chosen. prepare-sotu.js writes the files.
 */
import { loadFailure, loadPrepared } from './prepared-file.js';

// The addresses are literals because bundlers must find them.
const addresses = {
  training: () => new URL('./prepared/state-of-the-union.txt.gz', import.meta.url),
  heldout: () => new URL('./prepared/state-of-the-union-heldout.txt.gz', import.meta.url),
};

/**
 * @param {{fetch?: typeof globalThis.fetch, part?: 'training' | 'heldout'}} [options]
 * @returns {Promise<string>} one sentence per line, lower-case words separated by spaces
 */
export async function loadStateOfTheUnion({ fetch: get, part = 'training' } = {}) {
  try {
    const text = new TextDecoder().decode(await loadPrepared(addresses[part](), get));
    if (!/^[a-z ]+\n/.test(text)) throw new Error('what arrived is not the corpus');
    return text;
  } catch (error) {
    throw loadFailure('The State of the Union text', 'corpus', error);
  }
}
