import { MAX_LINK_CHARACTERS, packText, unpackText } from '../link/text-link.js';
import { LabError } from '../text/own-text.js';

/** The keys that may hold a text. */
export const TEXT_KEYS = ['text', 'first', 'second'];

/**
 * Packs texts that belong together: all of them or none.
 * @param {string[]} texts @returns {Promise<string[] | null>} null if they are too long for a link
 */
export async function packTexts(texts) {
  const packed = await Promise.all(
    texts.map((text) => (text ? packText(new TextEncoder().encode(text)) : '')),
  );
  const fits = packed.every((one, i) => one !== '' || texts[i] === '');
  return fits && packed.join('').length <= MAX_LINK_CHARACTERS ? packed : null;
}

/**
 * Throws `BrokenLink` or `LinkTooLarge`.
 * @param {string} packed '' for none @returns {Promise<string>}
 */
export async function unpackedText(packed) {
  if (!packed) return '';
  const found = await unpackText(packed);
  const problem = 'problem' in found ? found.problem : found.bytes.length ? '' : 'BrokenLink';
  if (problem) throw new LabError(problem, problem);
  return 'bytes' in found ? new TextDecoder().decode(found.bytes) : '';
}

/** The reader's own texts in the address of an experiment, packed as in links to the Lab. */
export class AddressTexts {
  /** The latest reading or writing; an earlier one that ends after it changes nothing. */
  #latest = 0;
  tooLong = false;
  /** The code of what is wrong with the texts of the address; '' for nothing. */
  broken = '';

  /** @param {string[]} keys of TEXT_KEYS, one for each text */
  constructor(keys) {
    this.keys = keys;
    /** The texts as they are in the address; '' for none, or if they are too long. */
    this.packed = keys.map(() => '');
  }

  /** Whether an address holds other texts. @param {Map<string, string>} fields */
  differ(fields) {
    return this.#of(fields).join() !== this.packed.join();
  }

  /** @param {Map<string, string>} fields */
  #of(fields) {
    return this.keys.map((key) => fields.get(key) ?? '');
  }

  /**
   * Unpacks the texts of an address.
   * @param {Map<string, string>} fields
   * @returns {Promise<string[] | null>} null if they are broken, or if there are others by now
   */
  async read(fields) {
    this.#latest += 1;
    const now = this.#latest;
    Object.assign(this, { packed: this.#of(fields), tooLong: false, broken: '' });
    try {
      const texts = await Promise.all(this.packed.map(unpackedText));
      return now === this.#latest ? texts : null;
    } catch ({ code }) {
      if (now === this.#latest) this.broken = code;
      return null;
    }
  }

  /**
   * Packs texts for the address.
   * @param {string[]} texts @returns {Promise<boolean>} whether there are no others by now
   */
  async pack(texts) {
    this.#latest += 1;
    const now = this.#latest;
    const fitting = await packTexts(texts);
    if (now !== this.#latest) return false;
    const packed = fitting ?? this.keys.map(() => '');
    Object.assign(this, { packed, tooLong: !fitting, broken: '' });
    return true;
  }

  /** The fields of the address. @returns {Record<string, string>} */
  get fields() {
    return Object.fromEntries(this.keys.map((key, i) => [key, this.packed[i]]));
  }
}
