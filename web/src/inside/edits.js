/** The reader's changes of the copy that Inside follows. A change that fails is shown. */
export class Edits {
  /** @param {import('./inside-view.js').InsideView} view */
  constructor(view) {
    this.view = view;
  }

  /** @param {Promise<unknown>} work */
  async #try(work) {
    try {
      await work;
      this.view.problem = null;
    } catch (error) {
      this.view.problem = error;
    }
  }

  /** @param {import('./machine.js').Change} change */
  change(change) {
    const { view } = this;
    view.following = false;
    void this.#try(view.machine.change(change, view.request()));
  }

  undo() {
    const { machine } = this.view;
    if (machine.changes.length) void this.#try(machine.undo(this.view.request()));
  }

  putBack() {
    void this.#try(this.view.machine.putBack(this.view.request()));
  }
}
