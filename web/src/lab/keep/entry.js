/**
 * What is kept, as a record:
 *
 * @typedef {Partial<import('./restore.js').About> & Partial<OfText> & Partial<OfVectors> &
 *   Partial<OfRun>} About
 *
 * @typedef {object} OfText of a kept text
 * @property {string} name
 * @property {{tokenizer: import('../../text/script.js').Cut['tokenizer'],
 *   sentences: import('../../text/script.js').Cut['sentences']}} choices
 *
 * @typedef {object} OfVectors of vectors, or a model without its text
 * @property {string} model '' for vectors alone
 *
 * @typedef {object} OfRun of a training that was cut off
 * @property {boolean} running whether it went on when it was kept
 * @property {number} tries how often it was taken up again
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
 * @property {About} about what the kind needs to know
 * @property {number} format of this record
 *
 * @typedef {Entry & {state: 'good' | 'newer' | 'broken'}} Listed newer: of a later version of the
 *   page. Such entries can be deleted, not opened.
 */

export const FORMAT = 1;

const KINDS = ['model', 'text', 'run'];
const MAX_NAME = 120;

/** @param {unknown} part @returns {part is Part} */
const isPart = (part) =>
  isObject(part) && typeof part.key === 'string' && Number.isFinite(part.bytes);

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => value !== null && typeof value === 'object';

/** @param {Record<keyof Entry, unknown>} record */
const isGood = ({ kind, name, saved, parts, about }) =>
  KINDS.includes(String(kind)) &&
  typeof name === 'string' &&
  Number.isFinite(saved) &&
  isObject(about) &&
  isObject(parts) &&
  Object.values(parts).every(isPart);

/**
 * @param {Entry} record as it was written; what lies in the store may be anything
 * @returns {Listed}
 */
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
