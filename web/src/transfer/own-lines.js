/**
 * Stores the reader's own labelled lines in the browser, so that they are there after a reload. They
 * are no part of the address, so the tab remembers at which address they were in use.
 */
import { scopedName } from '../link/scope.js';

const LINES = scopedName('preformer.transfer.lines');
const PLACE = scopedName('preformer.transfer.lines.place');
/** Browsers give a site about five million characters. */
const MOST = 2_000_000;

/** @typedef {import('./lines.js').Labelled} Labelled */
/** @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} Store */

export class OwnLines {
  /**
   * @param {Store | null} site null if the browser forbids it
   * @param {Store | null} tab
   */
  constructor(site, tab) {
    this.site = site;
    this.tab = tab;
  }

  /** @param {Labelled} lines @returns {boolean} whether they are kept */
  save(lines) {
    const text = JSON.stringify({ ...lines, targets: [...lines.targets] });
    try {
      this.site?.removeItem(LINES);
      if (text.length > MOST) return false;
      this.site?.setItem(LINES, text);
      return Boolean(this.site);
    } catch {
      return false; // no room, or forbidden
    }
  }

  /** @returns {Labelled | null} */
  load() {
    try {
      const lines = JSON.parse(this.site?.getItem(LINES) ?? 'null');
      const { labels, sentences, targets } = lines ?? {};
      const good =
        labels?.length >= 2 &&
        sentences.length === targets.length &&
        targets.every((/** @type {number} */ target) => labels[target] !== undefined);
      return good ? lines : null;
    } catch {
      return null;
    }
  }

  /** @param {string} fragment of the address at which they are in use; '' if they are not */
  use(fragment) {
    try {
      if (fragment) this.tab?.setItem(PLACE, fragment);
      else this.tab?.removeItem(PLACE);
    } catch {
      // storage is not available
    }
  }

  /** Whether they were in use at this address. @param {string} fragment */
  usedAt(fragment) {
    try {
      return this.tab?.getItem(PLACE) === fragment;
    } catch {
      return false;
    }
  }
}
