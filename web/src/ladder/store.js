import { initialOf } from '../link/field.js';
import { formatFragment } from '../link/fragment.js';
import { PageStore } from '../link/page-store.js';
import { FIELDS, FIRST } from './table.js';

/** What belongs to one corpus: another corpus, other words. */
const OF_CORPUS = ['similar', 'analogy', 'next', 'blank', 'polyseme', 'first', 'second'];

const RUN = ['corpus', 'seed'];

/** The one state of the page. @typedef {import('../link/address-bar.js').Place} Place */
export class LadderStore extends PageStore {
  /** @param {{place: Place, language?: 'en' | 'zh'}} options */
  constructor(options) {
    super(FIELDS, RUN, options);
  }

  /** @param {Record<string, any>} changes */
  lostWith(changes) {
    const lost = super.lostWith(changes);
    if (this.differs(changes, 'corpus')) lost.push(...OF_CORPUS);
    if ('polyseme' in changes) lost.push('first', 'second');
    return lost;
  }

  /**
   * The link of what is seen. The corpus follows the reader's language: it is always said.
   * @param {Record<string, any>} [more]
   */
  fragment(more = {}) {
    const values = { ...this.values, ...more };
    const context = /** @type {any} */ ({ ...values, language: '' });
    const { corpus } = values;
    const text = formatFragment(values, context, FIELDS);
    const isFirst = corpus === this.spoken();
    if (!text) return isFirst ? '' : `#v=1&corpus=${corpus}`;
    return /[#&]corpus=/.test(text) ? text : text.replace('#v=1', `#v=1&corpus=${corpus}`);
  }

  resolve() {
    const { own } = this;
    const context = this.context();
    for (const row of FIELDS) {
      const value = own[row.name] ?? initialOf(row, context);
      const foreign =
        row.name === 'polyseme' &&
        !FIRST[/** @type {'en' | 'zh'} */ (context.corpus)].polysemes.includes(value);
      context[row.name] = foreign ? initialOf(row, context) : value;
      if (row.name === 'language') context.language = this.spoken();
    }
    return { ...context, language: own.language ?? 'auto' };
  }
}
