import { FIELDS, initialOf, sameValue } from './table.js';

/** @typedef {import('./table.js').Context} Context */

const VERSION = '1';
const MAX_FRAGMENT = 40_000;

const decode = (/** @type {string} */ text) => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined; // a broken escape
  }
};

/** Commas stay readable: a fragment allows them. */
const encode = (/** @type {string} */ text) => encodeURIComponent(text).replaceAll('%2C', ',');

/**
 * Reads `#v=1&key=value&…`. Unknown keys, repeated keys after the first and values that are none
 * are left out; numbers out of range are clamped. Never throws.
 * @param {string} hash @param {import('./table.js').Field[]} fields another page has another table
 * @returns {Record<string, any>} only the fields the link names
 */
export function parseFragment(hash, fields = FIELDS) {
  /** @type {Record<string, any>} */
  const values = {};
  /** @type {Map<string, string>} */
  const pairs = new Map();
  for (const part of hash.slice(0, MAX_FRAGMENT).replace(/^#/, '').split('&')) {
    const equals = part.indexOf('=');
    if (equals <= 0) continue;
    const key = part.slice(0, equals);
    const text = decode(part.slice(equals + 1));
    if (text !== undefined && !pairs.has(key)) pairs.set(key, text);
  }
  for (const row of fields) {
    const text = pairs.get(row.key);
    const value = text === undefined ? undefined : row.parse(text);
    if (value !== undefined) values[row.name] = value;
  }
  return values;
}

/**
 * Writes the fields that differ from their defaults.
 * @param {Record<string, any>} values @param {Context} context
 * @param {import('./table.js').Field[]} fields
 * @returns {string} '' when everything is at its default
 */
export function formatFragment(values, context, fields = FIELDS) {
  const parts = [];
  for (const row of fields) {
    const value = values[row.name];
    if (value === undefined || value === null) continue;
    if (value === '' && row.initial !== null) continue; // only a phrase may be empty
    if (sameValue(value, initialOf(row, context))) continue;
    parts.push(`${row.key}=${encode(row.format(value))}`);
  }
  return parts.length ? `#v=${VERSION}&${parts.join('&')}` : '';
}
