/**
 * The trainings of the Story, as options of the API. The defaults of the corpora apply, so that a
 * link to the Lab trains the same model.
 *
 * @typedef {'en' | 'zh'} Language
 * @typedef {object} Plan
 * @property {'one-hot' | 'nnlm' | 'cbow' | 'skip-gram' | 'elmo'} model
 * @property {'relations' | 'polysemy'} corpus
 * @property {Record<string, number>} [options] that differ from the Lab's
 * @property {boolean} [untrained] the Lab opens without training
 */

/** @type {Record<'oneHot' | 'nnlm' | 'cbow' | 'skipGram' | 'elmo', Plan>} */
export const plans = {
  oneHot: { model: 'one-hot', corpus: 'relations', untrained: true },
  nnlm: { model: 'nnlm', corpus: 'relations', options: { context: 4 } },
  cbow: { model: 'cbow', corpus: 'relations' },
  skipGram: { model: 'skip-gram', corpus: 'relations' },
  elmo: { model: 'elmo', corpus: 'polysemy' },
};

/** The corpus of a plan, as the API and links name it. @param {Plan} plan @param {Language} language */
export const presetOf = ({ corpus }, language) =>
  corpus === 'polysemy' ? `polysemy-${language}-2` : `${corpus}-${language}`; // the second edition

/** @param {Plan} plan @param {Language} language @param {number} [seed] */
export const optionsOf = (plan, language, seed = 1) => ({
  model: plan.model,
  corpus: { preset: presetOf(plan, language) },
  seed,
  ...plan.options,
});

/**
 * The link to the Lab that trains the plan.
 * @param {Plan} plan @param {Language} language @param {{seed?: number, more?: string}} [how] more:
 *   further fields of the link
 */
export function labLink(plan, language, { seed = 1, more = '' } = {}) {
  const { model, options = {}, untrained = false } = plan;
  const fields = Object.entries({ ...options, ...(seed === 1 ? {} : { seed }) });
  const settings = fields.map(([key, value]) => `&${key}=${value}`).join('');
  const spoken = language === 'zh' ? '&lang=zh' : '';
  return `./lab.html#v=1${spoken}&model=${model}&corpus=${presetOf(plan, language)}${settings}${more}&start=${untrained ? 'paused' : 'training'}`;
}

/**
 * The link that repeats a chapter's training.
 * @param {Pick<import('./chapter.js').Run, 'plan' | 'door' | 'elsewhere'>} run @param {Language} language
 * @param {number} seed
 */
export const doorOf = ({ plan, door, elsewhere }, language, seed) =>
  elsewhere?.(language, { seed }) ??
  (plan ? labLink(plan, language, { seed, more: door?.(language) }) : './lab.html');
