import { readFragment } from './fragment.js';
import { unlocked } from './link-fields.js';
import { sameValue } from './table.js';

/**
 * The one state of a page, mirrored in the address. Only what differs from the defaults is kept.
 * A page says with `resolve()` what its fields are worth, and with `fragment()` how its link reads.
 * @abstract
 * @typedef {import('./store.js').Place} Place
 */
export class PageStore extends EventTarget {
  /**
   * @param {import('./table.js').Field[]} fields the page's table
   * @param {{place: Place, language?: 'en' | 'zh'}} options `language` the reader's browser asks for
   */
  constructor(fields, { place, language = 'en' }) {
    super();
    this.fields = fields;
    this.place = place;
    this.preferred = language;
    const { values, notes } = readFragment(place.read(), fields);
    /** What the reader should know about the link that was opened. */
    this.notes = notes;
    this.own = values;
    this.values = this.resolve();
    place.write(this.fragment());
  }

  /** @param {string} name */
  get(name) {
    return this.values[name];
  }

  /** Reads the address again: the reader edited it, or went back. */
  read() {
    const { values, notes } = readFragment(this.place.read(), this.fields);
    this.notes = notes;
    this.update(values, false);
  }

  /** Changes without those of fields that the link locks. @param {Record<string, any>} changes */
  unlocked(changes) {
    return unlocked(changes, this.values, this.fields);
  }

  /** Every field's value: the reader's own or the default. @abstract @returns {Record<string, any>} */
  resolve() {
    throw new Error('a page resolves its own fields');
  }

  /** The link of what is seen. @abstract @returns {string} */
  fragment() {
    throw new Error('a page writes its own link');
  }

  /** The language that the defaults follow. @returns {'en' | 'zh'} */
  spoken() {
    const { language = 'auto' } = this.own;
    return language === 'auto' ? this.preferred : language;
  }

  /**
   * @param {Record<string, any>} own
   * @param {boolean} write whether the address follows
   */
  update(own, write) {
    const before = this.values;
    this.own = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
    this.values = this.resolve();
    const changed = this.fields
      .map((row) => row.name)
      .filter((name) => !sameValue(before[name], this.values[name]));
    if (write) this.place.write(this.fragment());
    // A link may bring nothing but notes.
    if (changed.length || !write)
      this.dispatchEvent(new CustomEvent('change', { detail: { changed } }));
  }
}
