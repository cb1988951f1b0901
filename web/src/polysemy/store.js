import { initialOf } from '../link/field.js';
import { formatFragment } from '../link/fragment.js';
import { PageStore } from '../link/page-store.js';
import { FIELDS, field } from './table.js';

/** What decides the weights: the corpus follows the word. */
const RUN = ['seed', 'word'];

/** The one state of the page. @typedef {import('../link/address-bar.js').Place} Place */
export class SenseStore extends PageStore {
  /** @param {{place: Place, language?: 'en' | 'zh'}} options */
  constructor(options) {
    super(FIELDS, RUN, options);
  }

  /** The link of what is seen. @param {Record<string, any>} [more] */
  fragment(more = {}) {
    const values = { ...this.values, ...more };
    // The word's default depends on who opens the link: it is said whenever anything is.
    const context = /** @type {any} */ ({});
    const onlyWord = formatFragment({ word: values.word }, context, FIELDS);
    const text = formatFragment(values, context, FIELDS);
    const isFirst = values.word === initialOf(field('word'), this.context());
    return text === onlyWord && isFirst ? '' : text;
  }
}
