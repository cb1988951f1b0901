import { initialOf, sameValue } from './field.js';
import { isWhole } from './link-sum.js';
import { encode, pairsOf } from './pairs.js';

/**
 * @typedef {object} Note a note about a link for its reader
 * @property {'version' | 'changed' | 'long' | 'refused' | 'clamped' | 'noText' | 'badText' |
 *   'noCorpus' | 'edition'} kind
 * @property {string[]} [keys] the parts of the link that it concerns
 * @property {string} [value]
 */

const VERSION = '1';
/** Longer links are read up to this length. */
export const MAX_FRAGMENT = 40_000;

/**
 * Reads `#v=1&key=value&…`. Unknown keys, repeated keys after the first and invalid values are
 * ignored; numbers out of range are clamped. Never throws.
 * @param {string} hash @param {import('./field.js').Field[]} fields the page's table
 * @returns {{values: Record<string, unknown>, notes: Note[]}} the fields in the link, and notes on
 *   what was ignored or clamped
 */
export function readFragment(hash, fields) {
  const pairs = pairsOf(hash.slice(0, MAX_FRAGMENT));
  const said = new Map(pairs);
  /** @type {Record<string, unknown>} */
  const values = {};
  /** @type {string[]} */
  const refused = [];
  /** @type {string[]} */
  const clamped = [];
  for (const row of fields) {
    const text = said.get(row.key);
    if (text === undefined) continue;
    const value = row.parse(text);
    if (value === undefined) refused.push(row.key);
    else values[row.name] = value;
    if (typeof value === 'number' && value !== Number(text)) clamped.push(row.key);
  }
  /** @type {Note[]} */
  const notes = [];
  if (said.has('v') && said.get('v') !== VERSION) notes.push({ kind: 'version' });
  if (hash.length > MAX_FRAGMENT) notes.push({ kind: 'long' });
  else if (!isWhole(pairs)) notes.push({ kind: 'changed' });
  if (refused.length) notes.push({ kind: 'refused', keys: refused });
  if (clamped.length) notes.push({ kind: 'clamped', keys: clamped });
  return { values, notes };
}

/**
 * Writes the fields that differ from their defaults.
 * @template {object} V
 * @param {V} values @param {object} context values on which the page's defaults depend
 * @param {import('./field.js').Field[]} fields
 * @returns {string} '' if all fields have their defaults
 */
export function formatFragment(values, context, fields) {
  const parts = [];
  for (const row of fields) {
    const value = values[/** @type {keyof V} */ (row.name)];
    if (value === undefined || value === null) continue;
    if (value === '' && row.initial !== null) continue; // only phrases may be empty
    if (sameValue(value, initialOf(row, context))) continue;
    parts.push(`${row.key}=${encode(row.format(value))}`);
  }
  return parts.length ? `#v=${VERSION}&${parts.join('&')}` : '';
}
