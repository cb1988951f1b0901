import { cancelled } from '../worker/errors.js';
import { noteBusy } from './busy.js';
import { Eta } from './eta.js';
import { Life, shut } from './life.js';
import { follow } from './phases.js';
import { Turns } from './turns.js';

/**
 * @typedef {import('./phases.js').Phase} Phase
 * @typedef {import('./life.js').Fault} Fault
 * @typedef {{recipe: string, done: Promise<Fault | null>}} Making
 * @typedef {{wanted: boolean, done: Promise<void>}} Training
 * @typedef {ModelRun<any, any, any>} AnyRun any: the models of each page are of its own types
 */

/**
 * The state machine of a page's model (phases.js). Every method may be called at any time.
 * @template {import('./life.js').Trained<R>} M
 * @template {import('./life.js').Progress} R
 * @template {object} C
 * @extends {Life<M, R, C>}
 */
export class ModelRun extends Life {
  /** @type {Phase} */
  #phase = 'idle';
  /** @type {Making | null} the latest, until it has ended */
  #making = null;
  /** @type {Training | null} the latest, until the model is at rest */
  #training = null;
  /** @type {Promise<void> | null} the training in progress */
  #running = null;
  #turns = new Turns(); // short work on the current model: steps or a reset
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

  /** Whether training must first create a model. */
  get mustBeMade() {
    return !this.model || this.preparing || this.stale || this.error?.code === 'EngineFailure';
  }

  /**
   * Creates a model with the current settings. A second call with them returns the same result.
   * After a call with other settings the first model is closed when it is ready.
   * @returns {Promise<boolean>} whether the model is in place
   */
  async make() {
    if (this.#making?.recipe !== this.wanted) {
      if (this.running || this.#turns.pending) return this.pause().then(() => this.make());
      const fresh = this.trained || !this.page.keeping; // what was reset is not brought back
      this.#take(this.wanted, () => (fresh ? this.create() : this.keptOrNew()), true);
    }
    return !(await this.#making?.done);
  }

  /** Creates a new model, even if a kept one is being put in place. */
  async renew() {
    await this.pause();
    return !(await this.#take(this.wanted, () => this.create(), true));
  }

  /** Puts the kept training of the current settings in place, if there is one. */
  async recall() {
    if (this.model || this.preparing) return false;
    const how = await this.kept();
    if (!how || this.model || this.preparing) return false;
    return !(await this.#take(this.wanted, how, false));
  }

  /**
   * Puts a model from a file or a checkpoint in place. If that fails, rejects, and nothing changes.
   * @param {import('./life.js').Maker<M, R, C>} how @param {string} [recipe] current by default
   */
  async adopt(how, recipe = this.wanted) {
    while (this.running || this.#turns.pending) await this.pause();
    const fault = await this.#take(recipe, how, false);
    if (fault) throw fault;
  }

  /**
   * Trains until finished or paused. Continues a partly trained model and restarts a finished one.
   * Creates the model first if necessary.
   * @returns {Promise<void>} resolves when the model is at rest again
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

  /** Stops training after the current slice. A model that is being created will not be trained. */
  async pause() {
    if (this.#training) this.#training.wanted = false;
    if (this.#turns.pending) await this.#turns.pending;
    if (!this.running) return;
    if (this.#phase === 'training') this.#enter('pausing');
    await this.model?.pause().catch(() => {}); // reported by the training
    await this.#running;
  }

  /** Trains a few steps: windows or batches. */
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

  /** Replaces the model by an untrained one. A trained model can be restored. */
  async reset() {
    if (!this.model) return;
    if (this.running || this.#turns.pending) await this.pause();
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

  /** Restores a held model, closes its replacement. @param {import('./life.js').Kept<M, R, C>} kept */
  bringBack(kept) {
    const { facts } = kept;
    if (!this.#closed) {
      this.#making = null; // a model that is being created is discarded
      if (facts) this.#training = null;
      if (facts) void this.replace(facts);
      if (facts || this.preparing) this.#rest();
    }
    void this.release(kept);
  }

  /** Applies the current `how` to the training in progress: the speed and the reports. */
  async adjust() {
    if (this.running) await this.model?.resume(this.how).catch(() => {}); // reported by the training
  }

  /** Called at rest: updates what is shown of the weights, and reads their hash. */
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

  /** Closes the model, and one that is being created when it is ready. Then creates no others. */
  close() {
    this.#closed = true;
    this.#making = null;
    this.#training = null;
    this.#enter('idle');
    return this.replace({});
  }

  // ---- state machine

  /** @param {Phase} next */
  #enter(next) {
    this.#phase = follow(this.#phase, next);
    noteBusy(this, this.running);
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

  /** @param {Making} making @param {import('./life.js').Maker<M, R, C>} how @param {boolean} blames whether to show an error */
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
    if (this.#turns.pending) await this.#turns.pending;
    const rests = this.#phase === 'settled' || this.#phase === 'failed';
    // Pressed while a finished training was being restored: there is nothing to train.
    const wanted = training.wanted && !this.finished;
    if (ready && rests && wanted && this.#training === training) {
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
      if (isThere()) this.arrived(report, eta);
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

  /** Resets a model that was trained to the end. */
  #restart() {
    return this.#briefly(async (model) => {
      const report = await model.reset();
      if (this.model !== model) return;
      this.report = report;
      await this.restarted();
    });
  }

  /**
   * Runs short work on the current model; the calls run one after the other.
   * @param {(model: M) => Promise<void>} work @returns {Promise<boolean>} whether it succeeded
   */
  #briefly(work) {
    return this.#turns.take(async () => {
      const { model } = this;
      if (!model || this.running || this.preparing) return false;
      const fault = await work(model).catch((error) => error);
      if (this.model === model) fault ? this.#fail(fault) : this.#rest();
      return !fault && this.model === model;
    });
  }
}
