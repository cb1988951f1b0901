/** The built-in corpora, for chapters that count in their texts or train on changed ones. */
import { presets } from '../../corpora/presets.js';
import { defaultsFor } from '../api/corpus.js';

/** @typedef {import('./plans.js').Language} Language */

/** @param {string} corpus @param {Language} language */
export function corpusOf(corpus, language) {
  const found = presets.find(({ id }) => id === `${corpus}-${language}`);
  if (!found) throw new Error(`no corpus ${corpus}-${language}`);
  return found;
}

/** The training text, one sentence per line. @param {string} corpus @param {Language} language */
export const textOf = async (corpus, language) => (await corpusOf(corpus, language).load()).trim();

/** The held-out sentences. @param {string} corpus @param {Language} language */
export const heldOutOf = async (corpus, language) =>
  (await corpusOf(corpus, language).heldout()).trim();

/**
 * Trains on another text with the settings of a plan.
 * @param {import('./plans.js').Plan} plan @param {string} text
 * @param {import('./types.js').Context} context
 */
export async function trainOn(plan, text, { api, language, seed, signal, onProgress }) {
  const { defaults, tokenizer, sentences } = corpusOf(plan.corpus, language);
  const start = performance.now();
  const training = api.train({
    model: plan.model,
    corpus: text,
    tokenizer,
    sentences,
    ...defaultsFor(defaults, plan.model),
    ...plan.options,
    seed,
    signal,
    onProgress: ({ progress }) =>
      onProgress?.(progress, ((performance.now() - start) / 1000) * (1 / progress - 1)),
  });
  return training.catch(async (error) => {
    await error.model?.close(); // of a training that was cancelled
    throw error;
  });
}
