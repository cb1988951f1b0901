/** The page's settings in the API's terms. */

/** Slow: the whole run in about 40 seconds. Window by window: two a second. */
const SLOW_SECONDS = 40;
const WINDOWS_PER_SECOND = 2;

/**
 * @param {Record<string, any>} values the state
 * @param {{corpus: any, tokenizer: string, sentences: string, minCount: number}} corpus
 */
export function modelOptions(values, corpus) {
  const { model, objective, vectorSize, window, negative, alpha, minAlpha, epochs } = values;
  const { seed, sample, nsExponent, build } = values;
  const common = { model, vectorSize, seed, build, ...corpus };
  if (model === 'one-hot') return common;
  const rates = { alpha, minAlpha: Math.min(alpha, minAlpha), sample, nsExponent };
  return { ...common, objective, window, negative, epochs, ...rates };
}

/** @param {string} speed @param {import('./slot.js').Slot} slot */
export function stepsPerSecond(speed, slot) {
  if (speed === 'window') return WINDOWS_PER_SECOND;
  if (speed === 'slow') return Math.max(20, Math.round((slot.report?.steps ?? 0) / SLOW_SECONDS));
  return Number.POSITIVE_INFINITY;
}
