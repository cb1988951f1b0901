/** What became of what was pasted, or read from files. */
import { linksIn } from './found-links.js';

/**
 * @typedef {object} Pasted
 * @property {import('./found-links.js').Found[]} fresh the links that are new
 * @property {number} known how many were here before, under the same name
 * @property {string[]} rest lines without a link
 * @property {string[]} empty the names of files without a link
 * @property {string[]} refused the names of files without text
 */

/**
 * Takes links out of texts.
 * @param {{text: string, name: string}[]} texts a name for those of files
 * @param {import('./found-links.js').Found[]} here the links that are here already
 * @param {string[]} refused files without text
 * @returns {Pasted}
 */
export function pastedFrom(texts, here, refused) {
  const keyOf = (/** @type {import('./found-links.js').Found} */ { label, link }) =>
    `${label}\n${link}`;
  const before = new Set(here.map(keyOf));
  const readings = texts.map(({ text, name }) => ({ name, ...linksIn(text, name) }));
  const found = readings.flatMap((one) => one.found);
  const fresh = found.filter((one) => !before.has(keyOf(one)));
  return {
    fresh,
    known: found.length - fresh.length,
    rest: readings.flatMap(({ name, rest }) => (name ? [] : rest)),
    empty: readings.filter((one) => one.name && !one.found.length).map(({ name }) => name),
    refused,
  };
}
