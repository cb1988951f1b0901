import { cancelled } from '../worker/errors.js';
import { Eta } from './eta.js';
import { Life, shut } from './life.js';
import { follow } from './phases.js';

/**
 * @typedef {import('./phases.js').Phase} Phase
 * @typedef {import('./life.js').Fault} Fault
 * @typedef {{recipe: string, done: Promise<Fault | null>}} Making
 * @typedef {{wanted: boolean, done: Promise<void>}} Training
 */

/**
 * What the runs of a page extend: ModelRun, with the page's contents as properties.
 * @template {import('./life.js').Trained<R>} M
 * @template {import('./life.js').Progress} R
 * @template {object} C
 * @typedef {new (page: import('./life.js').Page, contents: () => C) => ModelRun<M, R, C> & C} RunOf
 */

/**
 * The life of a page's model, phase after phase (phases.js). Every call may come at any time.
 * @template {import('./life.js').Trained<R>} M
 * @template {import('./life.js').Progress} R
 * @template {object} C
 * @extends {Life<M, R, C>}
 */
export class ModelRun extends Life {
  /** @type {Phase} */
  #phase = 'idle';
  /** @type {Making | null} the latest, until it is done */
  #making = null;
  /** @type {Training | null} the latest, until the model is at rest */
  #training = null;
  /** @type {Promise<void> | null} the training under way */
  #running = null;
  /** @type {Promise<boolean> | null} short work on the model in place: steps, or a new beginning */
  #busy = null;
  #closed = false;

  get phase() {
    return this.#phase;
  }

  get running() {
    return this.#phase === 'training' || this.#phase === 'pausing';
  }

  get preparing() {
    return this.#phase === 'making';
  }

  /** Does training begin with a new model? */
  get mustBeMade() {
    return !this.model || this.preparing || this.stale || this.error?.code === 'EngineFailure';
  }

  /**
   * Makes the model of the settings on show. A second call with the same settings shares the outcome
   * of the first; after a call with other settings the first model is closed when it arrives.
   * @returns {Promise<boolean>} whether the model is in place
   */
  async make() {
    if (this.#making?.recipe !== this.wanted) {
      if (this.running || this.#busy) return this.pause().then(() => this.make());
      this.#take(this.wanted, () => this.create(), true);
    }
    return !(await this.#making?.done);
  }

  /**
   * Puts a model from elsewhere in place: of a file, of a checkpoint. Rejects if there is none, and
   * then nothing has changed.
   * @param {import('./life.js').Maker<M, R, C>} how @param {string} [recipe] else the settings on show
   */
  async adopt(how, recipe = this.wanted) {
    while (this.running || this.#busy) await this.pause();
    const fault = await this.#take(recipe, how, false);
    if (fault) throw fault;
  }

  /**
   * Trains to the end, or until paused: on from where the model is, or anew if it has finished. Makes
   * the model first where that is needed.
   * @returns {Promise<void>} when the model is at rest again
   */
  train() {
    const before = this.#training;
    if (before && (before.wanted || this.running)) return before.done; // pressed twice
    /** @type {Training} */
    const training = { wanted: true, done: Promise.resolve() };
    this.#training = training;
    training.done = this.#train(training);
    return training.done;
  }

  /** Ends training after the slice under way. A model that is being made will not be trained. */
  async pause() {
    if (this.#training) this.#training.wanted = false;
    if (this.#busy) await this.#busy;
    if (!this.running) return;
    if (this.#phase === 'training') this.#enter('pausing');
    await this.model?.pause().catch(() => {}); // its training fails, too
    await this.#running;
  }

  /** Trains a few steps: windows, or batches. */
  async step(steps = 1) {
    if (!this.model || this.running) return;
    if ((this.preparing || this.stale) && !(await this.make())) return;
    await this.#briefly(async (model) => {
      this.error = null;
      this.begun();
      const report = await model.step(steps);
      if (this.model === model) this.arrived(report);
    });
    await this.settle();
  }

  /** Another model of the settings on show, untrained. A trained one can be brought back. */
  async reset() {
    if (!this.model) return;
    if (this.running || this.#busy) await this.pause();
    if (this.trained) {
      const kept = this.hold();
      const back = () => {
        this.bringBack(kept);
        return this.look();
      };
      await this.page.undoing.offer('reset', back, () => this.release(kept));
    }
    await this.make();
  }

  /** What was held is in place again; what took its place is closed. @param {import('./life.js').Kept<M, R, C>} kept */
  bringBack(kept) {
    const { facts } = kept;
    if (!this.#closed) {
      this.#making = null; // what is being made comes too late
      if (facts) this.#training = null;
      if (facts) void this.replace(facts);
      if (facts || this.preparing) this.#rest();
    }
    void this.release(kept);
  }

  /** The training under way goes on as `how` says now: at another speed, with other reports. */
  async adjust() {
    if (this.running) await this.model?.resume(this.how).catch(() => {}); // its training fails, too
  }

  /** At rest: what is shown of the weights follows them, and their hash is read. */
  async settle() {
    const { model } = this;
    if (!model) return;
    const isThere = () => this.model === model && !this.running;
    try {
      await this.look();
      const hash = await model.weightsHash();
      if (isThere()) this.hash = hash;
      if (isThere() && this.finished) await this.measure();
    } catch (error) {
      if (isThere() && !this.preparing) this.#fail(error);
    }
    this.page.changed();
  }

  /** Closes the model; one that is being made is closed when it arrives. No other will be made. */
  close() {
    this.#closed = true;
    this.#making = null;
    this.#training = null;
    this.#enter('idle');
    return this.replace({});
  }

  // ---- the machine

  /** @param {Phase} next */
  #enter(next) {
    this.#phase = follow(this.#phase, next);
    this.page.changed();
  }

  #rest() {
    this.#enter(!this.model ? 'idle' : this.error ? 'failed' : 'settled');
  }

  /** @param {Fault} error */
  #fail(error) {
    if (error.code === 'Cancelled') return this.#rest();
    this.blame(error);
    this.#enter('failed');
  }

  /** @param {string} recipe @param {import('./life.js').Maker<M, R, C>} how @param {boolean} blames */
  #take(recipe, how, blames) {
    /** @type {Making} */
    const making = { recipe, done: Promise.resolve(cancelled()) };
    this.#making = making;
    if (!this.#closed) making.done = this.#place(making, how, blames);
    return making.done;
  }

  /** @param {Making} making @param {import('./life.js').Maker<M, R, C>} how @param {boolean} blames shows what goes wrong */
  async #place(making, how, blames) {
    const isLatest = () => this.#making === making;
    /** @type {Fault | null} */
    let fault = null;
    this.#enter('making');
    try {
      const { model, facts } = await how();
      const known = await facts().catch((error) => shut(model).then(() => Promise.reject(error)));
      if (isLatest()) {
        await this.replace({ ...known, model, recipe: making.recipe });
        this.placed();
        await this.look();
      } else await shut(model);
    } catch (error) {
      fault = error;
    }
    if (!isLatest()) return cancelled();
    this.#making = null;
    if (fault && blames) this.#fail(fault);
    else this.#rest();
    return fault;
  }

  /** @param {Training} training */
  async #train(training) {
    const ready = this.mustBeMade ? await this.make() : !this.finished || (await this.#restart());
    if (this.#busy) await this.#busy;
    const rests = this.#phase === 'settled' || this.#phase === 'failed';
    if (ready && rests && training.wanted && this.#training === training) {
      const model = /** @type {M} */ (this.model);
      this.#running = this.#run(model);
      await this.#running;
      if (this.model === model) await this.settle();
    } else if (this.#training === training) this.#training = null;
  }

  /** @param {M} model */
  async #run(model) {
    const isThere = () => this.model === model && this.running;
    const eta = new Eta();
    const onProgress = (/** @type {R} */ report) => {
      if (!isThere()) return;
      this.secondsLeft = eta.update(performance.now(), report.progress, report.tokens);
      this.tokensPerSecond = eta.tokensPerSecond;
      this.arrived(report);
    };
    Object.assign(this, { hash: '', error: null });
    this.begun();
    this.#enter('training');
    let end = () => this.#rest();
    try {
      if (this.page.undoing.name === 'reset') await this.page.undoing.drop();
      if (this.#phase === 'training') {
        const report = await model.resume({ ...this.how, onProgress });
        if (isThere()) this.arrived(report);
      }
    } catch (error) {
      end = () => this.#fail(error);
    }
    if (!isThere()) return;
    this.#training = null;
    end();
  }

  /** Trained to the end, the model begins anew. */
  #restart() {
    return this.#briefly(async (model) => {
      const report = await model.reset();
      if (this.model !== model) return;
      this.report = report;
      await this.restarted();
    });
  }

  /**
   * Work on the model in place, one after the other.
   * @param {(model: M) => Promise<void>} work @returns {Promise<boolean>} whether it went well
   */
  async #briefly(work) {
    const before = this.#busy;
    const busy = (async () => {
      await before;
      const { model } = this;
      if (!model || this.running || this.preparing) return false;
      const fault = await work(model).catch((error) => error);
      if (this.model === model) fault ? this.#fail(fault) : this.#rest();
      return !fault && this.model === model;
    })();
    this.#busy = busy;
    const done = await busy;
    if (this.#busy === busy) this.#busy = null;
    return done;
  }
}
