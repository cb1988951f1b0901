/** A long evaluation in slices, so that it shows progress, can be cancelled and holds up no query. */
import { cancelled } from '../api/errors.js';
import { nextTask } from './schedule.js';

const SLICE_MS = 25;
const REPORT_MS = 34; // at most 30 reports a second

/**
 * @param {import('./wasm').NativeModel} native
 * @param {string} text
 * @param {{listener?: (progress: number) => void, stopped: () => boolean}} control
 */
export async function evaluateAnalogies(native, text, { listener, stopped }) {
  const evaluation = native.evaluateWordAnalogies(text);
  try {
    let shown = -Infinity;
    while (!evaluation.runFor(SLICE_MS)) {
      if (listener && performance.now() - shown > REPORT_MS) {
        shown = performance.now();
        listener(evaluation.progress());
      }
      await nextTask();
      if (stopped()) throw cancelled();
    }
    return evaluation.result();
  } finally {
    evaluation.delete();
  }
}
