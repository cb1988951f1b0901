/** Trains a model in equal parts and measures it after each: the frames of a figure. */
import { optionsOf } from './plans.js';

/** @typedef {import('../api/index.js').Model} Model */
/** @typedef {typeof import('../api/index.js')} Api */
/**
 * @template Frame
 * @typedef {object} Recorded
 * @property {{model: Model, hash: string, seconds: number, epochs: number}} run
 * @property {Frame[]} frames the first is of the untrained model
 */

/** The weights after so many parts of a training are the same on every machine. */
const FRAMES = 48;

/**
 * @template Frame
 * @param {Pick<Api, 'create'>} api
 * @param {import('./plans.js').Plan} plan
 * @param {object} how
 * @param {import('./plans.js').Language} how.language
 * @param {number} [how.seed]
 * @param {(model: Model, seconds: number) => Promise<Frame>} how.measure what the figures show;
 *   seconds: of training so far
 * @param {number} [how.frames]
 * @param {(frame: Frame) => void} [how.onFrame]
 * @param {(done: number, secondsLeft: number) => void} [how.onProgress] done: 0 … 1
 * @param {AbortSignal} [how.signal]
 * @returns {Promise<Recorded<Frame>>}
 */
export async function record(api, plan, how) {
  const { language, seed = 1, measure, frames: count = FRAMES, onFrame, onProgress, signal } = how;
  const model = await api.create(optionsOf(plan, language, seed));
  try {
    let report = await model.report();
    /** @type {Frame[]} */
    const frames = [];
    let milliseconds = 0;
    const take = async () => {
      const frame = await measure(model, milliseconds / 1000);
      frames.push(frame);
      onFrame?.(frame);
    };
    await take();
    const part = Math.ceil(report.steps / count);
    while (part > 0 && !report.finished) {
      signal?.throwIfAborted();
      const start = performance.now();
      report = await model.step(part);
      milliseconds += performance.now() - start;
      await take();
      const { progress } = report;
      onProgress?.(progress, (milliseconds / 1000) * (1 / progress - 1));
    }
    const hash = await model.weightsHash();
    return { run: { model, hash, seconds: milliseconds / 1000, epochs: report.epochs }, frames };
  } catch (error) {
    await model.close().catch(() => {});
    throw error;
  }
}
