import { LinkedStore } from './linked-store.js';

/**
 * The state of a page whose defaults depend on the reader's language.
 * @abstract
 * @template {import('./link-fields.js').EditionValues} V the page's state
 * @extends {LinkedStore<V>}
 */
export class PageStore extends LinkedStore {
  /**
   * @param {import('./field.js').Field[]} fields the page's table
   * @param {(keyof V & string)[]} run fields that determine the weights; changing one removes the
   *   hash from the link
   * @param {object} options
   * @param {import('./address-bar.js').Place} options.place
   * @param {'en' | 'zh'} [options.language] the language of the browser
   */
  constructor(fields, run, { place, language = 'en' }) {
    super(fields, place, language);
    this.run = run;
    this.begin();
  }

  /** Sets fields; `undefined` resets one to its default. @param {Partial<V>} wanted */
  set(wanted) {
    const changes = this.unlocked(wanted);
    const lost = Object.fromEntries(this.lostWith(changes).map((name) => [name, undefined]));
    this.update({ ...this.own, ...this.kept, ...lost, ...changes }, true);
  }

  /**
   * The fields that these changes reset to their defaults.
   * @param {Partial<V>} changes @returns {(keyof V & string)[]}
   */
  lostWith(changes) {
    return this.run.some((name) => this.differs(changes, name)) ? ['hash'] : [];
  }

  /** @param {Partial<V>} changes @param {keyof V} name */
  differs(changes, name) {
    return name in changes && changes[name] !== this.values[name];
  }

  /** The edition that an opened link means: it stays when the hash goes. @returns {Partial<V>} */
  get kept() {
    const { edition } = this.values;
    return /** @type {Partial<V>} */ (this.own.hash ? { edition } : {});
  }

  /** @override @param {Partial<V>} [own] */
  context(own = this.own) {
    return { language: this.spoken(), hash: own.hash };
  }

  /** Adds a note if the link's sentences are of an earlier edition. @override */
  linked() {
    const own = super.linked();
    const old = own.edition === '1' || (own.hash && !own.edition);
    if (old) this.notes.push({ kind: 'edition' });
    return own;
  }
}
