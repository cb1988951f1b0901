import { part } from '../../api/part.js';
import { Paced } from '../../training/paced.js';

/**
 * @typedef {import('../slot.js').Slot} Slot
 * @typedef {import('./pull.js').Pulled} Pulled
 * @typedef {import('./pull.js').Example} Example
 */

const PAUSE_MS = 100; // as often as Inside is redrawn
const STILL_MS = 700; // for readers who prefer no motion
const MOST_NUMBERS = 4_000_000; // weights of a model that is copied ten times per second

/** The pull of a step on the map: while training is slow enough to be watched, and after one step. */
export class Pulling {
  /** @type {Pulled | null} */
  #shown = null;
  /** @type {{slot: Slot, example: Example | null} | null} */
  #wanted = null;
  #paced;

  /** @param {import('../session.js').Session} session @param {boolean} [still] */
  constructor(session, still = false) {
    this.session = session;
    this.#paced = new Paced(() => this.#look(), still ? STILL_MS : PAUSE_MS);
  }

  /** The pull that belongs to a slot's map. @param {Slot} slot */
  of({ model }) {
    return this.#shown && this.#shown.model === model ? this.#shown : null;
  }

  /** Called with each report of training. @param {Slot} slot @param {{finished: boolean}} report */
  reported(slot, { finished }) {
    const { store } = this.session;
    const isSlow = store.get('speed') !== 'full';
    if (slot.running && isSlow && !finished && this.#suits(slot)) {
      this.#wanted = { slot, example: null };
      this.#paced.tick();
    } else if (slot.running) this.clear();
  }

  /** Shows the example that training takes next, or the reader's. @param {Slot} slot @param {Example | null} [example] */
  async show(slot, example = null) {
    this.clear();
    if (!this.#suits(slot) || (!example && slot.report?.finished)) return;
    this.#wanted = { slot, example };
    await this.#paced.now();
  }

  clear() {
    this.#wanted = null;
    this.#shown = null;
  }

  /** @param {Slot} slot */
  #suits({ kind, model, projection }) {
    if (!model?.info.trainable || !projection || kind === 'one-hot') return false;
    const { vocabulary, dimensions } = model.info;
    return !this.session.store.get('inside') && 4 * vocabulary * dimensions <= MOST_NUMBERS;
  }

  async #look() {
    const wanted = this.#wanted;
    if (!wanted) return;
    try {
      const { pullOf } = await part(() => import('./pull.js'));
      const pull = await pullOf(wanted.slot, wanted.example);
      if (this.#wanted === wanted || this.#wanted?.slot === wanted.slot) this.#shown = pull;
    } catch {
      this.#shown = null; // the model was closed, or its numbers are no longer finite
    }
    this.session.changed();
  }
}
