import { formatFragment } from '../link/fragment.js';
import { PageStore } from '../link/page-store.js';
import { FIELDS } from './table.js';

/**
 * @typedef {import('./table.js').Values} Values
 * @typedef {import('../link/address-bar.js').Place} Place
 */

/** The fields that affect the pre-trained weights. @type {(keyof Values)[]} */
const RUN = ['seed', 'chapter', 'corpus', 'model'];

/** The state of the page. @extends {PageStore<Values>} */
export class TransferStore extends PageStore {
  /** @param {{place: Place, language?: 'en' | 'zh'}} options */
  constructor(options) {
    super(FIELDS, RUN, options);
  }

  /**
   * The link to the current view. A reader's own lines are not part of it.
   * @override @param {Partial<Values>} [more]
   */
  fragment(more = {}) {
    const values = { ...this.values, ...more };
    const said = values.corpus === 'own' ? { ...values, corpus: undefined } : values;
    return formatFragment(said, this.context(values), FIELDS);
  }
}
