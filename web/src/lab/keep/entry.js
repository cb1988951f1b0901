/**
 * What is kept, as a record:
 *
 * @typedef {'model' | 'text' | 'run'} Kind a model or a text that the reader keeps, or a training
 *   under way, kept against a crash
 * @typedef {{key: string, bytes: number}} Part where the bytes lie, and how many
 *
 * @typedef {object} Entry
 * @property {string} id
 * @property {Kind} kind
 * @property {string} name as the reader calls it
 * @property {number} saved milliseconds since 1970
 * @property {Record<string, Part>} parts checkpoint, vectors, text, start
 * @property {Record<string, any>} about what the kind needs to know (models.js, trainings.js)
 * @property {number} format of this record
 *
 * @typedef {Entry & {state: 'good' | 'newer' | 'broken'}} Listed newer: of a later version of the
 *   page. Such entries can be deleted, not opened.
 */

export const FORMAT = 1;

const KINDS = ['model', 'text', 'run'];
const MAX_NAME = 120;

const isPart = (/** @type {any} */ part) =>
  typeof part?.key === 'string' && Number.isFinite(part.bytes);

const isObject = (/** @type {any} */ value) => value !== null && typeof value === 'object';

const isGood = (/** @type {any} */ { kind, name, saved, parts, about }) =>
  KINDS.includes(kind) &&
  typeof name === 'string' &&
  Number.isFinite(saved) &&
  isObject(about) &&
  isObject(parts) &&
  Object.values(parts).every(isPart);

/** @param {any} record whatever lies in the store @returns {Listed} */
export function readEntry(record) {
  if (record.format === FORMAT && isGood(record)) return { ...record, state: 'good' };
  const { id, kind, name, saved, format } = record;
  return {
    id,
    kind: KINDS.includes(kind) ? kind : 'model',
    name: typeof name === 'string' ? name : '',
    saved: Number.isFinite(saved) ? saved : 0,
    parts: Object.fromEntries(
      Object.entries(record.parts ?? {}).filter(([, part]) => isPart(part)),
    ),
    about: {},
    format,
    state: format > FORMAT ? 'newer' : 'broken',
  };
}

/** @param {{parts: Record<string, Part>}} entry */
export const bytesOf = ({ parts }) =>
  Object.values(parts).reduce((sum, part) => sum + part.bytes, 0);

/** A name as it may be shown: one line, not too long. @param {string} text */
export const cleanName = (text) => text.replace(/\s+/g, ' ').trim().slice(0, MAX_NAME);
