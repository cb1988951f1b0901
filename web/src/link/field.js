/**
 * One row of a page's table: a field of the state with its key in the URL fragment and the limits
 * of its control.
 *
 * any: a list contains rows of many value types; a page's table is typed by Row<its state>.
 * @template [V=any]
 * @typedef {object} Field
 * @property {string} name the field's name in the state
 * @property {string} key its key in the fragment
 * @property {(text: string) => V | undefined} parse returns undefined if the text is not a valid
 *   value
 * @property {(value: V) => string} format parse(format(x)) equals x
 * @property {V | null | ((context: never) => V | null)} initial the default, null for none, or a
 *   function of the page's context that returns it
 * @property {boolean} [entry] true if Back undoes a change of it
 * @property {boolean} [training] true if it affects the trained weights
 * @property {string[]} [models] models that have the field; all if absent
 * @property {number} [min]
 * @property {number} [max]
 * @property {number} [step]
 * @property {'linear' | 'log'} [scale]
 * @property {string[]} [options]
 * @property {boolean} [switch] true if the field is on or off
 */

/**
 * Any row of a page's table, with values of the types in the page's state S.
 * @template S
 * @typedef {{[Name in keyof S & string]:
 *   Field<NonNullable<S[Name]>> & {name: Name}}[keyof S & string]} Row
 */

/**
 * The default value of a field.
 * @param {Field} row @param {object} context values on which the page's defaults depend
 */
export const initialOf = (row, context) =>
  typeof row.initial === 'function' ? row.initial(context) : row.initial;

export const sameValue = (/** @type {unknown} */ a, /** @type {unknown} */ b) =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.join('\u0000') === b.join('\u0000'));

/** Finds the row of a field by its name. @param {Field[]} fields @returns {(name: string) => Field} */
export function finder(fields) {
  const rows = new Map(fields.map((row) => [row.name, row]));
  // The page's own code only uses known names.
  return (name) => /** @type {Field} */ (rows.get(name));
}
