import { names, oneOf } from './kinds.js';

/**
 * @typedef {object} LinkValues what a link says about the page itself
 * @property {'auto' | 'paused' | 'training'} start whether training begins by itself
 * @property {string} opened what is brought into view
 * @property {string} hide controls that are hidden
 * @property {string} lock controls that are locked
 *
 * @typedef {'auto' | 'en' | 'zh'} Language
 *
 * @typedef {LinkValues & {language: Language, hash: string}} PageValues what every page's state has:
 *   the language, and the hash of the weights that the link promises
 */

/**
 * The rows of these, in every page's table.
 * @type {import('./field.js').Row<LinkValues>[]}
 */
export const LINK_FIELDS = [
  // auto: a link that promises certain weights trains until they are there.
  { name: 'start', key: 'start', initial: 'auto', ...oneOf('auto', 'paused', 'training') },
  { name: 'opened', key: 'open', initial: '', ...names(1) },
  { name: 'hide', key: 'hide', initial: '', ...names(60) },
  { name: 'lock', key: 'lock', initial: '', ...names(60) },
];

/** Does opening this link begin to train? @param {{start: string, hash?: string}} values */
export const trainsAtOnce = ({ start, hash = '' }) =>
  start === 'training' || (start === 'auto' && hash !== '');

/** @param {string} list as `hide` and `lock` hold it @returns {string[]} */
export const namesIn = (list) => list.split(',').filter(Boolean);

/**
 * Changes without those of fields that the link locks; a link may unlock itself.
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
