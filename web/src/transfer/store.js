import { formatFragment } from '../state/fragment.js';
import { PageStore } from '../state/page-store.js';
import { initialOf } from '../state/table.js';
import { FIELDS } from './table.js';

/** What decides which weights are pre-trained; a hash in the link speaks of those alone. */
const RUN = ['seed', 'chapter', 'corpus', 'model'];

/** What the defaults depend on. @returns {any} */
const contextOf = (/** @type {PageStore} */ store) => ({ language: store.spoken() });

/** The one state of the page. @typedef {import('../state/store.js').Place} Place */
export class TransferStore extends PageStore {
  /** @param {{place: Place, language?: 'en' | 'zh'}} options */
  constructor(options) {
    super(FIELDS, options);
  }

  /** Sets fields; `undefined` returns one to its default. @param {Record<string, any>} wanted */
  set(wanted) {
    const changes = this.unlocked(wanted);
    const own = { ...this.own, ...changes };
    const other = RUN.some((n) => n in changes && changes[n] !== this.values[n]);
    if (other && !('hash' in changes)) own.hash = undefined;
    this.update(own, true);
  }

  /** The link of what is seen. A reader's own lines do not fit into one. @param {object} [more] */
  fragment(more = {}) {
    const values = { ...this.values, ...more };
    if (values.corpus === 'own') delete values.corpus;
    return formatFragment(values, contextOf(this), FIELDS);
  }

  resolve() {
    const context = contextOf(this);
    /** @type {Record<string, any>} */
    const values = {};
    for (const row of FIELDS) values[row.name] = this.own[row.name] ?? initialOf(row, context);
    return values;
  }
}
