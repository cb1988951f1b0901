import { formatFragment } from '../link/fragment.js';
import { PageStore } from '../link/page-store.js';
import { FIELDS } from './table.js';

/** What decides which weights are pre-trained. */
const RUN = ['seed', 'chapter', 'corpus', 'model'];

/** The one state of the page. @typedef {import('../link/address-bar.js').Place} Place */
export class TransferStore extends PageStore {
  /** @param {{place: Place, language?: 'en' | 'zh'}} options */
  constructor(options) {
    super(FIELDS, RUN, options);
  }

  /** The link of what is seen. A reader's own lines do not fit into one. @param {object} [more] */
  fragment(more = {}) {
    const values = { ...this.values, ...more };
    if (values.corpus === 'own') delete values.corpus;
    return formatFragment(values, this.context(), FIELDS);
  }
}
