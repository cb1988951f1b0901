import { cluster } from '../plots/cluster.js';
import { hasModel } from '../training/life.js';
import { Paced, REPORTS_PER_SECOND } from '../training/paced.js';
import { Asking } from './ask/question.js';
import { isTrained, MAX_DRAWN } from './slot.js';

/**
 * @typedef {import('./slot.js').WithModel} Slot
 * @typedef {import('../api/vectors.js').Projection} Projection
 * @typedef {import('../api/vectors.js').WatchedReport} WatchedReport
 */

const CLUSTERS = 5;
const CLUSTER_PAUSE_MS = 2500;

/** Updates the map and the answers while the weights change. */
export class Live {
  /** @param {import('./session.js').Session} session @param {import('./ask/list.js').Question[]} questions */
  constructor(session, questions) {
    this.session = session;
    this.map = new Paced(() => this.#guarded((slot) => this.#project(slot)), 0);
    this.rounds = questions.map((question) => ({
      question,
      round: new Paced(() => this.#ask(question), question.pause),
    }));
    this.clusteredAt = 0;
  }

  /** The options of `resume` for the reports of a slot's run. @param {Slot} slot */
  watching(slot) {
    const seen = slot === this.session.current && slot.kind !== 'one-hot';
    return {
      reportsPerSecond: REPORTS_PER_SECOND,
      projection: seen ? { align: true, ...drawn(slot) } : null,
    };
  }

  /** Called with each report of a slot's run. @param {Slot} slot @param {WatchedReport} report */
  reported(slot, report) {
    if (slot !== this.session.current) return;
    if (report.projection) this.#show(slot, report.projection);
    this.session.pulling.reported(slot, report);
    for (const { round } of this.rounds) round.tick();
  }

  /**
   * Evaluates the questions that depend on changed fields of the state.
   * @param {string[]} changed
   */
  follow(changed) {
    if (changed.includes('model')) {
      this.refresh();
      return;
    }
    for (const { question, round } of this.rounds) {
      if (question.needs.some((name) => changed.includes(name))) round.now();
    }
  }

  /**
   * Updates everything once: called for a new model, for another current slot, and when a model
   * comes to rest.
   */
  refresh() {
    this.clusteredAt = 0;
    for (const slot of this.session.slots.values()) slot.adjust();
    this.map.now();
    for (const { round } of this.rounds) round.now();
  }

  /** As refresh(), of a moment that is opened: resolves when its map is there. */
  async arrive() {
    await this.#guarded((slot) => this.#project(slot));
    for (const { round } of this.rounds) round.now();
  }

  /** @param {(slot: Slot) => Promise<void>} job */
  async #guarded(job) {
    const slot = this.session.current;
    if (!hasModel(slot)) return;
    const { model } = slot;
    try {
      await job(slot);
    } catch (error) {
      // No error if the model was closed meanwhile, or has diverged, which is already shown. Any
      // other error is shown on the stage.
      const gone = slot.model !== model || error.code === 'Cancelled';
      const expected = !error.code || gone || slot.report?.diverged;
      if (!expected) slot.error = error;
    }
    this.session.changed();
  }

  /** @param {import('./ask/list.js').Question} question */
  async #ask(question) {
    const { current: slot } = this.session;
    if (!hasModel(slot)) return;
    const asking = new Asking(this.session, slot);
    if (asking.suits(question)) await this.#guarded(() => asking.ask(question));
  }

  /** @param {Slot} slot */
  async #project(slot) {
    if (slot.kind === 'one-hot') return;
    const { model } = slot;
    const plain = await model.projection({ align: slot.running, ...drawn(slot) });
    const projection = await slot.oriented(plain);
    if (slot.model === model) this.#show(slot, projection);
  }

  /** @param {Slot} slot @param {Projection} projection */
  #show(slot, projection) {
    slot.projection = projection;
    const { positions } = projection;
    if (slot.run && !slot.running && isTrained(slot) && !slot.past) {
      const words = slot.vocabulary.slice(0, positions.length / 2).map(({ word }) => word);
      slot.run.map = { words, positions };
    }
    if (slot.past) return; // the colours of the run
    if (this.session.presetOf(slot)?.groups || performance.now() < this.clusteredAt) return;
    this.clusteredAt = performance.now() + CLUSTER_PAUSE_MS;
    // At rest the colours, like the map, depend on the weights alone.
    const seeds = slot.running ? slot.clusters : null;
    slot.clusters = isTrained(slot) ? cluster(projection.positions, CLUSTERS, seeds) : null;
  }
}

/** The words on the map, if they are not all words. @param {Slot} slot */
const drawn = ({ model, vocabulary }) =>
  model.info.vocabulary > MAX_DRAWN
    ? { words: vocabulary.slice(0, MAX_DRAWN).map(({ word }) => word) }
    : {};
