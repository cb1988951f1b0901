import { initialOf, sameValue } from './field.js';
import { readFragment } from './fragment.js';
import { unlocked } from './link-fields.js';

/** @typedef {import('./address-bar.js').Place} Place */

const LOOK = ['language', 'theme'];

/**
 * The state of a page, mirrored in the address. Only values that differ from the defaults are
 * stored, so a default that depends on other fields changes with them until the reader sets it. A
 * page overrides `context()`, on which its defaults depend, and `fragment()`, which writes its
 * link.
 * @abstract
 * @template {import('./link-fields.js').PageValues} V the page's state
 */
export class LinkedStore extends EventTarget {
  /**
   * @param {import('./field.js').Field[]} fields the page's table
   * @param {Place} place
   * @param {'en' | 'zh'} [preferred] the language of the browser
   */
  constructor(fields, place, preferred = 'en') {
    super();
    this.preferred = preferred;
    this.fields = fields;
    this.place = place;
    /** The values that the reader set. @type {Partial<V>} */
    this.own = {};
    /** The value of every field. @type {V} */
    this.values = /** @type {V} */ ({}); // filled by begin()
    /** Whether the address is read because the reader went back. */
    this.returning = false;
    /** Notes for the reader about the opened link. @type {import('./fragment.js').Note[]} */
    this.notes = [];
  }

  /**
   * Sets the state that was read from the address, and writes it back without invalid and unknown
   * parts.
   */
  begin(own = this.linked()) {
    this.own = own;
    this.values = this.resolve();
    this.place.write(this.fragment());
  }

  /** @template {keyof V} Name @param {Name} name @returns {V[Name]} */
  get(name) {
    return this.values[name];
  }

  /**
   * Registers a listener for changed fields.
   * @param {(changed: string[]) => void} heard receives their names
   */
  follow(heard) {
    this.addEventListener('change', (event) => {
      if (event instanceof CustomEvent) heard(event.detail.changed);
    });
  }

  /**
   * Reads the address again, after the reader edited it or went back.
   * @param {{back?: boolean}} [how] back: the page itself wrote the address earlier
   */
  read({ back = false } = {}) {
    this.returning = back;
    const own = this.linked();
    this.returning = false;
    // Language and theme are the reader's, not those of an entry in the history.
    for (const name of back ? LOOK : []) {
      if (name in this.own) Object.assign(own, { [name]: this.own[/** @type {keyof V} */ (name)] });
      else delete own[/** @type {keyof V} */ (name)];
    }
    this.update(own, false);
  }

  /**
   * The language on which defaults depend: the reader's choice, else that of the browser.
   * @param {Partial<V>} [own] the fields that are set
   * @returns {'en' | 'zh'}
   */
  spoken({ language = 'auto' } = this.own) {
    return language === 'auto' ? this.preferred : language;
  }

  /** The fields in the address. @returns {Partial<V>} */
  linked() {
    const { values, notes } = readFragment(this.place.read(), this.fields);
    this.notes = notes;
    return /** @type {Partial<V>} */ (values); // of the types that the table's rows parse
  }

  /** Removes changes of fields that the link locks. @param {Partial<V>} changes */
  unlocked(changes) {
    return unlocked(changes, this.values, this.fields);
  }

  /** The value of every field: the reader's or the default. @returns {V} */
  resolve(own = this.own) {
    const context = this.context(own);
    /** @type {Record<string, unknown>} */
    const said = own;
    const values = this.fields.map((row) => [row.name, said[row.name] ?? initialOf(row, context)]);
    return Object.fromEntries(values);
  }

  /**
   * The context of the defaults, given the fields that are set.
   * @abstract @param {Partial<V>} _own @returns {object}
   */
  context(_own) {
    return {};
  }

  /** The link to the current view. @abstract @returns {string} */
  fragment() {
    return '';
  }

  /**
   * @param {{[Name in keyof V]?: V[Name] | undefined}} own `undefined` resets a field to its
   *   default
   * @param {boolean} write whether to write the address
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
    const isEntry = this.fields.some(({ name, entry }) => entry && changed.includes(name));
    if (write) this.place.write(this.fragment(), isEntry);
    // A link may contain nothing but notes.
    if (changed.length || !write)
      this.dispatchEvent(new CustomEvent('change', { detail: { changed } }));
  }
}
