import { html, nothing } from 'lit';
import { memory } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { bytesOf } from '../../keep/entry.js';
import '../../keep/messages.js';
import { Shelf } from '../../keep/shelf.js';
import { canKeepModel, canKeepText, keepModel, keepText, openKept } from './models.js';
import { settingsOf } from './settings.js';
import '../../styles/kept.css';
import { define, given, LabElement, own, unset } from '../../ui/base.js';
import './kept-list.js';
import { titleOf } from '../../keep/kept-words.js';
import '../../offline/offline-panel.js';
import { problem } from '../../ui/parts.js';

/** @typedef {import('../../keep/entry.js').Listed} Listed */

/** Models and texts stored in this browser, and the page itself for use without a network. */
export class KeptDialog extends LabElement {
  static properties = { ...given('session'), ...own('entries busy error said deleted room') };

  constructor() {
    super();
    /** @type {import('../session.js').Session} */
    this.session = unset();
    this.shelf = new Shelf();
    /** @type {import('../../keep/entry.js').Listed[] | null} null until it has been read */
    this.entries = null;
    this.busy = false;
    /** @type {import('../../i18n/errors.js').Fault | null} */
    this.error = null;
    this.said = '';
    /**
     * @type {Awaited<ReturnType<Shelf['read']>> | null} the deleted entry, which can be restored
     */
    this.deleted = null;
    /** Bytes that the browser still allows; NaN while unknown. */
    this.room = Number.NaN;
    this.stop = () => {};
    this.look = () => this.requestUpdate();
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = this.shelf.watch(() => this.#read());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
    this.session?.removeEventListener('change', this.look);
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  open() {
    Object.assign(this, { error: null, said: '', deleted: null });
    this.session.addEventListener('change', this.look);
    this.dialog.showModal();
    this.#suggestName();
    this.#read();
  }

  /** The input for the name. @returns {HTMLInputElement | null} */
  get #field() {
    return this.querySelector('#kept-name');
  }

  #closed() {
    this.session.removeEventListener('change', this.look);
    this.deleted = null;
  }

  /** Suggests a name for the current model, selected so that typing replaces it. */
  #suggestName() {
    const slot = this.session.current;
    const field = this.#field;
    if (!field) return;
    const { text } = this.session.source;
    const settings = settingsOf(slot.values);
    const about = { settings, text: settings.corpus === 'own' ? text : null };
    if (slot.kind === 'loaded') field.value = slot.key;
    else if (canKeepModel(this.session)) field.value = titleOf(about, this.session.presets);
    else field.value = text?.name ?? '';
  }

  async #read() {
    try {
      this.entries = await this.shelf.list(['model', 'text']);
      const { quota = Number.NaN, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
      this.room = quota - usage;
    } catch (error) {
      this.entries ??= [];
      this.error = error;
    }
  }

  /** @param {() => Promise<string>} work returns the message to show when it is done */
  async #do(work) {
    if (this.busy) return false;
    Object.assign(this, { busy: true, error: null, said: '', deleted: null });
    try {
      this.said = await work();
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      this.busy = false;
      if (!this.error) await this.#read();
    }
  }

  #keep(/** @type {typeof keepModel | typeof keepText} */ keep) {
    const wanted = this.#field?.value ?? '';
    return this.#do(async () => {
      const { name } = await keep(this.session, this.shelf, wanted);
      return t('kept.done', { name });
    });
  }

  /** @param {CustomEvent<{entry: Listed}>} event */
  async #open({ detail: { entry } }) {
    const { name } = entry;
    let outcome = '';
    const done = await this.#do(async () => {
      outcome = await openKept(this.session, this.shelf, entry.id);
      return t(`kept.${outcome}`, { name });
    });
    if (done && outcome === 'opened') this.dialog.close();
  }

  /** @param {CustomEvent<{entry: Listed, name: string}>} event */
  #rename({ detail: { entry, name } }) {
    return this.#do(async () => {
      await this.shelf.rename(entry.id, name);
      return '';
    });
  }

  /**
   * Deletes at once. The deletion can be undone while the dialog is open.
   * @param {CustomEvent<{entry: Listed}>} event
   */
  #delete({ detail: { entry } }) {
    return this.#do(async () => {
      const copy = entry.state === 'good' ? await this.shelf.read(entry.id) : null;
      await this.shelf.remove(entry.id);
      this.deleted = copy;
      return t('kept.deleted', { name: entry.name || t('kept.unnamed') });
    });
  }

  #takeBack() {
    const { deleted } = this;
    return this.#do(async () => {
      if (deleted) await this.shelf.put(deleted.entry, deleted.bytes);
      return '';
    });
  }

  render() {
    return html`
      <dialog id="kept-dialog" aria-labelledby="kept-title" @close=${this.#closed}>
        <h2 id="kept-title">${t('kept.dialog')}</h2>
        <p class="note">${t('kept.note')}</p>
        ${this.#keepForm()}
        ${problem(this.error, 'kept-problem')}
        <p class="note kept-said" id="kept-said" role="status">
          ${this.busy ? t('kept.keeping') : this.said}
          ${
            this.deleted && !this.busy
              ? html`<button type="button" class="link" id="kept-undo" @click=${this.#takeBack}>
                  ${t('undo.button')}
                </button>`
              : nothing
          }
        </p>
        ${
          this.entries
            ? html`<kept-list
                .entries=${this.entries}
                .presets=${this.session?.presets ?? []}
                @open-kept=${this.#open}
                @rename-kept=${this.#rename}
                @delete-kept=${this.#delete}
              ></kept-list>`
            : html`<p class="note">${t('kept.reading')}</p>`
        }
        ${this.#total()}
        <offline-panel></offline-panel>
        <div class="dialog-actions">
          <button type="button" class="plain" id="kept-close" @click=${() => this.dialog.close()}>
            ${t('kept.close')}
          </button>
        </div>
      </dialog>
    `;
  }

  #keepForm() {
    const { session } = this;
    const model = session && canKeepModel(session);
    const text = session && canKeepText(session);
    return html`
      <div class="kept-form" ?hidden=${!model && !text}>
        <label for="kept-name">${t('kept.name')}</label>
        <input class="text" id="kept-name" maxlength="120" autocomplete="off" />
        <button
          type="button"
          class="primary"
          id="keep-model"
          ?hidden=${!model}
          ?disabled=${this.busy}
          @click=${() => this.#keep(keepModel)}
        >
          ${t('kept.model')}
        </button>
        <button
          type="button"
          class="plain"
          id="keep-text"
          ?hidden=${!text}
          ?disabled=${this.busy}
          @click=${() => this.#keep(keepText)}
        >
          ${t('kept.text')}
        </button>
      </div>
      ${model ? nothing : html`<p class="note" id="kept-none">${t('kept.modelNone')}</p>`}
    `;
  }

  #total() {
    if (!this.entries?.length) return nothing;
    const size = memory(this.entries.reduce((sum, entry) => sum + bytesOf(entry), 0));
    const known = Number.isFinite(this.room);
    return html`<p class="note" id="kept-total">
      ${known ? t('kept.room', { size, room: memory(this.room) }) : t('kept.total', { size })}
    </p>`;
  }
}

define('kept-dialog', KeptDialog);
