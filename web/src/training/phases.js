/**
 * The phases of a run:
 *
 *   idle      no model, and none is being created
 *   making    a model is being created; the previous one still answers
 *   training  the model trains and sends reports
 *   pausing   the model trains until the end of the current slice
 *   settled   the model is at rest: untrained, paused or finished
 *   failed    the last action failed; the model, if there is one, still answers
 *
 * @typedef {'idle' | 'making' | 'training' | 'pausing' | 'settled' | 'failed'} Phase
 */

/** The allowed successors of each phase. @type {Record<Phase, Phase[]>} */
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
