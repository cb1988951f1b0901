import { initialOf, sameValue } from './field.js';
import { readFragment } from './fragment.js';
import { unlocked } from './link-fields.js';

/**
 * A page's one state, mirrored in the address. Only what differs from the defaults is kept, so that
 * a default that depends on other fields follows them until the reader sets it.
 * A page says with `context()` what its defaults depend on, and with `fragment()` how its link reads.
 * @abstract
 * @typedef {import('./address-bar.js').Place} Place
 */
export class LinkedStore extends EventTarget {
  /** @param {import('./field.js').Field[]} fields the page's table @param {Place} place */
  constructor(fields, place) {
    super();
    this.fields = fields;
    this.place = place;
    /** @type {Record<string, any>} */
    this.own = {};
    /** @type {Record<string, any>} */
    this.values = {};
    /** What the reader should know about the link that was opened. @type {import('./fragment.js').Note[]} */
    this.notes = [];
  }

  /** Takes what was read from the address. Hostile and unknown parts of that go. */
  begin(own = this.linked()) {
    this.own = own;
    this.values = this.resolve();
    this.place.write(this.fragment());
  }

  /** @param {string} name */
  get(name) {
    return this.values[name];
  }

  /** Reads the address again: the reader edited it, or went back. */
  read() {
    this.update(this.linked(), false);
  }

  /** What the address says. @returns {Record<string, any>} */
  linked() {
    const { values, notes } = readFragment(this.place.read(), this.fields);
    this.notes = notes;
    return values;
  }

  /** Changes without those of fields that the link locks. @param {Record<string, any>} changes */
  unlocked(changes) {
    return unlocked(changes, this.values, this.fields);
  }

  /** Every field's value: the reader's own or the default. @returns {Record<string, any>} */
  resolve(own = this.own) {
    const context = this.context(own);
    return Object.fromEntries(
      this.fields.map((row) => [row.name, own[row.name] ?? initialOf(row, context)]),
    );
  }

  /**
   * What the defaults depend on, given the fields that are set.
   * @abstract @param {Record<string, any>} _own @returns {any}
   */
  context(_own) {
    return {};
  }

  /** The link of what is seen. @abstract @returns {string} */
  fragment() {
    return '';
  }

  /**
   * @param {Record<string, any>} own `undefined` returns a field to its default
   * @param {boolean} write whether the address follows
   */
  update(own, write) {
    const before = this.values;
    this.own = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
    this.values = this.resolve();
    const changed = this.fields
      .map((row) => row.name)
      .filter((name) => !sameValue(before[name], this.values[name]));
    if (write) this.place.write(this.fragment());
    // A link may bring nothing but notes.
    if (changed.length || !write)
      this.dispatchEvent(new CustomEvent('change', { detail: { changed } }));
  }
}
