import { field } from '../table.js';
import { Lender } from './lender.js';

/** @typedef {import('../table.js').Values} Values */

/** Whether the control can show the size; other sizes are used too. @param {number} size */
const inRange = (size) => field('vectorSize').parse(String(size)) === size;

/** Vectors from a file with which training begins, while the reader keeps this choice. */
export class Starting {
  /** @param {import('../session.js').Session} session */
  constructor(session) {
    this.session = session;
    /** @type {Lender | null} */
    this.lender = null;
  }

  /** The name of the file; '' without one. */
  get name() {
    return this.lender?.name ?? '';
  }

  /** Uses the loaded vectors as initial vectors. */
  async take() {
    const { session } = this;
    const slot = session.slot('loaded');
    const { model, key: name } = slot;
    if (!model) return;
    await this.change(this.lend(model, name));
    session.viewing = '';
    session.slots.delete('loaded'); // not closed, because its model is still used here
    const { store } = session;
    const plain = store.get('model') === 'one-hot' ? { model: 'skip-gram' } : {};
    const { dimensions } = model.info;
    store.set({ ...plain, ...(inRange(dimensions) ? { vectorSize: dimensions } : {}) });
    await session.prepare();
  }

  /** Returns to random vectors. */
  async drop() {
    await this.change(null);
    await this.session.prepare();
  }

  /**
   * Whether the model of these settings can begin with given vectors.
   * @param {Pick<Values, 'model' | 'charCnn'>} values
   */
  appliesTo({ model, charCnn }) {
    return model !== 'one-hot' && !(model === 'elmo' && charCnn);
  }

  /** Options in addition to those of the settings. @param {Values} values */
  optionsFor(values) {
    if (!this.lender || !this.appliesTo(values)) return {};
    const { model } = this.lender;
    const { dimensions } = model.info;
    return { start: model, ...(inRange(dimensions) ? {} : { vectorSize: dimensions }) };
  }

  /** A key that differs for other vectors. */
  get key() {
    return this.lender ? `start ${this.lender.id}` : '';
  }

  /**
   * Wraps a model for use as initial vectors.
   * @param {import('../slot.js').Model} model
   * @param {string} name
   * @param {Uint8Array} [bytes]
   */
  lend(model, name, bytes) {
    return new Lender(model, name, bytes);
  }

  /**
   * Changes to other vectors, or with null to random ones.
   * @param {Lender | null} lender
   * @returns {Promise<void>}
   */
  async change(lender) {
    const before = this.lender;
    this.lender = lender;
    await this.retire(before);
    this.session.changed();
  }

  /** Closes the model of vectors that are no longer used. @param {Lender | null} lender */
  async retire(lender) {
    if (lender !== this.lender) await lender?.model.close();
  }
}
