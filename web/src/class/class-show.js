import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement, own } from '../ui/base.js';

const FORWARD = ['ArrowRight', 'PageDown', ' '];
const BACK = ['ArrowLeft', 'PageUp'];

/** The largest type with which a panel fits is found in steps of this factor. */
const SMALLER = 0.93;
const MOST_STEPS = 18;

/** One diagram at a time in large type, for a projector. */
export class ClassShow extends LabElement {
  static properties = { ...given('panels name'), ...own('at shown') };

  #resized = () => this.fit();

  constructor() {
    super();
    /** @type {unknown[]} */
    this.panels = [];
    this.name = '';
    this.at = 0;
    this.shown = false;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('resize', this.#resized);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('resize', this.#resized);
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  async open() {
    this.at = 0;
    this.shown = true;
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    this.fit();
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    super.updated(changed);
    this.fit();
    // A page that was turned took the focus with it.
    if (this.shown && this.dialog.open && !this.dialog.contains(document.activeElement)) {
      this.dialog.focus();
    }
  }

  /** Makes the type smaller until the panel fits. */
  fit() {
    const panel = /** @type {HTMLElement | null} */ (this.querySelector('.show-panel'));
    if (!panel) return;
    panel.style.fontSize = '';
    let size = Number.parseFloat(getComputedStyle(panel).fontSize);
    for (let i = 0; i < MOST_STEPS && panel.scrollHeight > panel.clientHeight; ++i) {
      size *= SMALLER;
      panel.style.fontSize = `${size}px`;
    }
  }

  /** @param {number} step */
  turn(step) {
    this.at = Math.max(0, Math.min(this.panels.length - 1, this.at + step));
  }

  /** @param {KeyboardEvent} event */
  keyed(event) {
    const onButton = event.target instanceof HTMLButtonElement && event.key === ' ';
    const step = FORWARD.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
    if (!step || onButton || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.turn(step);
  }

  render() {
    const { at, panels, shown, name } = this;
    const place = t('class.show.place', { at: at + 1, of: panels.length });
    return html`<dialog
      class="show"
      tabindex="-1"
      autofocus
      aria-label=${t('class.show')}
      @keydown=${this.keyed}
      @close=${() => {
        this.shown = false;
      }}
    >
      ${
        shown
          ? html`<div class="show-head">
                <p>${name}</p>
                <p class="show-place" role="status">${place}</p>
              </div>
              <div class="show-panel">${panels[Math.min(at, panels.length - 1)]}</div>
              <div class="show-foot">
                <button type="button" class="plain" aria-disabled=${String(at === 0)} @click=${() => this.turn(-1)}>
                  ${t('class.show.back')}
                </button>
                <button
                  type="button"
                  class="plain"
                  aria-disabled=${String(at >= panels.length - 1)}
                  @click=${() => this.turn(1)}
                >
                  ${t('class.show.on')}
                </button>
                <span class="note">${t('class.show.keys')}</span>
                <button type="button" class="plain" @click=${() => this.dialog.close()}>
                  ${t('class.show.end')}
                </button>
              </div>`
          : nothing
      }
    </dialog>`;
  }
}
define('class-show', ClassShow);
