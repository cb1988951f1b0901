/**
 * A training run in slices. The core's steps are exact whatever the slicing, so time decides only
 * when to listen, never what is computed.
 */
import { Means } from './means.js';
import { nextTask, Pace, Sleep } from './schedule.js';

const FIRST_SLICE_MS = 4; // the first report comes soon, and V8 swaps in optimised code early
const SLICE_MS = 25; // how long training may hold the worker before it listens again
const REPORT_MS = 34; // at most 30 reports a second

/**
 * @typedef {any} Report of whatever is trained (api/types.js)
 * @typedef {(report: Report) => void} Listener
 * @typedef {{stopped: boolean, steps: number, done: Promise<Report>}} Run
 */

const untrained = (/** @type {any} */ native, /** @type {number} */ seed) => {
  native.reset(seed);
  return native;
};

export class TrainingRun {
  #native;
  /** @type {Run | undefined} the run under way */
  #run;
  #pace = new Pace(Infinity);
  #sleep = new Sleep();
  /** @type {Listener | undefined} */
  #onProgress;
  #status;
  #means = new Means();
  #sliceMs = FIRST_SLICE_MS;
  /** @type {Promise<void>} */
  #commands = Promise.resolve();
  #stepsPerSlice = 1;

  #restart;

  /**
   * @param {import('./wasm').NativeTraining} native
   * @param {(native: any, seed: number) => any} [restart] gives the untrained model: the same one,
   *   or another in its place
   */
  constructor(native, restart = untrained) {
    this.#native = native;
    this.#restart = restart;
    this.#status = native.report();
  }

  /** @returns {Report} */
  report() {
    const { predictions, ...status } = this.#status;
    const running = this.#run !== undefined && !this.#run.stopped;
    return { ...status, ...this.#means.shown(), running };
  }

  /**
   * Train on. While a run is under way, changes its speed and listener and shares its end.
   * @param {{stepsPerSecond?: number}} options
   * @param {Listener} [onProgress]
   * @returns {Promise<Report>}
   */
  async resume({ stepsPerSecond = Infinity }, onProgress) {
    const run = await this.#inTurn(() => {
      const under = this.#run;
      if (!under) return this.#start(Infinity, stepsPerSecond, onProgress);
      this.#pace = new Pace(stepsPerSecond);
      if (onProgress) this.#onProgress = onProgress;
      this.#sleep.wake();
      return under;
    });
    return run.done;
  }

  /** Resolves when the run stands still, with the report of that moment. */
  async pause() {
    await this.#inTurn(() => this.#rest());
    return this.report();
  }

  /** Pause, then train exactly `steps` more. @param {number} steps */
  async step(steps) {
    const run = await this.#inTurn(async () => {
      await this.#rest();
      return this.#start(steps, Infinity);
    });
    return run.done;
  }

  /** @param {number} seed */
  async reset(seed) {
    await this.#inTurn(async () => {
      await this.#rest();
      this.#native = this.#restart(this.#native, seed);
      this.#status = this.#native.report();
      this.#means = new Means();
    });
    return this.report();
  }

  /**
   * Commands take effect in the order of the calls, though nobody waits between them.
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

  /** @param {number} steps @param {number} stepsPerSecond @param {Listener} [onProgress] */
  #start(steps, stepsPerSecond, onProgress) {
    this.#pace = new Pace(stepsPerSecond);
    this.#onProgress = onProgress;
    /** @type {Run} */
    const run = { stopped: false, steps, done: Promise.resolve(this.report()) };
    this.#run = run;
    run.done = this.#train(run).finally(() => {
      this.#run = undefined;
    });
    run.done.catch(() => {}); // whoever started the run is told
    return run;
  }

  /** Bring the run under way to a stop; how it ended is for whoever started it. */
  async #rest() {
    if (!this.#run) return;
    this.#run.stopped = true;
    this.#sleep.wake();
    await this.#run.done.catch(() => {});
  }

  /** @param {Run} run */
  async #train(run) {
    const target = this.#status.step + run.steps;
    let shown = -Infinity;
    while (!run.stopped && !this.#status.finished && this.#status.step < target) {
      const steps = Math.min(this.#pace.due(), target - this.#status.step);
      if (steps < 1) {
        await this.#sleep.wait(this.#pace.delay());
        continue;
      }
      this.#slice(steps);
      if (performance.now() - shown >= REPORT_MS) {
        shown = performance.now();
        this.#show();
      }
      await nextTask();
    }
    run.stopped = true;
    this.#show();
    return this.report();
  }

  /** @param {number} steps Infinity: as many as the slice holds */
  #slice(steps) {
    const before = this.#status.step;
    const start = performance.now();
    if (steps === Infinity) {
      this.#status = this.#native.runFor(this.#sliceMs);
      this.#sliceMs = Math.min(2 * this.#sliceMs, SLICE_MS);
    } else {
      const count = Math.min(steps, this.#stepsPerSlice);
      this.#status = this.#native.runSteps(count);
      const used = performance.now() - start;
      // Twice as many if they were fast, half if slow: a step may be microseconds or a whole epoch.
      if (used < SLICE_MS / 2 && count === this.#stepsPerSlice) this.#stepsPerSlice *= 2;
      if (used > SLICE_MS) this.#stepsPerSlice = Math.max(1, this.#stepsPerSlice >> 1);
    }
    this.#pace.spend(this.#status.step - before);
    this.#means.add(this.#status);
  }

  #show() {
    const report = this.report();
    this.#means.restart();
    this.#onProgress?.(report);
  }
}
