/** The settings that a training came from, kept with it and put back. */

import { initialOf, sameValue } from '../../link/field.js';
import { FIELDS } from '../table.js';

/** Decides the weights; the text itself is kept as bytes. */
const TRAINED = FIELDS.filter(({ training, name }) => training && name !== 'text');

/** @param {Record<string, any>} values the state that a model was made with */
export const settingsOf = (values) =>
  Object.fromEntries(TRAINED.map(({ name }) => [name, values[name]]));

/** A value as the table knows it today: an older page may have kept another. */
function known(/** @type {import('../../link/field.js').Field} */ row, /** @type {any} */ value) {
  try {
    return row.parse(row.format(value));
  } catch {
    return undefined;
  }
}

/**
 * What to set so that the page's settings become these. Defaults stay defaults.
 * @param {import('../store.js').Store} store
 * @param {Record<string, any>} settings
 * @returns {Record<string, any>}
 */
export function changesTo(store, settings) {
  const { model, corpus, optimiser } = settings;
  const { language } = store.own;
  const context = store.context({ language, model, corpus, optimiser });
  const change = (/** @type {import('../../link/field.js').Field} */ row) => {
    const value = known(row, settings[row.name]);
    return sameValue(value, initialOf(row, context)) ? undefined : value;
  };
  return Object.fromEntries(TRAINED.map((row) => [row.name, change(row)]));
}
