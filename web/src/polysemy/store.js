import { initialOf } from '../link/field.js';
import { formatFragment } from '../link/fragment.js';
import { PageStore } from '../link/page-store.js';
import { FIELDS, field } from './table.js';

/**
 * @typedef {import('./table.js').Values} Values
 * @typedef {import('../link/address-bar.js').Place} Place
 */

/** The fields that affect the weights; the corpus depends on the word. @type {(keyof Values)[]} */
const RUN = ['seed', 'word'];

/** The state of the page. @extends {PageStore<Values>} */
export class SenseStore extends PageStore {
  /** @param {{place: Place, language?: 'en' | 'zh'}} options */
  constructor(options) {
    super(FIELDS, RUN, options);
  }

  /** The link to the current view. @override @param {Partial<Values>} [more] */
  fragment(more = {}) {
    const values = { ...this.values, ...more };
    // A link with any field also contains the word, because its default depends on the reader's
    // language.
    const onlyWord = formatFragment({ word: values.word }, {}, FIELDS);
    const text = formatFragment(values, { hash: values.hash }, FIELDS);
    const isFirst = values.word === initialOf(field('word'), this.context());
    return text === onlyWord && isFirst ? '' : text;
  }
}
