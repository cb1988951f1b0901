import { formatFragment, parseFragment } from '../state/fragment.js';
import { initialOf, sameValue } from '../state/table.js';
import { FIELDS, FIRST } from './table.js';

/** What belongs to one corpus: another corpus, other words. */
const OF_CORPUS = ['similar', 'analogy', 'next', 'blank', 'polyseme', 'first', 'second'];

/**
 * The one state of the page, mirrored in the address. Only what differs from the defaults is kept.
 * @typedef {import('../state/store.js').Place} Place
 */
export class LadderStore extends EventTarget {
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
    if ('corpus' in changes && changes.corpus !== this.values.corpus) drop(own, OF_CORPUS, changes);
    if ('polyseme' in changes) drop(own, ['first', 'second'], changes);
    this.#update(own, true);
  }

  /** Reads the address again: the reader edited it, or went back. */
  read() {
    this.#update(parseFragment(this.place.read(), FIELDS), false);
  }

  /** The link of what is seen. The corpus follows the reader's language: it is always said. */
  fragment() {
    const context = /** @type {any} */ ({ ...this.values, language: '' });
    const { corpus } = this.values;
    const text = formatFragment(this.values, context, FIELDS);
    const isFirst = corpus === this.#preferredCorpus();
    if (!text) return isFirst ? '' : `#v=1&corpus=${corpus}`;
    return /[#&]corpus=/.test(text) ? text : text.replace('#v=1', `#v=1&corpus=${corpus}`);
  }

  #preferredCorpus(own = this.own) {
    const { language = 'auto' } = own;
    return language === 'auto' ? this.preferred : language;
  }

  #resolve(own = this.own) {
    const context = /** @type {any} */ ({ language: this.#preferredCorpus(own) });
    for (const row of FIELDS) {
      const value = own[row.name] ?? initialOf(row, context);
      const foreign =
        row.name === 'polyseme' &&
        !FIRST[/** @type {'en' | 'zh'} */ (context.corpus)].polysemes.includes(value);
      context[row.name] = foreign ? initialOf(row, context) : value;
      if (row.name === 'language') context.language = this.#preferredCorpus(own);
    }
    return { ...context, language: own.language ?? 'auto' };
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

/** Back to their defaults, unless they change at the same time. */
function drop(
  /** @type {Record<string, any>} */ own,
  /** @type {string[]} */ names,
  /** @type {Record<string, any>} */ changes,
) {
  for (const name of names) if (!(name in changes)) own[name] = undefined;
}
