/** The texts of the built-in corpora, for chapters that count in them or change them. */
import { presets } from '../../corpora/presets.js';

/** @typedef {import('./plans.js').Language} Language */

/** @param {string} corpus @param {Language} language */
function presetOf(corpus, language) {
  const found = presets.find(({ id }) => id === `${corpus}-${language}`);
  if (!found) throw new Error(`no corpus ${corpus}-${language}`);
  return found;
}

/** The training text, one sentence per line. @param {string} corpus @param {Language} language */
export const textOf = async (corpus, language) => (await presetOf(corpus, language).load()).trim();

/** The held-out sentences. @param {string} corpus @param {Language} language */
export const heldOutOf = async (corpus, language) =>
  (await presetOf(corpus, language).heldout()).trim();
