/**
 * The record of a stored item:
 *
 * @typedef {Partial<OfModel> & Partial<OfText> & Partial<OfVectors> & Partial<OfRun>} About
 *
 * @typedef {object} OfModel of a model with its text, or of a training
 * @property {{model: string, corpus: string} & Record<string, any>} settings any: each page has its
 *   own
 * @property {{name: string} | null} [text] the reader's own text; null for an example corpus
 * @property {{name: string} | null} [start] the vectors from a file with which it began
 * @property {{epoch: number, epochs: number, progress: number, finished: boolean, step?: number}}
 *   report
 * @property {any} [run] the Lab's loss curve
 * @property {any} [contents] what another page knows of the model
 * @property {string} [hash] hash of the weights; '' during training
 * @property {{vocabulary: number, dimensions: number}} [size]
 *
 * @typedef {object} OfText of a stored text
 * @property {string} name
 * @property {{tokenizer: import('../text/script.js').Cut['tokenizer'],
 *   sentences: import('../text/script.js').Cut['sentences']}} choices
 *
 * @typedef {object} OfVectors of vectors, or of a model without its text
 * @property {string} model '' for vectors alone
 *
 * @typedef {object} OfRun of a training
 * @property {string} [page] the page that it belongs to; 'lab' if absent
 * @property {string} [place] which of the page's runs it is; the kind of model if absent
 * @property {string} trained key of the settings from which the model was made
 * @property {boolean} running whether training was in progress when it was stored
 * @property {number} tries how often it was restored since it was stored
 *
 * @typedef {'model' | 'text' | 'run'} Kind a model or a text that the reader stored, or a training,
 *   stored for the next visit
 * @typedef {{key: string, bytes: number}} Part key of the bytes, and their number
 *
 * @typedef {object} Entry
 * @property {string} id
 * @property {Kind} kind
 * @property {string} name the reader's name for it
 * @property {number} saved milliseconds since 1970
 * @property {Record<string, Part>} parts checkpoint, vectors, text, start
 * @property {About} about data that depends on the kind
 * @property {number} format format version of this record
 *
 * @typedef {Entry & {state: 'good' | 'newer' | 'broken'}} Listed newer: written by a later version
 *   of the page; such entries can be deleted but not opened
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
 * @param {Entry} record a record from the store, where it may have any form
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

/** Shortens a name to one line of limited length. @param {string} text */
export const cleanName = (text) => text.replace(/\s+/g, ' ').trim().slice(0, MAX_NAME);
