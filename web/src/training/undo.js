/**
 * @typedef {object} Offer
 * @property {string} name what was done: 'reset', 'clear' or 'kept'; '' for nothing
 * @property {() => void | Promise<void>} back takes it back
 * @property {() => void | Promise<void>} over it is too late: frees what `back` needs
 */

/** @type {Offer} */
const nothing = { name: '', back: () => {}, over: () => {} };

/** The last thing on a page that can be taken back. */
export class Undo {
  #offer = nothing;
  #changed;

  /** @param {() => void} changed called when there is another offer, or none any more */
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

  /** Takes it back. */
  take() {
    const { back } = this.#offer;
    this.#offer = nothing;
    const done = back();
    this.#changed();
    return done;
  }

  /** Too late: something else has been done. */
  async drop() {
    const { over } = this.#offer;
    this.#offer = nothing;
    await over();
  }
}
