import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { define, LabElement } from '../ui/base.js';
import { problem } from '../ui/parts.js';
import { focused } from '../ui/root.js';

/**
 * What can be taken along, by kind.
 * @typedef {{title: 'vectors' | 'model' | 'code' | 'picture', formats: string[]}} Group
 */

/** Take the model along, or bring one. Events: `export` {format}, `open-vectors` {files}. */
export class ExportMenu extends LabElement {
  static properties = {
    groups: { attribute: false },
    error: { attribute: false },
    done: { attribute: false },
    open: { state: true },
  };

  constructor() {
    super();
    /** @type {Group[]} */
    this.groups = [];
    /** @type {any} */
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

  #key(/** @type {KeyboardEvent} */ event) {
    const items = /** @type {HTMLElement[]} */ ([...this.querySelectorAll('.menu-items button')]);
    const at = items.indexOf(/** @type {HTMLElement} */ (focused(this)));
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && this.open) {
      this.open = false;
      /** @type {HTMLElement} */ (this.querySelector('#export')).focus();
    } else if (by && this.open) {
      event.preventDefault();
      items[(at + by + items.length) % items.length]?.focus();
    }
  }

  #choose(/** @type {string} */ format) {
    this.open = false;
    this.emit('export', { format });
    /** @type {HTMLElement} */ (this.querySelector('#export')).focus();
  }

  #pick(/** @type {any} */ { target }) {
    const files = [...target.files];
    target.value = '';
    this.open = false;
    if (files.length) this.emit('open-vectors', { files });
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
            @click=${() => /** @type {HTMLElement} */ (this.querySelector('#vectors-file')).click()}
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
