/**
 * The history of losses: one curve per training run, kept short by halving its resolution.
 *
 * @typedef {object} Run
 * @property {number} id
 * @property {string} model
 * @property {string} key what was trained (Store.trainingKey)
 * @property {import('./table.js').Values} values the settings it ran with
 * @property {Array<{epoch: number, loss: number}>} points nats per prediction
 * @property {Array<{epoch: number, loss: number}>} heldout measured at the end of epochs
 * @property {import('../api/types.js').Perplexities | null} baselines of the n-grams on the same
 *   held-out text; null: unknown
 * @property {{progress: number, sum: number}} gathered loss · share since the last point
 */

const MAX_POINTS = 400;
/** A point is the mean over at least this share of the run: one window alone says nothing. */
const LEAST_SHARE = 1 / 500;
const MAX_RUNS = 8;
let nextId = 1;

/** @param {string} model @param {string} key @param {Run['values']} values @returns {Run} */
export const newRun = (model, key, values) => ({
  id: nextId++,
  model,
  key,
  values,
  points: [],
  heldout: [],
  baselines: null,
  gathered: { progress: 0, sum: 0 },
});

/** @param {Run} run @param {{progress: number, epochs: number, loss: number, heldoutLoss?: number}} report */
export function record(run, { progress, epochs, loss, heldoutLoss }) {
  recordHeldOut(run, progress * epochs, heldoutLoss);
  if (!Number.isFinite(loss) || !Number.isFinite(progress)) return;
  const done = (run.points.at(-1)?.epoch ?? 0) / epochs;
  const share = progress - run.gathered.progress;
  if (share <= 0) return;
  run.gathered = { progress, sum: run.gathered.sum + loss * share };
  if (progress - done < LEAST_SHARE && progress < 1 && run.points.length) return;
  run.points.push({ epoch: progress * epochs, loss: run.gathered.sum / (progress - done) });
  run.gathered.sum = 0;
  if (run.points.length <= MAX_POINTS) return;
  // Pairs become their mean, the newest point stays as it is.
  const halved = [];
  for (let i = 0; i + 1 < run.points.length - 1; i += 2) {
    const [a, b] = [run.points[i], run.points[i + 1]];
    halved.push({ epoch: (a.epoch + b.epoch) / 2, loss: (a.loss + b.loss) / 2 });
  }
  halved.push(run.points[run.points.length - 1]);
  run.points = halved;
}

/** A report repeats what was measured last: a point is made when it changes. */
function recordHeldOut(
  /** @type {Run} */ { heldout },
  /** @type {number} */ now,
  /** @type {number | undefined} */ loss,
) {
  if (loss === undefined || !Number.isFinite(loss) || heldout.at(-1)?.loss === loss) return;
  // Told a little later than it was measured, at the end of an epoch.
  const epoch = Math.max(1, Math.floor(now + 1e-6));
  heldout.push({ epoch, loss });
}

/** The list with `run` at its end; a repetition of the same settings replaces the earlier one. */
export const withRun = (/** @type {Run[]} */ runs, /** @type {Run} */ run) =>
  [...runs.filter((r) => r.key !== run.key && r.points.length > 1), run].slice(-MAX_RUNS);
