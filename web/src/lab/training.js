import { stepsPerSecond } from './model-options.js';
import { newRun, record, withRun } from './runs.js';
import { Eta, isTrained } from './slot.js';

/** @typedef {import('./slot.js').Slot} Slot */

/** Starting, pausing, stepping and taking back: what the transport's buttons do to the slot on show. */
export class Training {
  /** @param {import('./session.js').Session} session */
  constructor(session) {
    this.session = session;
    /** @type {import('./runs.js').Run[]} */
    this.runs = [];
  }

  async train() {
    const { session } = this;
    const slot = session.current;
    if (slot.running || slot.kind === 'loaded' || slot.kind === 'one-hot') return;
    const made = slot.model && !slot.pending && !session.isStale(slot);
    // A checkpoint does not know where its run began.
    const lost = slot.start && slot.report?.finished && slot.model.info.started === undefined;
    if (!made || lost || slot.error?.code === 'EngineFailure') {
      if (!(await session.prepare(slot.kind))) return;
    } else if (slot.report?.finished) {
      slot.report = await slot.model.reset();
    }
    await this.#run(slot);
  }

  /** One window, or one minibatch. */
  async step(steps = 1) {
    const { session } = this;
    const slot = session.current;
    if (!slot.model || slot.running) return;
    if ((slot.pending || session.isStale(slot)) && !(await session.prepare(slot.kind))) return;
    await this.#guard(slot, async () => {
      this.#openRun(slot);
      this.#reported(slot, (await slot.model.step(steps)) ?? (await slot.model.report()));
    });
    await this.#settled(slot);
  }

  /** Untrained again, same settings and seed. The trained model can be brought back. */
  async reset() {
    const { session } = this;
    const slot = session.current;
    if (!slot.model) return;
    if (slot.running) await slot.model.pause();
    if (isTrained(slot)) {
      const before = { ...slot, running: false };
      await session.undoing.offer('reset', slot.model, () => {
        const fresh = slot.model;
        Object.assign(slot, before, { ticket: slot.ticket + 1, pending: null });
        if (fresh !== before.model) fresh?.close();
        session.live.refresh();
      });
    }
    await session.prepare(slot.kind);
  }

  async setSpeed(/** @type {string} */ speed) {
    const { store, current: slot } = this.session;
    store.set({ speed });
    // A second resume of a running model changes its speed.
    if (slot.running) await slot.model.resume(this.#shown(slot));
  }

  /** Runs under way show what the page shows now. */
  watch() {
    for (const slot of this.session.slots.values()) {
      // Whoever started the run handles its errors.
      if (slot.running) slot.model.resume(this.#shown(slot)).catch(() => {});
    }
  }

  /** How fast a run goes and what it shows. @param {Slot} slot */
  #shown(slot) {
    const { live, store } = this.session;
    const speed = stepsPerSecond(store.get('speed'), slot);
    return { stepsPerSecond: speed, ...live.watching(slot) };
  }

  async clearRuns() {
    const { runs, session } = this;
    await session.undoing.offer('clear', null, () => {
      this.runs = runs;
    });
    this.runs = runs.filter((run) => run === session.current.run && run.points.length > 0);
    session.changed();
  }

  async #run(/** @type {Slot} */ slot) {
    const { session } = this;
    if (session.undoing.name === 'reset') await session.undoing.drop();
    this.#openRun(slot);
    slot.running = true;
    slot.hash = '';
    const eta = new Eta();
    const onProgress = (/** @type {any} */ report) => {
      slot.secondsLeft = eta.update(performance.now(), report.progress, report.tokens);
      slot.tokensPerSecond = eta.tokensPerSecond;
      this.#reported(slot, report);
    };
    session.changed();
    await this.#guard(slot, async () => {
      this.#reported(slot, await slot.model.resume({ onProgress, ...this.#shown(slot) }));
    });
    slot.running = false;
    await this.#settled(slot);
  }

  #openRun(/** @type {Slot} */ slot) {
    if (isTrained(slot) && slot.run && this.runs.includes(slot.run)) return;
    slot.run = newRun(slot.kind, slot.key, slot.values);
    slot.run.baselines = slot.perplexities; // of n-grams: another run does not change them
    this.runs = withRun(this.runs, slot.run);
  }

  #reported(/** @type {Slot} */ slot, /** @type {any} */ report) {
    if (!report) return;
    const { session } = this;
    slot.report = report;
    if (report.diverged) slot.error = { code: 'Diverged' };
    if (slot.run) record(slot.run, report);
    session.changed();
    session.live.reported(slot, report);
  }

  async #settled(/** @type {Slot} */ slot) {
    const { session } = this;
    session.live.refresh();
    const { model } = slot;
    const hash = await model?.weightsHash?.();
    if (slot.model === model && !slot.running) slot.hash = hash ?? '';
    session.changed();
  }

  async #guard(/** @type {Slot} */ slot, /** @type {() => Promise<void>} */ work) {
    try {
      slot.error = null;
      await work();
    } catch (error) {
      this.session.routeError(slot, error);
    }
  }
}
