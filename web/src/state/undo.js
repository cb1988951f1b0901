/** The last thing that can be taken back. A model it may bring back stays open until then. */
export class Undo {
  /** @param {import('./session.js').Session} session */
  constructor(session) {
    this.session = session;
    this.name = '';
    /** @type {any} */
    this.model = null;
    this.back = () => {};
  }

  #clear() {
    /** What was done: 'reset' or 'clear'; '' for nothing. */
    this.name = '';
    this.model = null;
    this.back = () => {};
  }

  /** @param {string} name @param {any} model that must not be closed @param {() => void} back */
  async offer(name, model, back) {
    await this.drop();
    Object.assign(this, { name, model, back });
    this.session.changed();
  }

  /** Takes it back. */
  take() {
    this.back();
    this.#clear();
    this.session.changed();
  }

  /** Too late: something else has been done. */
  async drop() {
    const { model } = this;
    this.#clear();
    const inUse = [...this.session.slots.values()].some((slot) => slot.model === model);
    if (model && !inUse) await model.close();
  }
}
