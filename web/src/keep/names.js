/** Names of the database and of its entries. */
import { scopedName } from '../link/scope.js';

/** The database of all copies of the site on this origin, before each had one of its own. */
export const SHARED_NAME = 'preformer';

export const NAME = scopedName(SHARED_NAME);

/**
 * A unique id across tabs; its beginning is the kind.
 * @param {string} kind
 */
export function newId(kind) {
  const random = crypto.getRandomValues(new Uint32Array(4));
  return [kind, ...Array.from(random, (number) => number.toString(36))].join('-');
}
