import { names, oneOf } from './kinds.js';

/**
 * What a link says about the page itself, in every page's table: whether training begins by itself,
 * what is brought into view, and which controls the reader is spared or may only look at.
 * @type {import('./field.js').Field[]}
 */
export const LINK_FIELDS = [
  // auto: a link that promises certain weights trains until they are there.
  { name: 'start', key: 'start', initial: 'auto', ...oneOf('auto', 'paused', 'training') },
  { name: 'opened', key: 'open', initial: '', ...names(1) },
  { name: 'hide', key: 'hide', initial: '', ...names(60) },
  { name: 'lock', key: 'lock', initial: '', ...names(60) },
];

/** Does opening this link begin to train? @param {Record<string, any>} values */
export const trainsAtOnce = ({ start, hash = '' }) =>
  start === 'training' || (start === 'auto' && hash !== '');

/** @param {string} list as `hide` and `lock` hold it @returns {string[]} */
export const namesIn = (list) => list.split(',').filter(Boolean);

/**
 * Changes without those of fields that the link locks; a link may unlock itself.
 * @param {Record<string, any>} changes @param {Record<string, any>} values
 * @param {import('./field.js').Field[]} fields
 */
export function unlocked(changes, { lock = '' }, fields) {
  if (!lock || 'lock' in changes) return changes;
  const locked = namesIn(lock);
  const names = fields.filter(({ key }) => locked.includes(key)).map(({ name }) => name);
  return Object.fromEntries(Object.entries(changes).filter(([name]) => !names.includes(name)));
}
