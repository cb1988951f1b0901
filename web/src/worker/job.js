/** A long question in slices, so that it shows progress, can be cancelled and holds up no other. */
import { cancelled } from '../api/errors.js';
import { nextTask } from './schedule.js';

const SLICE_MS = 25;
const REPORT_MS = 34; // at most 30 reports a second

/**
 * @param {import('./wasm').NativeJob} job freed at the end
 * @param {{listener?: (progress: number) => void, stopped: () => boolean}} control
 */
export async function work(job, { listener, stopped }) {
  try {
    let shown = -Infinity;
    while (!job.runFor(SLICE_MS)) {
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
