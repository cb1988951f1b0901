/**
 * What a run is doing:
 *
 *   idle      no model, and none is being made
 *   making    a model is being made; the one before it still answers
 *   training  the model trains, reports arrive
 *   pausing   the model trains until the slice under way ends
 *   settled   the model is at rest: untrained, paused or finished
 *   failed    what was asked last went wrong; the model, if there is one, still answers
 *
 * @typedef {'idle' | 'making' | 'training' | 'pausing' | 'settled' | 'failed'} Phase
 */

/** The phases that may follow each phase. @type {Record<Phase, Phase[]>} */
const NEXT = {
  idle: ['making', 'idle'],
  making: ['making', 'settled', 'failed', 'idle'],
  training: ['pausing', 'settled', 'failed', 'idle'],
  pausing: ['settled', 'failed', 'idle'],
  settled: ['making', 'training', 'settled', 'failed', 'idle'],
  failed: ['making', 'training', 'settled', 'failed', 'idle'],
};

/** @param {Phase} now @param {Phase} next */
export function follow(now, next) {
  if (!NEXT[now].includes(next)) throw new Error(`${now} → ${next}`);
  return next;
}
