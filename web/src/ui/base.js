import { LitElement } from 'lit';
import { onLanguage, speaking } from '../i18n/index.js';
import { hostOf } from './root.js';

/**
 * The base class of the elements: light DOM (one style sheet; labels and descriptions refer to ids
 * across elements), rendering again when the language changes, and events that bubble to the page.
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
   * Each embedded demo may have its own language, other than the page's. The parts of a demo are
   * not landmarks of the page.
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
   * A select that the reader has used ignores its options' `selected`, so its value is set
   * directly.
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

/** A placeholder for a property that is set before it is read. @template T @returns {T} */
export const unset = () => /** @type {T} */ (/** @type {unknown} */ (undefined));

/** @param {string} name @param {CustomElementConstructor} element */
export function define(name, element) {
  if (!customElements.get(name)) customElements.define(name, element);
}
