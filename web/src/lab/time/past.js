import { Slot } from '../slot.js';

/**
 * An earlier moment of a run, with a model of its own: the page asks it as it asks the run.
 * Nothing trains it.
 */
export class Past extends Slot {
  /** @param {import('../slot.js').Slot} present */
  constructor(present) {
    super(present.session, present.kind);
    this.present = present;
    /** The model of the run; another one has another past. */
    this.of = present.model;
    /** The map that the others are turned onto. @type {Float32Array | null} */
    this.reference = present.projection?.positions ?? null;
    const { recipe, values, start, vocabulary, known, run, clusters, answers, projection } =
      present;
    Object.assign(this, { recipe, values, start, vocabulary, known, run, clusters, answers });
    Object.assign(this, { projection });
  }

  get past() {
    return true;
  }

  get wanted() {
    return this.recipe;
  }

  /** @param {import('../slot.js').Model} model @param {import('../slot.js').Report} report @param {string} hash */
  async become(model, report, hash) {
    const { recipe, values, start, vocabulary, known, run, clusters } = this;
    const { answers, predictions, contexts, projection } = this; // until the new ones are there
    const facts = { recipe, values, start, vocabulary, known, run, clusters };
    const shown = { answers, predictions, contexts, projection };
    await this.replace({ ...facts, ...shown, model, report, hash });
  }

  /** Turned onto the map of the run, so that words can be followed. @override @param {import('../../api/vectors.js').Projection} projection */
  async oriented(projection) {
    const { model, reference: previous } = this;
    const { positions } = projection;
    if (!model || previous?.length !== positions.length) return projection;
    const turned = await model.alignPositions({ previous, current: positions, all: positions });
    return { ...projection, positions: turned };
  }

  look() {}
}
