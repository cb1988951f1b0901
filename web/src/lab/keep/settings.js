/** The settings of a training, as they are stored and restored. */

import { initialOf, sameValue } from '../../link/field.js';
import { FIELDS } from '../table.js';

/** Whether a field affects the weights; the text itself is stored as bytes. */
const TRAINED = FIELDS.filter(({ training, name }) => training && name !== 'text');

/**
 * @typedef {import('../table.js').Values} Values
 * @typedef {Pick<Values, 'model' | 'corpus'> & Partial<Values>} Settings the fields that affect the
 *   weights
 */

/**
 * @param {Record<string, unknown>} values the state with which a model was made
 * @returns {Settings}
 */
export const settingsOf = (values) =>
  /** @type {any} */ (Object.fromEntries(TRAINED.map(({ name }) => [name, values[name]]))); // any: by name

/** A value in the current form of the table: an older page may have stored another form. */
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
 * The changes that give the page these settings. Defaults remain defaults.
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
