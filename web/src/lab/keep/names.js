/** What the database is called, and how its entries are. */

export const NAME = 'preformer';

/**
 * Unlike any other, in any tab; told apart by kind.
 * @param {string} kind
 */
export function newId(kind) {
  const random = crypto.getRandomValues(new Uint32Array(4));
  return [kind, ...Array.from(random, (number) => number.toString(36))].join('-');
}
