/**
 * One row of a page's table: it joins a field of the state, its key in the URL fragment and the
 * limits of its control.
 *
 * any: a list holds rows of many kinds of values; a page's table is typed by Row<its state>.
 * @template [V=any]
 * @typedef {object} Field
 * @property {string} name the field's name in the state
 * @property {string} key its key in the fragment
 * @property {(text: string) => V | undefined} parse returns undefined when the text is no value of
 *   the field
 * @property {(value: V) => string} format parse(format(x)) equals x
 * @property {V | null | ((context: never) => V | null)} initial the default; null: none; or a
 *   function of what the page's defaults depend on
 * @property {boolean} [training] part of what determines the trained weights
 * @property {string[]} [models] those that know it; absent: all
 * @property {number} [min]
 * @property {number} [max]
 * @property {number} [step]
 * @property {'linear' | 'log'} [scale]
 * @property {string[]} [options]
 * @property {boolean} [switch] on or off
 */

/**
 * Any row of a page's table, its values as the page's state S has them.
 * @template S
 * @typedef {{[Name in keyof S & string]:
 *   Field<NonNullable<S[Name]>> & {name: Name}}[keyof S & string]} Row
 */

/**
 * The value a field has when nothing else is said.
 * @param {Field} row @param {object} context what the page's defaults depend on
 */
export const initialOf = (row, context) =>
  typeof row.initial === 'function' ? row.initial(context) : row.initial;

export const sameValue = (/** @type {unknown} */ a, /** @type {unknown} */ b) =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.join('\u0000') === b.join('\u0000'));

/** Finds the row of a field by its name. @param {Field[]} fields @returns {(name: string) => Field} */
export function finder(fields) {
  const rows = new Map(fields.map((row) => [row.name, row]));
  return (name) => /** @type {Field} */ (rows.get(name)); // the page's own code says the names
}
