/** Reads bilm-tf's options.json. Every value is checked before it is used. */
import { problem } from './problems.js';

/**
 * @typedef {object} ElmoShape
 * @property {number} layers
 * @property {number} projection size of a token vector and of an LSTM's output
 * @property {number} cells
 * @property {boolean} projected whether the LSTMs have projections; the weights decide if the sizes
 *   are equal
 * @property {number} cellClip 0: no limit
 * @property {number} projClip 0: no limit
 * @property {boolean} skipConnections
 * @property {number} charSize
 * @property {number} maxCharacters
 * @property {number} highways
 * @property {number[]} filters width, count, width, count, …
 */

// any: JSON from an unknown source; every value is checked before it is used.
/** @typedef {Record<string, any>} Read an object of the file */

/** @param {string} text @returns {ElmoShape} */
export function readOptions(text) {
  const options = parsed(text);
  const lstm = part(options, 'lstm');
  const characters = part(options, 'char_cnn');
  const number = (/** @type {Read} */ from, /** @type {string} */ name, low = 1, high = 16384) => {
    const value = from[name] ?? (low === 0 ? 0 : undefined);
    if (Number.isInteger(value) && value >= low && value <= high) return value;
    throw problem('elmo.option', name, `${low} … ${high}`);
  };
  const clip = (/** @type {string} */ name) => {
    const value = lstm[name] ?? 0;
    if (typeof value === 'number' && value >= 0 && value <= 1e6) return value;
    throw problem('elmo.option', name, '0 … 1000000');
  };
  if (characters.activation !== 'relu') throw problem('elmo.option', 'activation', '"relu"');
  if (options.bidirectional === false) throw problem('elmo.option', 'bidirectional', 'true');
  // bilm-tf has 261 ids when it trains and 262 when it reads, with an id for padding.
  number(characters, 'n_characters', 261, 262);
  const maxCharacters = number(characters, 'max_characters_per_token', 3, 200);
  const filters = characters.filters;
  const isFilter = (/** @type {unknown} */ pair) =>
    Array.isArray(pair) && isWhole(pair[0], maxCharacters) && isWhole(pair[1], 8192);
  if (!Array.isArray(filters) || !isWhole(filters.length, 16) || !filters.every(isFilter)) {
    throw problem('elmo.option', 'filters', `[[1 … ${maxCharacters}, 1 … 8192], …]`);
  }
  const cells = number(lstm, 'dim');
  const projection = lstm.projection_dim == null ? cells : number(lstm, 'projection_dim');
  return {
    layers: number(lstm, 'n_layers', 1, 8),
    projection,
    cells,
    projected: cells !== projection,
    cellClip: clip('cell_clip'),
    projClip: clip('proj_clip'),
    skipConnections: Boolean(lstm.use_skip_connections),
    charSize: number(characters.embedding ?? {}, 'dim', 1, 1024),
    maxCharacters,
    highways: number(characters, 'n_highway', 0, 8),
    filters: filters.flat(),
  };
}

const isWhole = (/** @type {unknown} */ value, /** @type {number} */ high) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= high;

/** @param {string} text @returns {Read} */
function parsed(text) {
  try {
    const value = JSON.parse(text.replace(/^\ufeff/, ''));
    if (value !== null && typeof value === 'object') return value;
  } catch {}
  throw problem('elmo.json');
}

/** @param {Read} options @param {string} name @returns {Read} */
function part(options, name) {
  const value = options[name];
  if (value !== null && typeof value === 'object') return value;
  throw problem('elmo.part', name);
}
