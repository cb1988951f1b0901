import { LitElement } from 'lit';
import { onLanguage, speaking } from '../i18n/index.js';
import { hostOf } from './root.js';

/**
 * The base of the Lab's elements: light DOM (one style sheet, labels and descriptions by id across
 * elements), a new rendering when the language changes, events that bubble to the page.
 */
export class LabElement extends LitElement {
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopLanguage = onLanguage(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopLanguage?.();
  }

  /**
   * Embedded demos may speak another language than the page, each its own; and their parts are no
   * landmarks of that page.
   */
  performUpdate() {
    const { spoken } = hostOf(this) ?? {};
    if (!spoken) {
      super.performUpdate();
      return;
    }
    speaking(spoken, () => super.performUpdate());
    for (const part of this.querySelectorAll('section:not([role])')) {
      part.setAttribute('role', 'group');
    }
  }

  /**
   * A select that the reader has touched ignores its options' `selected`: it is set by hand.
   * @param {import('lit').PropertyValues} _changed
   */
  updated(_changed) {
    for (const select of this.querySelectorAll('select')) {
      const { value } = select.dataset;
      if (value !== undefined && select.value !== value) select.value = value;
    }
  }

  /** @param {string} name @param {unknown} [detail] */
  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** Declares properties that a template sets. They have no attributes. @param {string} names */
export const given = (names) => declared(names, { attribute: false });

/** Declares properties that the element sets itself; a change renders it again. @param {string} names */
export const own = (names) => declared(names, { state: true });

/** @param {string} names @param {import('lit').PropertyDeclaration} how */
const declared = (names, how) => Object.fromEntries(names.split(' ').map((name) => [name, how]));

/** The initial value of a property that is set before anything reads it. @template T @returns {T} */
export const unset = () => /** @type {T} */ (/** @type {unknown} */ (undefined));

/** @param {string} name @param {CustomElementConstructor} element */
export function define(name, element) {
  if (!customElements.get(name)) customElements.define(name, element);
}
