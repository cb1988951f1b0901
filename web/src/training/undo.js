/**
 * @typedef {object} Offer
 * @property {string} name what was done: 'reset', 'clear' or 'kept'; '' for nothing
 * @property {() => void | Promise<void>} back undoes it
 * @property {() => void | Promise<void>} over called when undoing is no longer possible: frees what
 *   `back` requires
 */

/** @type {Offer} */
const nothing = { name: '', back: () => {}, over: () => {} };

/** The last action on a page that can be undone. */
export class Undo {
  #offer = nothing;
  #changed;

  /** @param {() => void} changed called when the action changes or is gone */
  constructor(changed) {
    this.#changed = changed;
  }

  get name() {
    return this.#offer.name;
  }

  /** @param {string} name @param {Offer['back']} back @param {Offer['over']} [over] */
  async offer(name, back, over = () => {}) {
    const before = this.#offer;
    this.#offer = { name, back, over };
    this.#changed();
    await before.over();
  }

  /** Undoes the action. */
  take() {
    const { back } = this.#offer;
    this.#offer = nothing;
    const done = back();
    this.#changed();
    return done;
  }

  /** Ends the offer, because something else was done. */
  async drop() {
    const { over } = this.#offer;
    this.#offer = nothing;
    await over();
  }
}
