import { initialOf, sameValue } from './field.js';
import { readFragment } from './fragment.js';
import { unlocked } from './link-fields.js';

/** @typedef {import('./address-bar.js').Place} Place */

/**
 * A page's one state, mirrored in the address. Only what differs from the defaults is kept, so that
 * a default that depends on other fields follows them until the reader sets it.
 * A page says with `context()` what its defaults depend on, and with `fragment()` how its link reads.
 * @abstract
 * @template {import('./link-fields.js').PageValues} V the page's state
 */
export class LinkedStore extends EventTarget {
  /** @param {import('./field.js').Field[]} fields the page's table @param {Place} place */
  constructor(fields, place) {
    super();
    this.fields = fields;
    this.place = place;
    /** What the reader set. @type {Partial<V>} */
    this.own = {};
    /** Every field's value. @type {V} */
    this.values = /** @type {V} */ ({}); // until begin()
    /** What the reader should know about the link that was opened. @type {import('./fragment.js').Note[]} */
    this.notes = [];
  }

  /** Takes what was read from the address. Hostile and unknown parts of that go. */
  begin(own = this.linked()) {
    this.own = own;
    this.values = this.resolve();
    this.place.write(this.fragment());
  }

  /** @template {keyof V} Name @param {Name} name @returns {V[Name]} */
  get(name) {
    return this.values[name];
  }

  /** Calls whenever fields have changed. @param {(changed: string[]) => void} heard their names */
  follow(heard) {
    this.addEventListener('change', (event) => {
      if (event instanceof CustomEvent) heard(event.detail.changed);
    });
  }

  /** Reads the address again: the reader edited it, or went back. */
  read() {
    this.update(this.linked(), false);
  }

  /** What the address says. @returns {Partial<V>} */
  linked() {
    const { values, notes } = readFragment(this.place.read(), this.fields);
    this.notes = notes;
    return /** @type {Partial<V>} */ (values); // as the rows of the table read them
  }

  /** Changes without those of fields that the link locks. @param {Partial<V>} changes */
  unlocked(changes) {
    return unlocked(changes, this.values, this.fields);
  }

  /** Every field's value: the reader's own or the default. @returns {V} */
  resolve(own = this.own) {
    const context = this.context(own);
    /** @type {Record<string, unknown>} */
    const said = own;
    const values = this.fields.map((row) => [row.name, said[row.name] ?? initialOf(row, context)]);
    return Object.fromEntries(values);
  }

  /**
   * What the defaults depend on, given the fields that are set.
   * @abstract @param {Partial<V>} _own @returns {object}
   */
  context(_own) {
    return {};
  }

  /** The link of what is seen. @abstract @returns {string} */
  fragment() {
    return '';
  }

  /**
   * @param {{[Name in keyof V]?: V[Name] | undefined}} own `undefined` returns a field to its default
   * @param {boolean} write whether the address follows
   */
  update(own, write) {
    /** @type {Record<string, unknown>} */
    const before = this.values;
    const said = Object.entries(own).filter(([, value]) => value !== undefined);
    this.own = /** @type {Partial<V>} */ (Object.fromEntries(said));
    this.values = this.resolve();
    /** @type {Record<string, unknown>} */
    const after = this.values;
    const changed = this.fields
      .map((row) => row.name)
      .filter((name) => !sameValue(before[name], after[name]));
    if (write) this.place.write(this.fragment());
    // A link may bring nothing but notes.
    if (changed.length || !write)
      this.dispatchEvent(new CustomEvent('change', { detail: { changed } }));
  }
}
