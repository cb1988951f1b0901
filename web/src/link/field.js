/**
 * One row of a page's table: it joins a field of the state, its key in the URL fragment and the
 * limits of its control.
 *
 * @typedef {object} Context what the defaults depend on
 * @property {string} model
 * @property {string} [optimiser] if the reader chose one
 * @property {string} [language] what the link says: 'en', 'zh' or 'auto'
 * @property {Record<string, any>} [defaults] options the corpus suggests (`presets[i].defaults`)
 * @property {{tokenizer?: string, sentences?: string}} [corpus]
 *
 * @typedef {object} Field
 * @property {string} name the field's name in the state
 * @property {string} key its key in the fragment
 * @property {(text: string) => any} parse returns undefined when the text is no value of the field
 * @property {(value: any) => string} format parse(format(x)) equals x
 * @property {any} initial the default, or a function of the Context
 * @property {boolean} [training] part of what determines the trained weights
 * @property {string[]} [models] those that know it; absent: all
 * @property {number} [min]
 * @property {number} [max]
 * @property {number} [step]
 * @property {'linear' | 'log'} [scale]
 * @property {string[]} [options]
 * @property {boolean} [switch] on or off
 */

/** The value a field has when nothing else is said. @param {Field} row @param {Context} context */
export const initialOf = (row, context) =>
  typeof row.initial === 'function' ? row.initial(context) : row.initial;

export const sameValue = (/** @type {any} */ a, /** @type {any} */ b) =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.join('\u0000') === b.join('\u0000'));
