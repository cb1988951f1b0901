import { field } from './table.js';

/** A size that the control cannot show holds all the same. @param {number} size */
const inRange = (size) => field('vectorSize').parse(String(size)) === size;

/** Vectors from a file that training begins with, while the reader wants it so. */
export class Starting {
  /** @param {import('./session.js').Session} session */
  constructor(session) {
    this.session = session;
    /** @type {any} the model that lends them */
    this.model = null;
    this.name = '';
    this.revision = 0;
  }

  /** The loaded vectors become what training begins with. */
  async take() {
    const { session } = this;
    const slot = session.slot('loaded');
    const { model, key: name } = slot;
    if (!model) return;
    slot.model = null; // it lives on here
    await this.#give(model, name);
    session.viewing = '';
    session.slots.delete('loaded');
    const { store } = session;
    const plain = store.get('model') === 'one-hot' ? { model: 'skip-gram' } : {};
    const { dimensions } = model.info;
    store.set({ ...plain, ...(inRange(dimensions) ? { vectorSize: dimensions } : {}) });
    await session.prepare();
  }

  /** Back to random ones. */
  async drop() {
    await this.#give(null, '');
    await this.session.prepare();
  }

  /** Does the model that these settings make have vectors to begin with? @param {any} values */
  appliesTo({ model, charCnn }) {
    return model !== 'one-hot' && !(model === 'elmo' && charCnn);
  }

  /** Options that the settings do not hold. @param {any} values */
  optionsFor(values) {
    if (!this.model || !this.appliesTo(values)) return {};
    const { dimensions } = this.model.info;
    return { start: this.model, ...(inRange(dimensions) ? {} : { vectorSize: dimensions }) };
  }

  /** What makes a model one of other vectors. */
  get key() {
    return this.model ? `start ${this.revision}` : '';
  }

  async #give(/** @type {any} */ model, /** @type {string} */ name) {
    const before = this.model;
    this.model = model;
    this.name = name;
    this.revision += 1;
    await before?.close();
    this.session.changed();
  }
}
