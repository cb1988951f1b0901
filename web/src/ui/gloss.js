import { html, nothing } from 'lit';
import { part } from '../api/part.js';
import { addMessages, t } from '../i18n/index.js';
import { termsIn } from '../i18n/terms.js';
import { answerOf } from './answer-link.js';
import { define, given, LabElement, own } from './base.js';

const GAP = 6; // pixels between a term and its explanation, and to the window's edge
let next = 1;

/**
 * A term that explains itself when it is pressed, by finger, mouse or keyboard. The explanation
 * lies above everything (popover): Escape or a click elsewhere closes it. Its text is given, or it
 * is that of a term of the table of glosses, which is loaded with the first explanation.
 */
export class GlossTerm extends LabElement {
  static properties = { ...given('label text more term'), ...own('opened found') };

  constructor() {
    super();
    /** The words of the term where it stands. */
    this.label = '';
    this.text = '';
    /** A further line. */
    this.more = '';
    /** Key of the table of glosses, if there is no text. */
    this.term = '';
    this.found = false;
    /** The explanation is rendered only then, so that the page's text does not contain it. */
    this.opened = false;
    this.popoverId = `gloss-${next++}`;
  }

  async #load() {
    if (this.text || this.found) return;
    try {
      const [{ en }, { zh }] = await Promise.all([
        part(() => import('../i18n/glosses-en.js')),
        part(() => import('../i18n/glosses-zh.js')),
      ]);
      addMessages({ en, zh });
      this.found = true;
    } catch {
      // no network: tried again at the next press
    }
  }

  #turn(/** @type {ToggleEvent} */ event) {
    this.opened = event.newState === 'open';
  }

  /**
   * Opens below the term, or above it if there is more room; the name of a control, beside the
   * control, which stays in sight. Inside the window in any case.
   */
  async #open(/** @type {ToggleEvent} */ event) {
    if (event.newState !== 'open') return;
    await this.#load();
    await this.updateComplete;
    if (!this.opened) return;
    const [button, box] = [this.querySelector('button'), this.querySelector('span')];
    if (!button || !box) return;
    const at = button.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const below = at.bottom + GAP;
    const fits = below + height <= clientHeight - GAP || at.top < clientHeight - at.bottom;
    const control = this.classList.contains('name') && this.parentElement?.getBoundingClientRect();
    const beside = control && control.right + 2 * GAP + width <= clientWidth;
    const wanted = beside ? control.right + GAP : at.left;
    const left = Math.max(GAP, Math.min(wanted, clientWidth - GAP - width));
    const top = beside ? at.top - GAP : fits ? below : at.top - GAP - height;
    box.style.left = `${left + window.scrollX}px`;
    box.style.top = `${top + window.scrollY}px`;
  }

  render() {
    const { popoverId: id, label } = this;
    return html`<button type="button" class="term" popovertarget=${id}>${label}</button
      ><span class="gloss" id=${id} popover role="note" @beforetoggle=${this.#turn} @toggle=${this.#open}
        >${this.opened ? this.#explanation() : nothing}</span
      >`;
  }

  #explanation() {
    const text = this.text || (this.found ? t(`gloss.${this.term}`) : t('gloss.missing'));
    return html`${text}${answerOf(this.term)}${this.more ? html`<span class="gloss-more">${this.more}</span>` : nothing}`;
  }
}

define('gloss-term', GlossTerm);

/** A term of the table. @param {string} term its key @param {string} label its words here */
export const gloss = (term, label) => html`<gloss-term .term=${term} .label=${label}></gloss-term>`;

/**
 * The name of a control that explains itself. The explanation is also what a screen reader reads
 * with the control: `aria-describedby` is `${id}-help`.
 * @param {string} id @param {string} label @param {string} text @param {string} [more]
 */
export const named = (id, label, text, more = '') =>
  html`<gloss-term class="name" .label=${label} .text=${text} .more=${more}></gloss-term
    ><span class="visually-hidden" id=${`${id}-help`}>${text} ${more}</span>`;

const OPENING = /[\p{Ps}\p{Pi}]*$/u;
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]*/u;

/**
 * A text in which each term of the table explains itself where it first occurs. A line may end
 * beside a button, so a term and the punctuation at its sides are kept together.
 * @param {string} text in the page's language
 */
export function glossed(text) {
  const parts = termsIn(text);
  const cut = parts.map((part, i) => {
    if (typeof part !== 'string') return { before: '', text: '', after: '' };
    const after = i > 0 ? (CLOSING.exec(part)?.[0] ?? '') : '';
    const rest = part.slice(after.length);
    const before = i < parts.length - 1 ? (OPENING.exec(rest)?.[0] ?? '') : '';
    return { before, text: rest.slice(0, rest.length - before.length), after };
  });
  return parts.map((part, i) => {
    if (typeof part === 'string') return cut[i].text;
    const [before, after] = [cut[i - 1]?.before ?? '', cut[i + 1]?.after ?? ''];
    const term = gloss(part.term, part.text);
    return before || after ? html`<span class="unbroken">${before}${term}${after}</span>` : term;
  });
}
