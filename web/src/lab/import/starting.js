import { field } from '../table.js';
import { Lender } from './lender.js';

/** @typedef {import('../table.js').Values} Values */

/** A size that the control cannot show holds all the same. @param {number} size */
const inRange = (size) => field('vectorSize').parse(String(size)) === size;

/** Vectors from a file that training begins with, while the reader wants it so. */
export class Starting {
  /** @param {import('../session.js').Session} session */
  constructor(session) {
    this.session = session;
    /** @type {Lender | null} */
    this.lender = null;
  }

  /** Of the file; '' without one. */
  get name() {
    return this.lender?.name ?? '';
  }

  /** The loaded vectors become what training begins with. */
  async take() {
    const { session } = this;
    const slot = session.slot('loaded');
    const { model, key: name } = slot;
    if (!model) return;
    await this.change(this.lend(model, name));
    session.viewing = '';
    session.slots.delete('loaded'); // not closed: its model lives on here
    const { store } = session;
    const plain = store.get('model') === 'one-hot' ? { model: 'skip-gram' } : {};
    const { dimensions } = model.info;
    store.set({ ...plain, ...(inRange(dimensions) ? { vectorSize: dimensions } : {}) });
    await session.prepare();
  }

  /** Back to random ones. */
  async drop() {
    await this.change(null);
    await this.session.prepare();
  }

  /** Does the model that these settings make have vectors to begin with? @param {Pick<Values, 'model' | 'charCnn'>} values */
  appliesTo({ model, charCnn }) {
    return model !== 'one-hot' && !(model === 'elmo' && charCnn);
  }

  /** Options that the settings do not hold. @param {Values} values */
  optionsFor(values) {
    if (!this.lender || !this.appliesTo(values)) return {};
    const { model } = this.lender;
    const { dimensions } = model.info;
    return { start: model, ...(inRange(dimensions) ? {} : { vectorSize: dimensions }) };
  }

  /** What makes a model one of other vectors. */
  get key() {
    return this.lender ? `start ${this.lender.id}` : '';
  }

  /** Ready to be begun with. @param {import('../slot.js').Model} model @param {string} name @param {Uint8Array} [bytes] */
  lend(model, name, bytes) {
    return new Lender(model, name, bytes);
  }

  /** Others, or random ones. @param {Lender | null} lender @returns {Promise<void>} */
  async change(lender) {
    const before = this.lender;
    this.lender = lender;
    await this.retire(before);
    this.session.changed();
  }

  /** Closes what nothing begins with any more. @param {Lender | null} lender */
  async retire(lender) {
    if (lender !== this.lender) await lender?.model.close();
  }
}
