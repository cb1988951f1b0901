import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { filesOf } from '../ui/inputs.js';
import { problem } from '../ui/parts.js';
import { focused } from '../ui/root.js';

/**
 * The possible exports by kind.
 * @typedef {{title: 'vectors' | 'model' | 'code' | 'picture', formats: string[]}} Group
 */

/** Exports or imports a model and shows the result. The page gives `save` and `bring`. */
export class ExportMenu extends LabElement {
  static properties = { ...given('groups save bring'), ...own('error done open') };

  constructor() {
    super();
    /** @type {Group[]} */
    this.groups = [];
    /** @type {(format: string) => Promise<string>} returns a message about what was saved */
    this.save = async () => '';
    /** @type {(files: File[]) => Promise<void>} */
    this.bring = async () => {};
    /** @type {Error | null} */
    this.error = null;
    this.done = '';
    this.open = false;
    this.outside = (/** @type {Event} */ event) => {
      if (!event.composedPath().includes(this)) this.open = false;
    };
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.outside);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.outside);
  }

  /** @returns {HTMLElement | null} */
  get #button() {
    return this.querySelector('#export');
  }

  #key(/** @type {KeyboardEvent} */ event) {
    const items = [...this.querySelectorAll('button')].filter((item) => item !== this.#button);
    const now = focused(this);
    const at = items.findIndex((item) => item.contains(now));
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && this.open) {
      this.open = false;
      this.#button?.focus();
    } else if (by && this.open) {
      event.preventDefault();
      items[(at + by + items.length) % items.length]?.focus();
    }
  }

  #choose(/** @type {string} */ format) {
    this.open = false;
    this.#try(() => this.save(format));
    this.#button?.focus();
  }

  #pick(/** @type {Event} */ event) {
    const files = filesOf(event);
    this.open = false;
    if (files.length) this.#try(() => this.bring(files));
  }

  async #try(/** @type {() => Promise<string | void>} */ work) {
    Object.assign(this, { error: null, done: '' });
    try {
      this.done = (await work()) ?? '';
    } catch (error) {
      this.error = error;
    }
  }

  #group(/** @type {Group} */ { title, formats }) {
    return html`<div role="group" aria-labelledby=${`export-${title}-title`}>
      <p class="menu-title" id=${`export-${title}-title`}>${t(`export.${title}`)}</p>
      ${formats.map(
        (format) =>
          html`<button type="button" id=${`export-${format}`} @click=${() => this.#choose(format)}>
            ${t(`export.${format}`)}
          </button>`,
      )}
    </div>`;
  }

  render() {
    return html`
      <div class="menu" @keydown=${this.#key}>
        <button
          type="button"
          class="plain"
          id="export"
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-controls="export-items"
          @click=${() => {
            this.open = !this.open;
          }}
        >
          ${t('export.title')}
        </button>
        <div class="menu-items" id="export-items" ?hidden=${!this.open}>
          ${this.groups.map((group) => this.#group(group))}
          <button
            type="button"
            id="open-vectors"
            @click=${() => this.querySelector('input')?.click()}
          >
            ${t('export.open')}
          </button>
        </div>
        <input
          type="file"
          id="vectors-file"
          hidden
          multiple
          accept=".txt,.vec,.bin,.tsv,.gz,.safetensors"
          @change=${this.#pick}
        />
        ${problem(this.error, 'export-problem')}
        <p class="visually-hidden" role="status">${this.done || nothing}</p>
      </div>
    `;
  }
}

define('export-menu', ExportMenu);
