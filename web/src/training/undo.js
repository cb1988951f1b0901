/** The last thing that can be taken back. A model it may bring back stays open until then. */
export class Undo {
  /** @param {import('../lab/session.js').Session} session */
  constructor(session) {
    this.session = session;
    this.name = '';
    /** @type {any} */
    this.model = null;
    this.back = () => {};
    this.over = async () => {};
  }

  #clear() {
    /** What was done: 'reset' or 'clear'; '' for nothing. */
    this.name = '';
    this.model = null;
    this.back = () => {};
    this.over = async () => {};
  }

  /**
   * @param {string} name @param {any} model that must not be closed @param {() => void} back
   * @param {() => Promise<void>} [over] when it is too late
   */
  async offer(name, model, back, over = async () => {}) {
    await this.drop();
    Object.assign(this, { name, model, back, over });
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
    const { model, over } = this;
    this.#clear();
    const inUse = [...this.session.slots.values()].some((slot) => slot.model === model);
    if (model && !inUse) await model.close();
    await over();
  }
}
