/**
 * Runs a long question in slices, so that it shows progress, can be cancelled and does not block
 * other calls.
 */
import { cancelled } from './errors.js';
import { guarded } from './models.js';
import { nextTask } from './schedule.js';

const SLICE_MS = 25;
const REPORT_MS = 34; // at most 30 reports per second

/**
 * @template Shown
 * @param {import('./wasm').NativeJob<unknown, Shown>} job deleted at the end
 * @param {{engine: import('./loader.js').Engine, listener?: (progress: Shown) => void,
 *   stopped: () => boolean}} control
 */
export async function work(job, { engine, listener, stopped }) {
  try {
    let shown = -Infinity;
    while (!guarded(engine, () => job.runFor(SLICE_MS))) {
      if (listener && performance.now() - shown > REPORT_MS) {
        shown = performance.now();
        listener(job.progress());
      }
      await nextTask();
      if (stopped()) throw cancelled();
    }
    return job.result();
  } finally {
    job.delete();
  }
}
