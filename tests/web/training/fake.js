import { ModelRun } from '../../../web/src/training/model-run.js';
import { Undo } from '../../../web/src/training/undo.js';

/** @typedef {{step: number, steps: number, progress: number, finished: boolean, diverged?: boolean}} Report */

/** Lets everything go on that waits for nothing but promises. */
export const idle = () => new Promise((resolve) => setImmediate(resolve));

/** A few microtasks: less than anything that waits for a gate or a timer. */
export const tick = async () => {
  for (let i = 0; i < 5; i++) await undefined;
};

export const fault = (code = 'OutOfMemory') => Object.assign(new Error(code), { code });

/** A door at which calls wait until it is opened for the next, or for all. */
export class Gate {
  /** @type {(() => void)[]} */
  #waiting = [];
  open = false;

  /** @returns {Promise<void>} */
  pass() {
    return this.open ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  next() {
    this.#waiting.shift()?.();
  }

  all() {
    this.open = true;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  get waiting() {
    return this.#waiting.length;
  }
}

/** Counts steps instead of training; slice after slice waits at the gate. */
export class FakeModel {
  count = 0;
  closes = 0;
  running = 0;
  paused = false;
  stepping = false;
  /** What the next slice does instead of training. @type {unknown} */
  failure = null;
  diverges = false;

  /** @param {Gate} slices @param {string} recipe @param {number} steps of the whole run */
  constructor(slices, recipe, steps = 4) {
    this.slices = slices;
    this.recipe = recipe;
    this.steps = steps;
  }

  /** @returns {Report} */
  #report() {
    const { count: step, steps } = this;
    const diverged = this.diverges && step > 0;
    return { step, steps, progress: step / steps, finished: step >= steps || diverged, diverged };
  }

  async report() {
    return this.#report();
  }

  /** @param {{onProgress?: (report: Report) => void}} how */
  async resume({ onProgress }) {
    if (this.closes) throw Object.assign(new Error('closed'), { code: 'BadParameter' });
    if (!onProgress) return this.#report(); // another speed
    if (this.running || this.stepping) throw new Error('two trainings of one model');
    this.running += 1;
    this.paused = false;
    try {
      while (!this.paused && !this.closes && !this.#report().finished) {
        await this.slices.pass();
        if (this.failure) throw this.failure;
        if (!this.closes) this.count += 1;
        onProgress(this.#report()); // of a closed model, too: it was on its way
      }
      return this.#report();
    } finally {
      this.running -= 1;
    }
  }

  async pause() {
    this.paused = true;
    return this.#report();
  }

  /** @param {number} [steps] */
  async step(steps = 1) {
    if (this.running || this.stepping) throw new Error('steps while it trains');
    if (this.failure) throw this.failure;
    this.stepping = true;
    await idle();
    this.stepping = false;
    this.count = Math.min(this.steps, this.count + steps);
    return this.#report();
  }

  async reset() {
    if (this.running || this.stepping) throw new Error('reset while it trains');
    this.count = 0;
    return this.#report();
  }

  async weightsHash() {
    if (this.closes) throw Object.assign(new Error('closed'), { code: 'BadParameter' });
    return `${this.recipe}/${this.count}`;
  }

  async close() {
    this.closes += 1;
  }
}

const contents = () => ({ notes: /** @type {string[]} */ ([]) });

/** @typedef {ReturnType<typeof contents>} Contents */

const Run =
  /** @type {import('../../../web/src/training/run-session.js').RunOf<FakeModel, Report, Contents>} */ (
    ModelRun
  );

/** A page with one run, whose makings and slices wait until they are let go on. */
export class FakeRun extends Run {
  makings = new Gate();
  slices = new Gate();
  /** @type {FakeModel[]} */
  made = [];
  /** Every call, in order. @type {string[]} */
  calls = [];
  settings = 'a';
  /** What the next making does instead. @type {unknown} */
  refusal = null;

  constructor() {
    const undo = new Undo(() => {});
    super({ undoing: undo, changed: () => {} }, contents);
    this.undoing = undo;
  }

  get wanted() {
    return this.settings;
  }

  async create() {
    const recipe = this.settings;
    this.calls.push(`create ${recipe}`);
    await this.makings.pass();
    if (this.refusal) throw this.refusal;
    const model = new FakeModel(this.slices, recipe);
    this.made.push(model);
    return { model, facts: async () => ({ report: await model.report(), notes: [recipe] }) };
  }

  placed() {
    this.calls.push('placed');
  }

  look() {
    this.calls.push('look');
  }

  begun() {
    this.calls.push('begun');
  }

  reported(/** @type {Report} */ { step }) {
    this.calls.push(`report ${step}`);
  }

  restarted() {
    this.calls.push('restarted');
  }

  measure() {
    this.calls.push('measure');
  }

  left(/** @type {Contents} */ { notes }) {
    this.calls.push(`left ${notes}`);
  }

  /** Models that were made and not closed. */
  get alive() {
    return this.made.filter(({ closes }) => closes === 0);
  }
}

/** A kept model takes the place of the one on show, which can be had back. */
export async function openKept(/** @type {FakeRun} */ run) {
  await run.pause();
  if (!run.model) return;
  const kept = run.hold();
  const how = async () => {
    await run.makings.pass();
    const model = new FakeModel(run.slices, run.settings);
    run.made.push(model);
    return { model, facts: async () => ({ report: await model.report() }) };
  };
  try {
    await run.adopt(how);
  } catch {
    await run.release(kept);
    return;
  }
  const back = () => run.bringBack(kept);
  await run.undoing.offer('kept', back, () => run.release(kept));
}

/** Puts an untrained model in place. @param {FakeRun} run */
export async function untrainedModel(run) {
  const making = run.make();
  run.makings.next();
  await making;
  run.calls = [];
  return run.made[0];
}

/** Puts a model in place that has been trained to its end. @param {FakeRun} run */
export async function trainedModel(run) {
  const model = await untrainedModel(run);
  run.slices.open = true;
  await run.train();
  run.slices.open = false;
  run.calls = [];
  return model;
}
