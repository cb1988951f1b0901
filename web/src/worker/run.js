/**
 * A training run in slices. The result does not depend on the slices: time decides only when
 * messages are handled, never what is computed.
 */
import { epochsBetween, Means } from './means.js';
import { Projector } from './projector.js';
import { nextTask, Pace, Sleep } from './schedule.js';

// Short, so that the first report comes soon and V8 can switch to optimised code.
const FIRST_SLICE_MS = 4;
const SLICE_MS = 25; // the longest time training blocks the worker's messages
const REPORT_MS = 34; // at most 30 reports per second

/**
 * @typedef {import('./wasm').NativeReport} NativeReport
 * @typedef {import('./wasm').NativeTraining & import('./projector.js').Projectable} Native
 *
 * @typedef {Omit<NativeReport, 'predictions' | 'epochLossBefore'> & {running: boolean,
 *   projection?: import('./wasm').Projection, epochEnds?: import('./types').EpochReport[]}} Report
 * @typedef {(report: Report) => void} Listener
 *
 * @typedef {object} RunOptions in a second call, options that are left out keep their values,
 *   except the speed
 * @property {number} [stepsPerSecond] Infinity by default: full speed
 * @property {number} [reportsPerSecond] at most 30
 * @property {boolean} [epochs] sends a report at the end of each epoch, with `epochEnds`
 * @property {import('./projector.js').ProjectionOptions | null} [projection] adds a projection to
 *   the reports; computing it takes at most a fixed share of the time; null: no projection
 *
 * @typedef {object} Watch
 * @property {Listener} [onProgress]
 * @property {number} reportMs smallest time between two reports
 * @property {Projector | null} projector
 * @property {boolean} epochs
 *
 * @typedef {{stopped: boolean, steps: number, done: Promise<Report>}} Run
 */

/** @type {Watch} */
const unwatched = { reportMs: REPORT_MS, projector: null, epochs: false };

/**
 * The means of a finished run are those of its last epoch, which do not depend on the slices.
 * @param {Pick<NativeReport, 'finished' | 'epochLoss' | 'epochAccuracy'>} report
 */
function finalMeans({ finished, epochLoss, epochAccuracy }) {
  if (!finished) return {};
  return epochAccuracy === undefined
    ? { loss: epochLoss }
    : { loss: epochLoss, accuracy: epochAccuracy };
}

const MEASURED_MS = 40;
/** The first runs until V8 uses optimised code; the fastest of the others was disturbed least. */
const MEASUREMENTS = 4;

/** @param {Native} native an untrained model @returns {import('./types').Forecast} */
function measure(native) {
  let before = { progress: 0, tokens: 0, finished: false };
  let best = { seconds: Number.POSITIVE_INFINITY, tokensPerSecond: 0 };
  for (let n = 0; n < MEASUREMENTS && !before.finished; n++) {
    const start = performance.now();
    const report = /** @type {import('./wasm').NativeWordsReport} */ (native.runFor(MEASURED_MS));
    const took = (performance.now() - start) / 1000;
    const seconds = took / (report.progress - before.progress);
    const tokensPerSecond = (report.tokens - before.tokens) / took;
    if (seconds < best.seconds) best = { seconds, tokensPerSecond };
    before = report;
    if (took > 0.5) break; // a step takes that long: that is accurate enough
  }
  return best;
}

export class TrainingRun {
  #native;
  /** @type {Run | undefined} the run in progress */
  #run;
  #pace = new Pace(Infinity);
  #sleep = new Sleep();
  /** @type {Watch} */
  #watch = unwatched;
  /** @type {NativeReport} the core's latest report */
  #latest;
  #means = new Means();
  #sliceMs = FIRST_SLICE_MS;
  /** @type {Promise<void>} */
  #commands = Promise.resolve();
  #stepsPerSlice = 1;
  /** Epochs that have ended since the last report. @type {import('./types').EpochReport[]} */
  #ended = [];

  /** @param {Native} native */
  constructor(native) {
    this.#native = native;
    this.#latest = native.report();
  }

  /** @returns {Report} */
  report() {
    const { predictions, epochLossBefore, ...latest } = this.#latest;
    const running = this.#run !== undefined && !this.#run.stopped;
    return { ...latest, ...this.#means.shown(), ...finalMeans(latest), running };
  }

  /**
   * Trains on. If a run is in progress, changes its speed and reports; both promises resolve when
   * the run ends.
   * @param {RunOptions} [options]
   * @param {Listener} [onProgress]
   * @returns {Promise<Report>}
   */
  async resume(options = {}, onProgress) {
    const run = await this.#inTurn(() => {
      const { stepsPerSecond = Infinity } = options;
      this.#watch = this.#watchOf(this.#run ? this.#watch : unwatched, options, onProgress);
      this.#pace = new Pace(stepsPerSecond);
      if (!this.#run) return this.#start(Infinity);
      this.#sleep.wake();
      return this.#run;
    });
    return run.done;
  }

  /**
   * Computes a projection at once if words are given, so that an unknown word is an error of this
   * call and not of the run.
   * @param {Watch} before @param {RunOptions} options @param {Listener} [onProgress]
   * @returns {Watch}
   */
  #watchOf(before, { reportsPerSecond, projection, epochs }, onProgress) {
    const watch = { ...before };
    if (epochs !== undefined) watch.epochs = epochs;
    if (onProgress) watch.onProgress = onProgress;
    if (reportsPerSecond) watch.reportMs = Math.max(REPORT_MS, 1000 / reportsPerSecond);
    if (projection !== undefined) watch.projector = projection ? new Projector(projection) : null;
    if (projection?.words) watch.projector?.project(this.#native);
    return watch;
  }

  /** Resolves when the run has stopped, with the report of that moment. */
  async pause() {
    await this.#inTurn(() => this.#rest());
    return this.report();
  }

  /** Pauses, then trains exactly `steps` more steps. @param {number} steps */
  async step(steps) {
    const run = await this.#inTurn(async () => {
      await this.#rest();
      this.#watch = unwatched;
      this.#pace = new Pace(Infinity);
      return this.#start(steps);
    });
    return run.done;
  }

  /** @param {number} seed */
  async reset(seed) {
    await this.#inTurn(async () => {
      await this.#rest();
      this.#native.reset(seed);
      this.#latest = this.#native.report();
      this.#means = new Means();
    });
    return this.report();
  }

  /**
   * Measures on the first steps how long the run takes here, then resets it. That is one task: no
   * question is answered from these weights.
   * @param {number} seed
   * @returns {Promise<import('./types').Forecast | null>} null if the run has begun
   */
  forecast(seed) {
    return this.#inTurn(() => {
      const { finished, step } = this.#latest;
      if (this.#run || finished || step > 0) return null;
      const forecast = measure(this.#native);
      this.#native.reset(seed);
      this.#latest = this.#native.report();
      this.#means = new Means();
      return forecast;
    });
  }

  /**
   * Runs commands in the order of the calls, even if the caller does not wait between them.
   * @template T
   * @param {() => T | Promise<T>} command
   * @returns {Promise<T>}
   */
  #inTurn(command) {
    const result = this.#commands.then(command);
    this.#commands = result.then(
      () => {},
      () => {},
    );
    return result;
  }

  /** @param {number} steps */
  #start(steps) {
    /** @type {Run} */
    const run = { stopped: false, steps, done: Promise.resolve(this.report()) };
    this.#run = run;
    run.done = this.#train(run).finally(() => {
      this.#run = undefined;
    });
    run.done.catch(() => {}); // the caller that started the run receives the error
    return run;
  }

  /** Stops the current run. Its result goes to the caller that started it. */
  async #rest() {
    if (!this.#run) return;
    this.#run.stopped = true;
    this.#sleep.wake();
    await this.#run.done.catch(() => {});
  }

  /** @param {Run} run */
  async #train(run) {
    const target = this.#latest.step + run.steps;
    let shown = -Infinity;
    while (!run.stopped && !this.#latest.finished && this.#latest.step < target) {
      const steps = Math.min(this.#pace.due(), target - this.#latest.step);
      if (steps < 1) {
        await this.#sleep.wait(this.#pace.delay());
        continue;
      }
      this.#slice(steps);
      if (this.#ended.length > 0 || performance.now() - shown >= this.#watch.reportMs) {
        shown = performance.now();
        this.#report(this.#projection());
      }
      await nextTask();
    }
    run.stopped = true;
    this.#report();
    return this.report();
  }

  /** @param {number} steps Infinity: as many as fit into the slice */
  #slice(steps) {
    const last = this.#latest;
    const before = last.step;
    const start = performance.now();
    if (steps === Infinity) {
      const toEnd = this.#watch.epochs && this.#native.runToEpochEnd;
      this.#latest = toEnd
        ? toEnd.call(this.#native, this.#sliceMs)
        : this.#native.runFor(this.#sliceMs);
      this.#sliceMs = Math.min(2 * this.#sliceMs, SLICE_MS);
    } else {
      const count = Math.min(steps, this.#stepsPerSlice);
      this.#latest = this.#native.runSteps(count);
      const used = performance.now() - start;
      // Doubles the number after a fast slice and halves it after a slow one: a step may take
      // microseconds or be a whole epoch.
      if (used < SLICE_MS / 2 && count === this.#stepsPerSlice) this.#stepsPerSlice *= 2;
      if (used > SLICE_MS) this.#stepsPerSlice = Math.max(1, this.#stepsPerSlice >> 1);
    }
    this.#pace.spend(this.#latest.step - before);
    this.#means.add(this.#latest);
    if (this.#watch.epochs) this.#ended.push(...epochsBetween(last, this.#latest));
  }

  /** A projection of the current weights, if a listener requested it and it is due. */
  #projection() {
    const { onProgress, projector } = this.#watch;
    if (!onProgress || !projector || this.#latest.diverged) return undefined;
    return projector.projectIfDue(this.#native);
  }

  /** Sends the report, with the projection if there is a new one, as one message. */
  #report(/** @type {Report['projection']} */ projection = undefined) {
    const report = this.report();
    this.#means.restart();
    const epochEnds = this.#ended;
    this.#ended = [];
    this.#watch.onProgress?.({
      ...report,
      ...(projection && { projection }),
      ...(epochEnds.length > 0 && { epochEnds }),
    });
  }
}
