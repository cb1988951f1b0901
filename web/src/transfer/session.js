import { Paced } from '../training/paced.js';
import { RunSession } from '../training/run-session.js';
import { ImagesChapter } from './images.js';
import { TextChapter } from './text.js';

const WATCH_PAUSE_MS = 90;

/**
 * Joins the state with the API: two chapters that each pre-train an A and train Bs from it.
 *
 * @typedef {object} Parts
 * @property {Pick<typeof import('../api/index.js'), 'create' | 'createImages'>} api
 * @property {() => Promise<import('./digits.js').DigitFile>} digits
 * @property {(language: 'en' | 'zh') => Promise<{reviews: any, options: Record<string, any>}>} reviews
 *   and what the API needs to pre-train on them
 * @property {import('./keep.js').Keeper} [keeper] of the reader's own pictures
 *
 * @extends {RunSession<import('./pack.js').Pack, import('./store.js').TransferStore>}
 */
export class TransferSession extends RunSession {
  /** @param {Parts & {store: import('./store.js').TransferStore}} parts */
  constructor({ store, ...parts }) {
    super(store);
    this.parts = parts;
    this.api = parts.api;
    this.images = new ImagesChapter(this);
    this.text = new TextChapter(this);
    this.watching = new Paced(() => this.#watch(), WATCH_PAUSE_MS);
  }

  /** Trains the A of the chapter on show. */
  train() {
    return this.chapter.pretrain();
  }

  /** @returns {ImagesChapter | TextChapter} the one on show */
  get chapter() {
    return this.store.get('chapter') === 'text' ? this.text : this.images;
  }

  get current() {
    return this.chapter.current;
  }

  get all() {
    return [...this.images.slots.values(), ...this.text.slots.values()];
  }

  /** What follows the weights as they move. */
  async #watch() {
    const { chapter } = this;
    const pack = chapter.current;
    if (!pack.model) return;
    try {
      await chapter.watch(pack);
    } catch (error) {
      // A model closed meanwhile needs no answer.
      if (error.code === 'EngineFailure') pack.error = error;
    }
    this.changed();
  }

  stateChanged(/** @type {string[]} */ changed) {
    const { current: pack } = this;
    const seed = changed.includes('seed');
    if (!pack.model && !pack.preparing) pack.make();
    else if (seed && !pack.running && !pack.trained) pack.make();
    else if (changed.includes('sentence')) this.watching.now();
    this.changed();
  }
}
