/** The settings that a training came from, kept with it and put back. */

import { initialOf, sameValue } from '../../link/field.js';
import { FIELDS } from '../table.js';

/** Decides the weights; the text itself is kept as bytes. */
const TRAINED = FIELDS.filter(({ training, name }) => training && name !== 'text');

/**
 * @typedef {import('../table.js').Values} Values
 * @typedef {Pick<Values, 'model' | 'corpus'> & Partial<Values>} Settings those that decide the weights
 */

/**
 * @param {Record<string, unknown>} values the state that a model was made with
 * @returns {Settings}
 */
export const settingsOf = (values) =>
  /** @type {any} */ (Object.fromEntries(TRAINED.map(({ name }) => [name, values[name]]))); // any: by name

/** A value as the table knows it today: an older page may have kept another. */
function known(
  /** @type {import('../../link/field.js').Field} */ row,
  /** @type {unknown} */ value,
) {
  try {
    return row.parse(row.format(value));
  } catch {
    return undefined;
  }
}

/**
 * What to set so that the page's settings become these. Defaults stay defaults.
 * @param {import('../store.js').Store} store
 * @param {Settings} settings
 * @returns {Partial<Values>}
 */
export function changesTo(store, settings) {
  const { model, corpus, optimiser } = settings;
  const { language } = store.own;
  const context = store.context({ language, model, corpus, optimiser });
  const change = (/** @type {typeof TRAINED[0]} */ row) => {
    const value = known(row, settings[row.name]);
    return sameValue(value, initialOf(row, context)) ? undefined : value;
  };
  return Object.fromEntries(TRAINED.map((row) => [row.name, change(row)]));
}
