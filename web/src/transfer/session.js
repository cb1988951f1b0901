import { Paced } from '../training/paced.js';
import { RunSession } from '../training/run-session.js';
import { ImagesChapter } from './images.js';
import { TextChapter } from './text.js';

const WATCH_PAUSE_MS = 90;

/**
 * Connects the state with the API: two chapters, each of which pre-trains an A and trains Bs from
 * it.
 *
 * @typedef {object} Parts
 * @property {Pick<typeof import('../api/index.js'),
 *   'create' | 'createImages' | 'load' | 'readLabelledLines'>} api
 * @property {() => Promise<import('./digits.js').DigitFile>} digits
 * @property {(language: 'en' | 'zh', edition: import('../link/edition.js').Edition) => Promise<{reviews: any, options: Record<string, any>}>}
 *   reviews returns the reviews and the options to pre-train on them; any: of the API, by name
 * @property {import('./pictures.js').Keeper} [keeper] storage of the reader's own pictures
 * @property {import('./own-lines.js').OwnLines} [ownLines] and of their labelled lines
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

  start() {
    this.text.recall();
    return super.start();
  }

  /** Trains the A of the current chapter. */
  train() {
    return this.chapter.pretrain();
  }

  /** @returns {ImagesChapter | TextChapter} the current chapter */
  get chapter() {
    return this.store.get('chapter') === 'text' ? this.text : this.images;
  }

  get current() {
    return this.chapter.current;
  }

  get all() {
    return [...this.images.slots.values(), ...this.text.slots.values()];
  }

  /** Updates what is shown of the weights during training. */
  async #watch() {
    const { chapter } = this;
    const pack = chapter.current;
    if (!pack.model) return;
    try {
      await chapter.watch(pack);
    } catch (error) {
      // No error if the model was closed meanwhile.
      if (error.code === 'EngineFailure') pack.error = error;
    }
    this.changed();
  }

  stateChanged(/** @type {string[]} */ changed) {
    const { current: pack } = this;
    this.text.remember();
    const seed = changed.includes('seed');
    if (!pack.model && !pack.preparing) pack.make();
    else if (seed && !pack.running && !pack.trained) pack.make();
    else if (changed.includes('sentence')) this.watching.now();
    this.changed();
  }
}
