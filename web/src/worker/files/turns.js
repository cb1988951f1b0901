/**
 * Splits long work into slices. Between two slices the worker handles messages, reports progress,
 * and can stop the work.
 */
import { cancelled } from '../errors.js';
import { nextTask } from '../schedule.js';

const TURN_MS = 25;
const REPORT_MS = 34; // at most 30 reports per second

/**
 * @template Shown
 * @typedef {object} Control
 * @property {(progress: Shown) => void} [listener]
 * @property {() => boolean} stopped
 */

/** @template Shown what the listener receives */
export class Turns {
  #began = performance.now();
  #told = -Infinity;

  /** @param {Control<Shown>} control */
  constructor({ listener, stopped }) {
    this.listener = listener;
    this.stopped = stopped;
  }

  /** Whether the slice has lasted long enough; then call pause(). */
  get over() {
    return performance.now() - this.#began > TURN_MS;
  }

  /** @param {Shown} progress */
  async pause(progress) {
    const now = performance.now();
    if (this.listener && now - this.#told > REPORT_MS) {
      this.#told = now;
      this.listener(progress);
    }
    await nextTask();
    if (this.stopped()) throw cancelled();
    this.#began = performance.now();
  }
}
