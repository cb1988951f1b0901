import { names, oneOf } from './kinds.js';

/**
 * @typedef {object} LinkValues values that concern the page itself
 * @property {'auto' | 'paused' | 'training'} start whether training starts without a click
 * @property {string} opened the part that is scrolled into view
 * @property {string} hide controls that are hidden
 * @property {string} lock controls that are locked
 *
 * @typedef {'auto' | 'en' | 'zh'} Language
 *
 * @typedef {LinkValues & {language: Language, hash: string}} PageValues values in the state of
 *   every page, with the language and the expected hash of the weights
 * @typedef {PageValues & {edition: import('./edition.js').Edition}} EditionValues values in the
 *   state of the pages that generate their text
 */

/**
 * The rows of LinkValues, which are part of every page's table.
 * @type {import('./field.js').Row<LinkValues>[]}
 */
export const LINK_FIELDS = [
  // auto: a link with a hash of weights trains until the run ends.
  { name: 'start', key: 'start', initial: 'auto', ...oneOf('auto', 'paused', 'training') },
  { name: 'opened', key: 'open', initial: '', ...names(1) },
  { name: 'hide', key: 'hide', initial: '', ...names(60) },
  { name: 'lock', key: 'lock', initial: '', ...names(60) },
];

/** Whether opening this link starts training. @param {{start: string, hash?: string}} values */
export const trainsAtOnce = ({ start, hash = '' }) =>
  start === 'training' || (start === 'auto' && hash !== '');

/** @param {string} list a list from `hide` or `lock` @returns {string[]} */
export const namesIn = (list) => list.split(',').filter(Boolean);

/**
 * Removes changes of fields that the link locks. A change that includes `lock` itself is not
 * restricted.
 * @template {object} V
 * @param {Partial<V>} changes @param {{lock?: string}} values
 * @param {import('./field.js').Field[]} fields
 * @returns {Partial<V>}
 */
export function unlocked(changes, { lock = '' }, fields) {
  if (!lock || 'lock' in changes) return changes;
  const locked = namesIn(lock);
  const names = fields.filter(({ key }) => locked.includes(key)).map(({ name }) => name);
  const free = Object.entries(changes).filter(([name]) => !names.includes(name));
  return /** @type {Partial<V>} */ (Object.fromEntries(free));
}
