/** What was pasted and found, kept in this tab across a reload. It is forgotten with the tab. */
import { scopedName } from '../link/scope.js';

/**
 * @typedef {import('../tasks/verify-runs.js').Facts} Facts
 *
 * @typedef {object} Kept
 * @property {{label: string, link: string}[]} entries
 * @property {string} chosen key of the lesson; '' for that of the most
 * @property {[string, Facts][]} facts by the jobs' keys
 */

const name = () => scopedName('preformer.class');

/** JSON has no NaN. @param {string} _key @param {unknown} value */
const withNaN = (_key, value) => (Number.isNaN(value) ? { nan: true } : value);
/** @param {string} _key @param {{nan?: boolean} | null | undefined} value */
const revived = (_key, value) => (value?.nan === true ? Number.NaN : value);

/** @returns {Kept} */
export function restored() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name()) ?? '{}', revived);
    const { entries = [], chosen = '', facts = [] } = kept;
    const good = Array.isArray(entries) && Array.isArray(facts) && typeof chosen === 'string';
    if (good) return { entries, chosen, facts };
  } catch {
    // forbidden, or written by something else
  }
  return { entries: [], chosen: '', facts: [] };
}

/** @param {Kept} kept @returns {boolean} whether it has room */
export function keep(kept) {
  for (const one of [kept, { ...kept, facts: [] }]) {
    try {
      sessionStorage.setItem(name(), JSON.stringify(one, withNaN));
      return true;
    } catch {
      // full: without the facts, the trainings are repeated after a reload
    }
  }
  forget();
  return false;
}

export function forget() {
  try {
    sessionStorage.removeItem(name());
  } catch {
    // forbidden: then nothing is kept
  }
}
