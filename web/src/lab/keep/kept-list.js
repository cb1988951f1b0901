import { html, nothing } from 'lit';
import { memory, whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { bytesOf } from '../../keep/entry.js';
import { epochOf, titleOf, whenOf } from '../../keep/kept-words.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { focusOn } from '../../ui/root.js';

/**
 * The list of stored items, to open, rename or delete. Events: `open-kept`, `delete-kept` {entry},
 * `rename-kept` {entry, name}.
 */
export class KeptList extends LabElement {
  static properties = { ...given('entries presets'), ...own('renaming') };

  constructor() {
    super();
    /** @type {import('../../keep/entry.js').Listed[]} */
    this.entries = [];
    /** @type {import('../../../corpora/presets.js').Preset[]} */
    this.presets = [];
    this.renaming = '';
  }

  render() {
    if (!this.entries.length) return html`<p class="note" id="kept-empty">${t('kept.empty')}</p>`;
    return html`<ul class="kept-list" aria-label=${t('kept.list')}>
      ${this.entries.map((entry) => this.#item(entry))}
    </ul>`;
  }

  #item(/** @type {import('../../keep/entry.js').Listed} */ entry) {
    const name = entry.name || t('kept.unnamed');
    const good = entry.state === 'good';
    return html`<li class="kept-item" data-id=${entry.id} data-state=${entry.state}>
      <div class="kept-what">
        ${this.renaming === entry.id ? this.#nameField(entry) : html`<strong class="kept-name">${name}</strong>`}
        <span class="note">${this.#details(entry)}</span>
      </div>
      <div class="kept-actions" ?hidden=${this.renaming === entry.id}>
        ${
          good
            ? html`<button
                  type="button"
                  class="link open"
                  aria-label=${t('kept.openNamed', { name })}
                  @click=${() => this.emit('open-kept', { entry })}
                >
                  ${t('kept.open')}
                </button>
                <button
                  type="button"
                  class="link rename"
                  aria-label=${t('kept.renameNamed', { name })}
                  @click=${() => this.#startRenaming(entry)}
                >
                  ${t('kept.rename')}
                </button>`
            : nothing
        }
        <button
          type="button"
          class="link delete"
          aria-label=${t('kept.deleteNamed', { name })}
          @click=${() => this.emit('delete-kept', { entry })}
        >
          ${t('kept.delete')}
        </button>
      </div>
    </li>`;
  }

  #nameField(/** @type {import('../../keep/entry.js').Listed} */ entry) {
    return html`<form class="kept-rename" @submit=${(/** @type {Event} */ e) => this.#rename(e, entry)}>
      <input
        class="text"
        id="kept-new-name"
        maxlength="120"
        .value=${entry.name}
        aria-label=${t('kept.newName', { name: entry.name })}
        @keydown=${this.#key}
      />
      <button class="plain">${t('kept.save')}</button>
    </form>`;
  }

  #details(/** @type {import('../../keep/entry.js').Listed} */ entry) {
    const { state, kind, about, saved } = entry;
    const size = memory(bytesOf(entry));
    if (state !== 'good') return [t(`kept.${state}`), size].join(' · ');
    const time = whenOf(saved);
    if (kind === 'text') return [t('kept.kind.text'), size, time].join(' · ');
    const words = about.size && `${whole(about.size.vocabulary)} × ${about.size.dimensions}`;
    const epoch = about.report?.finished ? '' : epochOf(about);
    return [titleOf(about, this.presets), words, epoch, size, time].filter(Boolean).join(' · ');
  }

  /** The input for the new name. @returns {HTMLInputElement | null} */
  get #field() {
    return this.querySelector('#kept-new-name');
  }

  async #startRenaming(/** @type {{id: string}} */ { id }) {
    this.renaming = id;
    await this.updateComplete;
    this.#field?.select();
  }

  #rename(/** @type {Event} */ event, /** @type {import('../../keep/entry.js').Listed} */ entry) {
    event.preventDefault();
    this.emit('rename-kept', { entry, name: this.#field?.value ?? entry.name });
    this.#stopRenaming(entry);
  }

  /** Escape cancels renaming without closing the dialog. */
  #key(/** @type {KeyboardEvent} */ event) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#stopRenaming({ id: this.renaming });
  }

  async #stopRenaming(/** @type {{id: string}} */ { id }) {
    this.renaming = '';
    await this.updateComplete;
    const button = `[data-id="${id}"] .rename`;
    focusOn(this, button);
  }
}

define('kept-list', KeptList);
