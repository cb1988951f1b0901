import { initialOf } from '../link/field.js';
import { formatFragment } from '../link/fragment.js';
import { PageStore } from '../link/page-store.js';
import { POLYSEMES } from './first-questions.js';
import { FIELDS } from './table.js';

/**
 * @typedef {import('./table.js').Values} Values
 * @typedef {import('../link/address-bar.js').Place} Place
 */

/**
 * The fields that depend on the corpus; they are reset when the corpus changes.
 * @type {(keyof Values)[]}
 */
const OF_CORPUS = ['similar', 'analogy', 'next', 'blank', 'polyseme', 'first', 'second'];

/** @type {(keyof Values)[]} */
const RUN = ['corpus', 'seed'];

/** The state of the page. @extends {PageStore<Values>} */
export class LadderStore extends PageStore {
  /** @param {{place: Place, language?: 'en' | 'zh'}} options */
  constructor(options) {
    super(FIELDS, RUN, options);
  }

  /** @override @param {Partial<Values>} changes */
  lostWith(changes) {
    const lost = super.lostWith(changes);
    if (this.differs(changes, 'corpus')) lost.push(...OF_CORPUS);
    if ('polyseme' in changes) lost.push('first', 'second');
    return lost;
  }

  /**
   * The link to the current view. It always contains the corpus, because its default depends on the
   * reader's language.
   * @override
   * @param {Partial<Values>} [more]
   */
  fragment(more = {}) {
    const values = { ...this.values, ...more };
    const context = { ...values, language: '' };
    const { corpus } = values;
    const text = formatFragment(values, context, FIELDS);
    const isFirst = corpus === this.spoken();
    if (!text) return isFirst ? '' : `#v=1&corpus=${corpus}`;
    return /[#&]corpus=/.test(text) ? text : text.replace('#v=1', `#v=1&corpus=${corpus}`);
  }

  /** @override */
  resolve() {
    const { own } = this;
    /** The default of every row, in the order of the rows. @type {Record<string, unknown>} */
    const context = this.context();
    for (const row of FIELDS) {
      const value = own[row.name] ?? initialOf(row, context);
      const polysemes = POLYSEMES[context.corpus === 'zh' ? 'zh' : 'en'];
      const foreign = row.name === 'polyseme' && !polysemes.includes(value);
      context[row.name] = foreign ? initialOf(row, context) : value;
      if (row.name === 'language') context.language = this.spoken();
    }
    return /** @type {Values} */ ({ ...context, language: own.language ?? 'auto' });
  }
}
