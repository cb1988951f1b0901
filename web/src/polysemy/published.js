import { cancelled } from '../worker/errors.js';
import { occurrencesOf } from './occurrences.js';

/**
 * An ELMo that others trained, in place of the page's own: its model, and how far it has come with
 * the sentences of the map. It is not trained here, so all the page does is read with it.
 */
export class Published {
  /** @param {import('./session.js').SenseSession} session */
  constructor(session) {
    this.session = session;
    /** @type {import('../api/elmo.js').ElmoReader | null} */
    this.model = null;
    this.name = '';
    /** Share of the map's sentences that were read; 1 when all were. */
    this.read = 1;
  }

  get active() {
    return this.model !== null;
  }

  /** @param {import('../api/elmo.js').ElmoReader} model @param {string} name of its file */
  async use(model, name) {
    const { session } = this;
    if (session.current.running) await session.pause();
    await this.drop();
    Object.assign(this, { model, name });
    session.frame = null;
    await session.prepare();
  }

  /** Back to the page's own models. */
  async close() {
    const { session } = this;
    await this.drop();
    session.frame = null;
    session.changed();
    if (!session.current.model) await session.prepare();
    else await session.map.now();
  }

  /** The page's packs are as if it had never been there. */
  async drop() {
    const { model, session } = this;
    for (const key of [...session.slots.keys()]) if (isOurs(key)) session.slots.delete(key);
    Object.assign(this, { model: null, name: '', read: 1 });
    session.picked = -1;
    session.wound = -1;
    await model?.close();
  }

  /** Where the session keeps the pack of a language. @param {string} language */
  keyOf(language) {
    return this.active ? `published ${language}` : language;
  }

  /** The pack of the chosen language with this model. @param {import('./pack.js').Pack} pack */
  async prepare(pack) {
    const { session, name, model: reader } = this;
    // It is asked as any other model is, and never trained.
    const model = /** @type {import('./pack.js').Model} */ (/** @type {unknown} */ (reader));
    const made = async () => {
      const { corpus } = await session.corpora(pack.language);
      if (this.model !== reader) throw cancelled();
      const known = new Set(`${corpus.text} ${corpus.heldout}`.split(/\s+/));
      return { model, facts: async () => ({ corpus, known, report: DONE }) };
    };
    try {
      await pack.adopt(made, name);
      return true;
    } catch (error) {
      if (error.code !== 'Cancelled') pack.error = error;
      return false;
    } finally {
      session.changed();
    }
  }

  /**
   * The sentences of a word, read: fewer of them by a large model, which takes its time.
   * @param {import('./occurrences.js').Corpus} corpus @param {string} word
   */
  async occurrences(corpus, word) {
    const model = /** @type {import('../api/elmo.js').ElmoReader} */ (this.model);
    const size = SIZES.find(({ parameters }) => model.info.parameters <= parameters);
    const found = occurrencesOf(corpus, word, size);
    this.read = 0;
    const onProgress = (/** @type {number} */ share) => {
      if (this.model !== model) return;
      this.read = share;
      this.session.changed();
    };
    await model.readAhead(found.sentences, { onProgress });
    this.read = 1;
    return found;
  }
}

const isOurs = (/** @type {string} */ key) => key.startsWith('published ');

/** What the page knows of a training that took place elsewhere. */
const DONE = { step: 1, epoch: 1, epochs: 1, progress: 1, loss: Number.NaN, finished: true };

const SIZES = [
  { parameters: 20e6, trained: 150, heldout: 100 },
  { parameters: 60e6, trained: 60, heldout: 40 },
  { parameters: Infinity, trained: 24, heldout: 16 },
];
