import { Paced } from '../training/paced.js';
import { Undo } from '../training/undo.js';
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
 */
export class TransferSession extends EventTarget {
  /** @param {Parts & {store: import('./store.js').TransferStore}} parts */
  constructor({ store, ...parts }) {
    super();
    this.parts = parts;
    this.api = parts.api;
    this.store = store;
    this.images = new ImagesChapter(this);
    this.text = new TextChapter(this);
    this.undoing = new Undo(() => this.changed());
    /** @type {Promise<any> | undefined} until the first model stands ready */
    this.starting = undefined;
    this.watching = new Paced(() => this.#watch(), WATCH_PAUSE_MS);
    store.addEventListener('change', (event) =>
      this.#stateChanged(/** @type {CustomEvent<{changed: string[]}>} */ (event)),
    );
  }

  start() {
    this.starting = this.chapter.prepare();
    return this.starting;
  }

  /** Trains the A of the chapter on show. */
  train() {
    return this.chapter.pretrain();
  }

  /** Has that A been trained from this seed, or is it under way? */
  get settled() {
    const pack = this.chapter.current;
    return pack.running || (pack.trained && !pack.stale);
  }

  changed() {
    this.dispatchEvent(new Event('change'));
  }

  /** @returns {ImagesChapter | TextChapter} the one on show */
  get chapter() {
    return this.store.get('chapter') === 'text' ? this.text : this.images;
  }

  /** Closes all models. */
  async close() {
    await this.undoing.drop();
    const packs = [...this.images.slots.values(), ...this.text.slots.values()];
    await Promise.all(packs.map((pack) => pack.close()));
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

  /** @param {CustomEvent<{changed: string[]}>} event */
  #stateChanged({ detail }) {
    const { chapter } = this;
    const pack = chapter.current;
    const seed = detail.changed.includes('seed');
    if (!pack.model && !pack.preparing) chapter.prepare(pack);
    else if (seed && !pack.running && !pack.trained) chapter.prepare(pack);
    else if (detail.changed.includes('sentence')) this.watching.now();
    this.changed();
  }
}
