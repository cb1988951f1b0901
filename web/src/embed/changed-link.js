import { encode, pairsOf } from '../link/pairs.js';

/** What a link promises of one exact run. */
const PROMISES = ['sum', 'hash', 'words', 'rules'];

/**
 * A link with other fields, by their keys; null resets one to its default.
 * @param {string} link from # on @param {Record<string, string | number | null>} fields
 */
export function changedLink(link, fields) {
  const said = new Map([['v', '1'], ...pairsOf(link)]);
  for (const key of PROMISES) said.delete(key);
  for (const [key, value] of Object.entries(fields)) {
    if (value === null) said.delete(key);
    else said.set(key, String(value));
  }
  return `#${Array.from(said, ([key, value]) => `${key}=${encode(value)}`).join('&')}`;
}
