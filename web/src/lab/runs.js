/**
 * The history of losses: one curve per training run. Long curves are halved in resolution.
 *
 * @typedef {{words: string[], positions: Float32Array}} RunMap two numbers per word
 *
 * @typedef {object} Run
 * @property {number} id
 * @property {string} model
 * @property {string} key key of the settings (Store.trainingKey)
 * @property {import('./table.js').Values} values the settings of the run
 * @property {Array<{epoch: number, loss: number}>} points nats per prediction
 * @property {number} loss mean over the current epoch so far, of a finished run over the last: the
 *   number that is shown; NaN while unknown
 * @property {{correct: number, total: number} | null} accuracy on the corpus's own analogies, at
 *   rest; null while unknown
 * @property {RunMap | null} map its map at rest, in order to show two maps side by side
 * @property {number} epoch the number of epochs trained, as a fraction
 * @property {Array<{epoch: number, loss: number}>} heldout measured at the end of epochs
 * @property {import('../api/types.js').Perplexities | null} baselines perplexities of the n-grams
 *   on the same held-out text; null while unknown
 * @property {{progress: number, sum: number}} gathered loss · share since the last point
 */

const MAX_POINTS = 400;
/**
 * A point is the mean over at least this share of the run, because the loss of a single window is
 * too noisy.
 */
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
  loss: Number.NaN,
  epoch: 0,
  accuracy: null,
  map: null,
  heldout: [],
  baselines: null,
  gathered: { progress: 0, sum: 0 },
});

/**
 * @param {Run} run
 * @param {{progress: number, epochs: number, loss: number, epochLoss: number, heldoutLoss?: number,
 *   finished?: boolean}} report
 */
export function record(run, report) {
  const { progress, epochs, heldoutLoss, finished, epochLoss } = report;
  recordHeldOut(run, progress * epochs, heldoutLoss);
  run.loss = epochLoss;
  run.epoch = progress * epochs;
  // The curve ends with the number at its end. The mean of a single epoch would be a jump.
  const last = run.points.at(-1);
  const loss = finished ? (epochs === 1 && last ? last.loss : epochLoss) : report.loss;
  if (!Number.isFinite(loss) || !Number.isFinite(progress)) return;
  if (finished) run.gathered = { progress: (last?.epoch ?? 0) / epochs, sum: 0 };
  const done = (last?.epoch ?? 0) / epochs;
  const share = progress - run.gathered.progress;
  if (share <= 0) return;
  run.gathered = { progress, sum: run.gathered.sum + loss * share };
  if (progress - done < LEAST_SHARE && !finished && progress < 1 && last) return;
  run.points.push({ epoch: progress * epochs, loss: run.gathered.sum / (progress - done) });
  run.gathered.sum = 0;
  if (run.points.length <= MAX_POINTS) return;
  // Pairs of points are replaced by their mean; the newest point is kept.
  const halved = [];
  for (let i = 0; i + 1 < run.points.length - 1; i += 2) {
    const [a, b] = [run.points[i], run.points[i + 1]];
    halved.push({ epoch: (a.epoch + b.epoch) / 2, loss: (a.loss + b.loss) / 2 });
  }
  halved.push(run.points[run.points.length - 1]);
  run.points = halved;
}

/** A report repeats the last measured value, so a point is added only when the value changes. */
function recordHeldOut(
  /** @type {Run} */ { heldout },
  /** @type {number} */ now,
  /** @type {number | undefined} */ loss,
) {
  if (loss === undefined || !Number.isFinite(loss) || heldout.at(-1)?.loss === loss) return;
  // The value was measured at the end of an epoch and is reported a little later.
  const epoch = Math.max(1, Math.floor(now + 1e-6));
  heldout.push({ epoch, loss });
}

/** The list with `run` at its end. It replaces an earlier run with the same settings. */
export const withRun = (/** @type {Run[]} */ runs, /** @type {Run} */ run) =>
  [...runs.filter((r) => r.key !== run.key && r.points.length > 1), run].slice(-MAX_RUNS);
