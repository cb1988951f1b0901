import { formatFragment } from '../state/fragment.js';
import { PageStore } from '../state/page-store.js';
import { initialOf } from '../state/table.js';
import { FIELDS, field } from './table.js';

/** What the defaults depend on. @returns {any} */
const contextOf = (/** @type {PageStore} */ store) => ({ language: store.spoken() });

/** The one state of the page. @typedef {import('../state/store.js').Place} Place */
export class SenseStore extends PageStore {
  /** @param {{place: Place, language?: 'en' | 'zh'}} options */
  constructor(options) {
    super(FIELDS, options);
  }

  /** Sets fields; `undefined` returns one to its default. @param {Record<string, any>} wanted */
  set(wanted) {
    const changes = this.unlocked(wanted);
    const own = { ...this.own, ...changes };
    // A hash speaks of one exact run: not of another seed, nor of another word's corpus.
    const other = ['seed', 'word'].some((n) => n in changes && changes[n] !== this.values[n]);
    if (other && !('hash' in changes)) own.hash = undefined;
    this.update(own, true);
  }

  /** The link of what is seen. @param {Record<string, any>} [more] */
  fragment(more = {}) {
    const values = { ...this.values, ...more };
    // The word's default depends on who opens the link: it is said whenever anything is.
    const context = /** @type {any} */ ({});
    const onlyWord = formatFragment({ word: values.word }, context, FIELDS);
    const text = formatFragment(values, context, FIELDS);
    const isFirst = values.word === initialOf(field('word'), contextOf(this));
    return text === onlyWord && isFirst ? '' : text;
  }

  resolve() {
    const context = contextOf(this);
    /** @type {Record<string, any>} */
    const values = {};
    for (const row of FIELDS) values[row.name] = this.own[row.name] ?? initialOf(row, context);
    return values;
  }
}
