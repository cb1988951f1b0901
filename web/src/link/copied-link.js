import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { fnv1a, hex, withSum } from './link-sum.js';

/**
 * The words a model was trained on and how often each occurs, in 8 digits: where two runs differ,
 * it tells whether the text was cut differently.
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
 * A page's link as it is handed on.
 * @param {string} fragment @param {{origin: string, pathname: string, search: string}} location
 */
export const linkTo = (fragment, { origin, pathname, search }) =>
  `${origin === 'null' ? 'file://' : origin}${pathname}${search}${withSum(fragment)}`;

/** Past this, some chats and mail programs cut a link. */
export const LONG_LINK = 2000;

/** What is said of a link that is too long for some. @param {string} link */
export const longNote = (link) =>
  link.length > LONG_LINK ? t('header.copyLong', { count: whole(link.length) }) : '';
