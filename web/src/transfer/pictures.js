/**
 * Stores the reader's own pictures in the browser, so that they are available after a reload or a
 * visit to another page.
 */
import { scopedName } from '../link/scope.js';
import { PER_CLASS } from './examples.js';

/** Where all copies of the site on an origin once stored their pictures. */
const SHARED_KEY = 'preformer.transfer.pictures';
const KEY = scopedName(SHARED_KEY);
const SIZE = 784;

/** @typedef {import('./examples.js').Picture} Picture */

/**
 * If the browser forbids storage or has no space left, the pictures are lost when the page is
 * closed.
 */
export class Keeper {
  /** @param {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null} storage */
  constructor(storage) {
    this.storage = storage;
  }

  /** @param {Array<Picture | null>} slots */
  save(slots) {
    const own = slots.flatMap((picture, slot) =>
      picture?.from === 'own' ? [[slot, toText(picture.pixels)]] : [],
    );
    try {
      // An empty list, too, is newer than what all copies shared.
      const shared = KEY !== SHARED_KEY && (this.storage?.getItem(SHARED_KEY) ?? null) !== null;
      if (own.length || shared) this.storage?.setItem(KEY, JSON.stringify(own));
      else this.storage?.removeItem(KEY);
    } catch {
      // storage is not available
    }
  }

  /**
   * @returns {Array<{slot: number, picture: Picture}>} the stored pictures; invalid ones are left
   *   out
   */
  load() {
    try {
      /** @type {[number, string][]} */
      const list = JSON.parse(
        this.storage?.getItem(KEY) ?? this.storage?.getItem(SHARED_KEY) ?? '[]',
      );
      return list.flatMap(([slot, text]) => {
        const pixels = fromText(text);
        const good = Number.isInteger(slot) && slot >= 0 && slot < 5 * PER_CLASS;
        return good && pixels.length === SIZE && pixels.some(Boolean)
          ? [{ slot, picture: { pixels, from: 'own' } }]
          : [];
      });
    } catch {
      return [];
    }
  }
}

const toText = (/** @type {Uint8Array} */ bytes) => btoa(String.fromCharCode(...bytes));
const fromText = (/** @type {string} */ text) =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
