import { cancelled } from '../worker/errors.js';
import { occurrencesOf } from './occurrences.js';

/**
 * An ELMo with published weights in place of the page's own model, and the progress of reading the
 * map's sentences. It is only queried, not trained.
 */
export class Published {
  /** @param {import('./session.js').SenseSession} session */
  constructor(session) {
    this.session = session;
    /** @type {import('../api/elmo.js').ElmoReader | null} */
    this.model = null;
    this.name = '';
    /** Share of the map's sentences that were read; 1 if all were. */
    this.read = 1;
  }

  get active() {
    return this.model !== null;
  }

  /** @param {import('../api/elmo.js').ElmoReader} model @param {string} name name of its file */
  async use(model, name) {
    const { session } = this;
    if (session.current.running) await session.pause();
    await this.drop();
    Object.assign(this, { model, name });
    session.frame = null;
    await session.prepare();
  }

  /** Returns to the page's own models. */
  async close() {
    const { session } = this;
    await this.drop();
    session.frame = null;
    session.changed();
    if (!session.current.model) await session.prepare();
    else await session.map.now();
  }

  /** The packs of the page are not changed by it. */
  async drop() {
    const { model, session } = this;
    for (const key of [...session.slots.keys()]) if (isOurs(key)) session.slots.delete(key);
    Object.assign(this, { model: null, name: '', read: 1 });
    session.picked = -1;
    session.wound = -1;
    await model?.close();
  }

  /** The key of a language's pack in the session. @param {string} language */
  keyOf(language) {
    return this.active ? `published ${language}` : language;
  }

  /** The pack of the current language with this model. @param {import('./pack.js').Pack} pack */
  async prepare(pack) {
    const { session, name, model: reader } = this;
    // The model can be queried like any other, but not trained.
    const model = /** @type {import('./pack.js').Model} */ (/** @type {unknown} */ (reader));
    const made = async () => {
      const { corpus } = await session.corpora(pack.language, pack.edition);
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
   * The occurrences of a word, read in advance; a large model is slow, so it reads fewer.
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

/** The report of a model that was trained elsewhere. */
const DONE = { step: 1, epoch: 1, epochs: 1, progress: 1, epochLoss: Number.NaN, finished: true };

const SIZES = [
  { parameters: 20e6, trained: 150, heldout: 100 },
  { parameters: 60e6, trained: 60, heldout: 40 },
  { parameters: Infinity, trained: 24, heldout: 16 },
];
