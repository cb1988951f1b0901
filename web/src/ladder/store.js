import { formatFragment } from '../state/fragment.js';
import { PageStore } from '../state/page-store.js';
import { initialOf } from '../state/table.js';
import { FIELDS, FIRST } from './table.js';

/** What belongs to one corpus: another corpus, other words. */
const OF_CORPUS = ['similar', 'analogy', 'next', 'blank', 'polyseme', 'first', 'second'];

/** The one state of the page. @typedef {import('../state/store.js').Place} Place */
export class LadderStore extends PageStore {
  /** @param {{place: Place, language?: 'en' | 'zh'}} options */
  constructor(options) {
    super(FIELDS, options);
  }

  /** Sets fields; `undefined` returns one to its default. @param {Record<string, any>} wanted */
  set(wanted) {
    const changes = this.unlocked(wanted);
    const own = { ...this.own, ...changes };
    if ('corpus' in changes && changes.corpus !== this.values.corpus) drop(own, OF_CORPUS, changes);
    // A hash speaks of one exact run.
    const other = ['corpus', 'seed'].some((n) => n in changes && changes[n] !== this.values[n]);
    if (other && !('hash' in changes)) own.hash = undefined;
    if ('polyseme' in changes) drop(own, ['first', 'second'], changes);
    this.update(own, true);
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
    const context = /** @type {any} */ ({ language: this.spoken() });
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

/** Back to their defaults, unless they change at the same time. */
function drop(
  /** @type {Record<string, any>} */ own,
  /** @type {string[]} */ names,
  /** @type {Record<string, any>} */ changes,
) {
  for (const name of names) if (!(name in changes)) own[name] = undefined;
}
