import { formatFragment, parseFragment } from '../state/fragment.js';
import { initialOf, sameValue } from '../state/table.js';
import { FIELDS, field } from './table.js';

/**
 * The one state of the page, mirrored in the address. Only what differs from the defaults is kept.
 * @typedef {import('../state/store.js').Place} Place
 */
export class SenseStore extends EventTarget {
  /** @param {{place: Place, language?: 'en' | 'zh'}} options `language` the reader's browser asks for */
  constructor({ place, language = 'en' }) {
    super();
    this.place = place;
    this.preferred = language;
    /** @type {Record<string, any>} */
    this.own = parseFragment(place.read(), FIELDS);
    this.values = this.#resolve();
    place.write(this.fragment());
  }

  /** @param {string} name */
  get(name) {
    return this.values[name];
  }

  /** Sets fields; `undefined` returns one to its default. @param {Record<string, any>} changes */
  set(changes) {
    const own = { ...this.own, ...changes };
    // A hash speaks of one exact run: not of another seed, nor of another word's corpus.
    const other = ['seed', 'word'].some((n) => n in changes && changes[n] !== this.values[n]);
    if (other && !('hash' in changes)) own.hash = undefined;
    this.#update(own, true);
  }

  /** Reads the address again: the reader edited it, or went back. */
  read() {
    this.#update(parseFragment(this.place.read(), FIELDS), false);
  }

  /** The link of what is seen. @param {Record<string, any>} [more] */
  fragment(more = {}) {
    const values = { ...this.values, ...more };
    // The word's default depends on who opens the link: it is said whenever anything is.
    const context = /** @type {any} */ ({});
    const onlyWord = formatFragment({ word: values.word }, context, FIELDS);
    const text = formatFragment(values, context, FIELDS);
    const isFirst = values.word === initialOf(field('word'), this.#context());
    return text === onlyWord && isFirst ? '' : text;
  }

  #context(own = this.own) {
    const { language = 'auto' } = own;
    return /** @type {any} */ ({ language: language === 'auto' ? this.preferred : language });
  }

  #resolve(own = this.own) {
    const context = this.#context(own);
    /** @type {Record<string, any>} */
    const values = {};
    for (const row of FIELDS) values[row.name] = own[row.name] ?? initialOf(row, context);
    return values;
  }

  #update(/** @type {Record<string, any>} */ own, /** @type {boolean} */ write) {
    const before = this.values;
    this.own = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
    this.values = this.#resolve();
    const changed = FIELDS.map((row) => row.name).filter(
      (name) => !sameValue(before[name], this.values[name]),
    );
    if (write) this.place.write(this.fragment());
    if (changed.length) this.dispatchEvent(new CustomEvent('change', { detail: { changed } }));
  }
}
