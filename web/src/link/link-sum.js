/**
 * A short checksum in copied links. It shows whether a link arrived unchanged: chat programs cut
 * long links, and readers edit short ones by hand.
 */
import { pairsOf } from './pairs.js';

const KEY = 'sum';
const NOT_SUMMED = ['v', KEY];

/** 32-bit FNV-1a over the UTF-8 bytes of a text. @param {string} text @returns {number} */
export function fnv1a(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash;
}

/** 64-bit FNV-1a, as 16 digits. @param {string} text @returns {string} */
export function longHash(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}

/** @param {number} number @param {number} digits @returns {string} */
export const hex = (number, digits) => number.toString(16).padStart(8, '0').slice(-digits);

/**
 * The checksum is computed from the decoded pairs, because programs that forward links change the
 * escaping.
 * @param {Array<[string, string]>} pairs decoded
 */
function sumOf(pairs) {
  const said = pairs.filter(([key]) => !NOT_SUMMED.includes(key));
  const hash = fnv1a(said.map(([key, value]) => `${key}=${value}`).join('\n'));
  return hex(hash ^ (hash >>> 16), 4);
}

/** Characters behind the sum, not counting the escaping. @param {string} fragment */
function lengthOf(fragment) {
  const [, rest = ''] = /[#&]sum=[^&]*(.*)$/s.exec(fragment) ?? [];
  return unescaped(rest).length;
}

/** @param {string} text */
function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // an invalid escape
  }
}

/**
 * @param {string} fragment the result of formatFragment, which may be empty
 * @param {{long?: boolean}} [how] long: with its length, so that a cut can be told from a change
 * @returns {string}
 */
export function withSum(fragment, { long = false } = {}) {
  if (!fragment) return '';
  const sum = sumOf(pairsOf(fragment));
  const summed = fragment.replace('#v=1', `#v=1&${KEY}=${sum}`);
  return long ? summed.replace(sum, `${sum}.${lengthOf(summed)}`) : summed;
}

/**
 * @param {Array<[string, string]>} pairs
 * @returns {boolean} false if the link was changed or cut
 */
export function isWhole(pairs) {
  const told = pairs.find(([key]) => key === KEY);
  return !told || told[1].split('.')[0] === sumOf(pairs);
}

/**
 * What happened to a link on its way.
 * @param {string} fragment
 * @returns {'' | 'cut' | 'changed' | 'damaged'} '' for nothing; damaged: cut or changed, which the
 *   link does not tell
 */
export function damageOf(fragment) {
  if (isWhole(pairsOf(fragment))) return '';
  const length = Number(new Map(pairsOf(fragment)).get(KEY)?.split('.')[1] ?? Number.NaN);
  if (Number.isNaN(length)) return 'damaged';
  return lengthOf(fragment) < length ? 'cut' : 'changed';
}
