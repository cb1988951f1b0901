/** Names of the database and of its entries. */

export const NAME = 'preformer';

/**
 * A unique id across tabs; its beginning is the kind.
 * @param {string} kind
 */
export function newId(kind) {
  const random = crypto.getRandomValues(new Uint32Array(4));
  return [kind, ...Array.from(random, (number) => number.toString(36))].join('-');
}
