import { applies, MODEL_FIELDS } from './model-fields.js';

/**
 * Converts the page's settings to options of the API. @typedef
 * {import('../api/types.js').CreateOptions} CreateOptions
 */

/** Slow: the whole run in about 40 seconds. Step by step: two per second. */
const SLOW_SECONDS = 40;
const STEPS_PER_SECOND = 2;

/** Fields that the corpus source sets, or that the API chooses. */
const ELSEWHERE = ['minCount', 'heldout'];

/**
 * @param {import('./table.js').Values} values the state
 * @param {Pick<CreateOptions, 'corpus' | 'tokenizer' | 'sentences' | 'minCount' | 'heldout'>} corpus
 * @returns {CreateOptions}
 */
export function modelOptions(values, corpus) {
  const { vectorSize, seed, alpha, minAlpha } = values;
  const model = /** @type {CreateOptions['model']} */ (values.model);
  // The vector size with which one-hot compares its memory.
  if (model === 'one-hot') return { model, vectorSize, seed, build: values.build, ...corpus };
  const rows = MODEL_FIELDS.filter((row) => applies(row, values) && !ELSEWHERE.includes(row.name));
  const own = Object.fromEntries(rows.map(({ name }) => [name, values[name]]));
  if ('minAlpha' in own) own.minAlpha = Math.min(alpha, minAlpha);
  return { model, ...own, ...corpus };
}

/** @param {string} speed @param {import('./slot.js').Slot} slot */
export function stepsPerSecond(speed, slot) {
  if (speed === 'window') return STEPS_PER_SECOND;
  const steps = slot.report?.steps ?? 0;
  if (speed === 'slow') return Math.max(Math.min(20, steps / 10), Math.round(steps / SLOW_SECONDS));
  return Number.POSITIVE_INFINITY;
}
