import { analogyPlane } from '../plots/axes.js';
import { cluster } from '../plots/cluster.js';
import { hasModel } from '../training/life.js';
import { Paced } from '../training/paced.js';
import { answer } from './ask/answers.js';
import { lookAtContexts, measure, predict } from './ask/predictions.js';
import { analogyFile, questionsFor } from './ask/questions.js';
import { hasOutput, isTrained, MAX_DRAWN } from './slot.js';

/** @typedef {import('./slot.js').WithModel} Slot */

const CLUSTERS = 5;
const CLUSTER_PAUSE_MS = 2500;

/** What follows the weights as they move: the map, the answers, the corpus's own evaluation. */
export class Live {
  /** @param {import('./session.js').Session} session */
  constructor(session) {
    this.session = session;
    this.map = new Paced(() => this.#guarded((slot) => this.#project(slot)), 90);
    this.answers = new Paced(() => this.#guarded((slot) => this.#ask(slot)), 200);
    this.evaluation = new Paced(() => this.#guarded((slot) => this.#evaluate(slot)), 400);
    this.predictions = new Paced(() => this.#guarded((slot) => predict(session, slot)), 200);
    this.contexts = new Paced(() => this.#guarded((slot) => lookAtContexts(session, slot)), 400);
    this.measures = new Paced(() => this.#guarded((slot) => measure(session, slot)), 1000);
    this.jobs = [this.predictions, this.answers, this.map, this.contexts, this.evaluation];
    this.clusteredAt = 0;
  }

  tick() {
    for (const job of [...this.jobs, this.measures]) job.tick();
  }

  refresh() {
    this.clusteredAt = 0;
    for (const job of [...this.jobs, this.measures]) job.now();
  }

  async #guarded(/** @type {(slot: Slot) => Promise<void>} */ job) {
    const slot = this.session.current;
    if (!hasModel(slot)) return;
    const { model } = slot;
    try {
      await job(slot);
    } catch (error) {
      // A model closed meanwhile needs no answer, and of a diverged one all has been said; anything
      // else concerns the stage.
      const gone = slot.model !== model || error.code === 'Cancelled';
      const expected = !error.code || gone || slot.report?.diverged;
      if (!expected) slot.error = error;
    }
    this.session.changed();
  }

  async #project(/** @type {Slot} */ slot) {
    if (slot.kind === 'one-hot') return;
    const { model, vocabulary } = slot;
    const words = vocabulary.slice(0, MAX_DRAWN).map((entry) => entry.word);
    const some = model.info.vocabulary > MAX_DRAWN ? { words } : {};
    const projection = await model.projection({ align: true, ...some });
    if (slot.model !== model) return;
    slot.projection = projection;
    await this.#plane(slot);
    if (this.session.presetOf(slot)?.groups || performance.now() < this.clusteredAt) return;
    this.clusteredAt = performance.now() + CLUSTER_PAUSE_MS;
    const seeds = slot.clusters;
    slot.clusters = isTrained(slot) ? cluster(projection.positions, CLUSTERS, seeds) : null;
  }

  /** The plane of the analogy, while that view is chosen. */
  async #plane(/** @type {Slot} */ slot) {
    const { store } = this.session;
    if (store.get('view') !== 'analogy') return;
    const { model, vocabulary } = slot;
    const { analogy } = questionsFor(store.values, this.session.presetOf(slot), vocabulary);
    const rows = analogy.map((word) => vocabulary.findIndex((entry) => entry.word === word));
    if (rows.some((row) => row < 0)) return;
    const vectors = await model.vectors({ matrix: 'input' });
    if (slot.model !== model) return;
    const count = Math.min(vocabulary.length, MAX_DRAWN);
    const abc = /** @type {[number, number, number]} */ (rows);
    slot.plane = analogyPlane(vectors, model.info.dimensions, abc, count);
  }

  async #ask(/** @type {Slot} */ slot) {
    const { store } = this.session;
    const { model, vocabulary } = slot;
    const { nearest, analogy, odd, pair } = questionsFor(
      store.values,
      this.session.presetOf(slot),
      vocabulary,
    );
    const matrix = hasOutput(slot) ? store.get('matrix') : 'input';
    const [a, b, c] = analogy;
    const topn = 5;
    const [near, like, out, similar] = await Promise.all([
      answer(slot, [nearest], 'items', () =>
        model.mostSimilar({ positive: [nearest], topn, matrix }),
      ),
      answer(slot, analogy, 'items', () =>
        model.mostSimilar({ positive: [b, c], negative: [a], topn: 3, matrix }),
      ),
      answer(slot, odd, 'odd', () => model.doesntMatch(odd, { matrix })),
      answer(slot, pair, 'value', () => model.similarity(pair[0], pair[1], { matrix })),
    ]);
    if (slot.model !== model) return;
    slot.answers = { nearest: near, analogy: like, odd: out, pair: similar };
  }

  async #evaluate(/** @type {Slot} */ slot) {
    const analogies = this.session.presetOf(slot)?.analogies;
    if (!analogies?.length) return;
    const { model } = slot;
    this.file = this.fileOf === analogies ? this.file : analogyFile(analogies);
    this.fileOf = analogies;
    const evaluation = await model.evaluateWordAnalogies(this.file);
    if (slot.model === model) slot.evaluation = evaluation;
  }
}
