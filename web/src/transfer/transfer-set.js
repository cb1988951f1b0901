import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { CLASSES, countOf, noExamples, ownOf, PER_CLASS } from './examples.js';
import { digit } from './transfer-digit.js';

/** @type {Record<string, number>} */
const STEPS = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -PER_CLASS,
  ArrowDown: PER_CLASS,
};

/**
 * The thirty places for examples, six per digit; one of them is the target. Arrow keys move the
 * target.
 */
export class TransferSet extends LabElement {
  static properties = given('images examples busy');

  constructor() {
    super();
    /** The chapter. @type {import('./images.js').ImagesChapter | null} */
    this.images = null;
    /** @type {import('./examples.js').Examples} */
    this.examples = noExamples();
    this.busy = false;
  }

  #key(/** @type {KeyboardEvent} */ event) {
    const by = STEPS[event.key];
    if (by) {
      event.preventDefault();
      this.#aim((this.examples.target + by + 30) % 30, true);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      this.images?.remove();
    }
  }

  async #aim(/** @type {number} */ slot, focus = false) {
    this.images?.aim(slot);
    if (!focus) return;
    await this.updateComplete;
    setTimeout(() => this.querySelectorAll('button')[slot]?.focus(), 40);
  }

  render() {
    const { examples, busy } = this;
    const count = countOf(examples);
    return html`
      <h4>${t('transfer.set.title', { count })}</h4>
      <div class="set" role="radiogroup" aria-label=${t('transfer.set.label')} @keydown=${this.#key}>
        ${CLASSES.map((label, row) => this.#row(label, row))}
      </div>
      <p class="note" id="set-count">${t('transfer.set.count', { count, own: ownOf(examples) })}</p>
      <div class="set-actions">
        <button
          type="button" class="plain" id="set-undo"
          ?disabled=${busy || !examples.past.length}
          @click=${() => this.images?.undo()}
        >${t('transfer.set.undo')}</button>
        <button
          type="button" class="plain" id="set-remove"
          ?disabled=${busy || !examples.slots[examples.target]}
          @click=${() => this.images?.remove()}
        >${t('transfer.set.remove')}</button>
        <button
          type="button" class="plain" id="set-clear"
          ?disabled=${busy || count === 0}
          @click=${() => this.images?.clear()}
        >${t('transfer.set.clear')}</button>
        <button
          type="button" class="plain" id="set-fill"
          ?disabled=${busy || count === CLASSES.length * PER_CLASS}
          @click=${() => this.images?.fill()}
        >${t('transfer.set.fill')}</button>
      </div>
    `;
  }

  #row(/** @type {string} */ label, /** @type {number} */ row) {
    return html`<div class="set-row">
      <span class="set-label" aria-hidden="true">${label}</span>
      ${Array.from({ length: PER_CLASS }, (_, i) => this.#slot(label, row * PER_CLASS + i, i))}
    </div>`;
  }

  #slot(/** @type {string} */ label, /** @type {number} */ slot, /** @type {number} */ i) {
    const { slots, target } = this.examples;
    const picture = slots[slot];
    const aimed = slot === target;
    const what = t(`transfer.set.${picture?.from ?? 'empty'}`);
    return html`<button
      type="button"
      role="radio"
      class=${`slot from-${picture?.from ?? 'empty'}`}
      data-slot=${slot}
      aria-checked=${aimed ? 'true' : 'false'}
      aria-label=${t('transfer.set.slot', { label, number: i + 1, of: PER_CLASS, what })}
      tabindex=${aimed ? 0 : -1}
      @click=${() => this.#aim(slot)}
    >${picture ? digit(picture.pixels) : nothing}</button>`;
  }
}

define('transfer-set', TransferSet);
