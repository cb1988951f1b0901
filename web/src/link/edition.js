import { oneOf } from './kinds.js';

/**
 * The edition of the generated sentences, on the pages that generate their text. Links made before
 * the second edition name none. If they promise weights, these were trained on the first; so a link
 * with a hash and without an edition means the first, and new links with a hash name the second.
 *
 * The row comes after `hash` in a page's table.
 * @typedef {'1' | '2'} Edition
 */
export const EDITION_FIELD = {
  name: /** @type {'edition'} */ ('edition'),
  key: 'edition',
  training: true,
  initial: (/** @type {{hash?: string}} */ { hash }) => /** @type {Edition} */ (hash ? '1' : '2'),
  ...oneOf(/** @type {Edition} */ ('1'), /** @type {Edition} */ ('2')),
};
