import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { fnv1a, hex, withSum } from './link-sum.js';

/**
 * A hash of 8 digits of the words a model was trained on and their counts. If two runs differ, it
 * shows whether the text was tokenized differently.
 * @param {Array<{word: string, count: number}>} vocabulary
 */
export function wordsHash(vocabulary) {
  let hash = hashes.get(vocabulary);
  if (!hash) {
    hash = hex(fnv1a(vocabulary.map(({ word, count }) => `${word} ${count}`).join('\n')), 8);
    hashes.set(vocabulary, hash);
  }
  return hash;
}

/** @type {WeakMap<object, string>} */
const hashes = new WeakMap();

/**
 * The full link of a page, with its checksum.
 * @param {string} fragment @param {{origin: string, pathname: string, search: string}} location
 */
export const linkTo = (fragment, { origin, pathname, search }) =>
  `${origin === 'null' ? 'file://' : origin}${pathname}${search}${withSum(fragment)}`;

/** Some chat and mail programs cut links that are longer than this. */
export const LONG_LINK = 2000;

/**
 * The note for a link that is too long for some programs; '' for shorter links.
 * @param {string} link
 */
export const longNote = (link) =>
  link.length > LONG_LINK ? t('header.copyLong', { count: whole(link.length) }) : '';
