/** The address of an experiment: `#v=1&experiment=texts&key=value…`, with a checksum when copied. */
import { withSum } from '../link/link-sum.js';
import { encode, pairsOf } from '../link/pairs.js';
import { TEXT_KEYS } from './text-in-address.js';

const NOT_FIELDS = ['v', 'sum', 'experiment'];

/**
 * @param {string} fragment
 * @returns {{id: string, fields: Map<string, string>}} '' if it names no experiment
 */
export function readExperiment(fragment) {
  const pairs = new Map(pairsOf(fragment));
  const id = pairs.get('experiment') ?? '';
  for (const key of NOT_FIELDS) pairs.delete(key);
  return { id, fields: pairs };
}

/** @param {string} id @param {Record<string, string>} [fields] empty ones are left out */
export function experimentFragment(id, fields = {}) {
  const said = Object.entries(fields).filter(([, value]) => value !== '');
  const parts = said.map(([key, value]) => `&${key}=${encode(value)}`);
  return `#v=1&experiment=${encode(id)}${parts.join('')}`;
}

/**
 * The address in the other language: the same experiment. Its words are of this language, unless
 * they are those of the reader's own text.
 * @param {string} fragment
 */
export function inOtherLanguage(fragment) {
  const { id, fields } = readExperiment(fragment);
  if (!id) return '';
  const own = TEXT_KEYS.some((key) => fields.has(key));
  return experimentFragment(id, own ? Object.fromEntries(fields) : {});
}

/** @param {string} id @param {Record<string, string>} fields */
export const experimentLink = (id, fields) => withSum(experimentFragment(id, fields));
