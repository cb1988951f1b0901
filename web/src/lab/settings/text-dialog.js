import { html, nothing } from 'lit';
import { addMessages, t } from '../../i18n/index.js';
import { en } from '../../i18n/text-en.js';
import { zh } from '../../i18n/text-zh.js';
import { beginsAsVectors, noticeCarrier, takeText } from '../../text/carrier.js';
import { MAX_SHOWN } from '../../text/long-text.js';
import { beginning, ownTextFromFile, ownTextFromString } from '../../text/own-text.js';
import { define, given, LabElement, own, unset } from '../../ui/base.js';
import { encodingField } from '../../ui/encoding-field.js';
import { fileLine } from '../../ui/file-line.js';
import { droppedOf, textOf } from '../../ui/inputs.js';
import { carrierField } from './carrier-field.js';
import './phrase-field.js';
import { readable } from '../../text/read-file.js';
import { problem } from '../../ui/parts.js';
import { largeText } from './large-text.js';
import { actions, cutChoice, cuttingNote, note } from './text-parts.js';
import { tokenPreview } from './token-preview.js';
import { widthNote } from './width-note.js';

/** @typedef {import('../../text/own-text.js').OwnText} OwnText */

addMessages({ en, zh });

const TYPING_PAUSE_MS = 250;

/** Pastes, drops or uploads a text, with a preview of its tokens before it is used. */
export class TextDialog extends LabElement {
  static properties = {
    ...given('session openVectors'),
    ...own('text choices result error busy cutting carrier complete unjoined vectors'),
  };

  constructor() {
    super();
    /** @type {import('../session.js').Session} */
    this.session = unset();
    /** @type {(files: File[]) => Promise<void>} */
    this.openVectors = unset();
    this.ticket = (this.ticket ?? 0) + 1; // work in progress concerns another text
    /** @type {Promise<OwnText> | null} a file that is being read */
    this.making = null;
    this.#forget();
  }

  #forget() {
    /** @type {OwnText | null} */
    this.text = null;
    /** @type {Record<string, string>} */
    this.choices = {};
    /** @type {import('./token-preview.js').Preview | null} */
    this.result = null;
    /** @type {import('../../i18n/errors.js').Fault | null} */
    this.error = null;
    this.busy = false;
    /** Share of the words that are cut; NaN if none are. */
    this.cutting = Number.NaN;
    /** @type {import('../../text/carrier.js').Carrier | null} what carries the text */
    this.carrier = null;
    /** @type {File | null} vectors that are no text */
    this.vectors = null;
    /** @type {OwnText | null} the text before only a part of it was taken */
    this.complete = null;
    /** @type {OwnText | null} the text before its phrases were joined */
    this.unjoined = null;
    this.ticket += 1;
    /** The content of the field when `text` was made from it, or it from `text`. */
    this.shown = '';
  }

  open() {
    this.querySelector('dialog')?.showModal();
  }

  close() {
    this.querySelector('dialog')?.close();
  }

  get #box() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector('textarea'));
  }

  /** A file from the picker or a drop. @param {File} file @param {string} [encoding] the most probable */
  async takeFile(file, encoding) {
    this.vectors = null;
    await this.#take(() => readable(() => ownTextFromFile(file, encoding)));
    const { code, parameter } = this.error ?? {};
    const large = code === 'TooLarge' && (await beginsAsVectors(file));
    if (!large && parameter !== 'import.document.vectors') return;
    this.vectors = file;
    this.error = null;
  }

  /** Whether something else carries the text: judged by its beginning. */
  #notice() {
    this.carrier = this.text && !this.complete ? noticeCarrier(beginning(this.text.bytes)) : null;
  }

  /**
   * @param {() => OwnText | Promise<OwnText>} make
   * @param {OwnText | null} [complete] the text that this one is a part of
   */
  async #take(make, complete = null) {
    this.ticket += 1;
    const { ticket } = this;
    this.busy = true;
    this.error = null;
    this.result = null;
    const making = (async () => make())();
    this.making = making;
    try {
      const text = await making;
      if (ticket !== this.ticket) return;
      this.text = text;
      this.choices = {};
      Object.assign(this, { complete, unjoined: null });
      this.#notice();
      this.#showInBox();
      await this.#preview();
    } catch (error) {
      if (ticket === this.ticket) this.error = error;
    } finally {
      if (this.making === making) this.making = null;
      if (ticket === this.ticket) this.busy = false;
    }
  }

  #showInBox() {
    const box = this.#box;
    const short = this.text && this.text.bytes.length <= MAX_SHOWN;
    const content = short ? new TextDecoder().decode(this.text?.bytes) : '';
    if (box.value !== content) box.value = content;
    this.shown = content;
  }

  async #preview() {
    const { session, text, ticket } = this;
    try {
      const progress = (/** @type {number} */ share) => {
        if (ticket === this.ticket) this.cutting = share;
      };
      const result = text && (await session.preview(this.#values, text, progress));
      if (ticket === this.ticket) Object.assign(this, { result, error: null });
    } catch (error) {
      if (ticket === this.ticket) Object.assign(this, { result: null, error });
    } finally {
      if (ticket === this.ticket) this.cutting = Number.NaN;
    }
  }

  #type(/** @type {Event} */ event) {
    const value = textOf(event);
    this.ticket += 1;
    const { ticket } = this;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (ticket !== this.ticket) return;
      this.text = value ? ownTextFromString('', value) : null;
      Object.assign(this, { complete: null, unjoined: null, vectors: null });
      this.#notice();
      this.shown = value;
      this.result = null;
      this.error = null;
      if (value) this.#preview();
    }, TYPING_PAUSE_MS);
  }

  /** A long pasted text is not put into the field. */
  #paste(/** @type {ClipboardEvent} */ event) {
    const value = event.clipboardData?.getData('text/plain') ?? '';
    if (value.length <= MAX_SHOWN) return;
    event.preventDefault();
    this.#take(() => ownTextFromString(t('text.pasted'), value));
  }

  #drop(/** @type {DragEvent} */ event) {
    const file = droppedOf(event);
    if (file) this.takeFile(file);
  }

  #use = async () => {
    clearTimeout(this.timer);
    try {
      await this.making;
    } catch {
      return; // its error is said
    }
    const { value } = this.#box;
    // The current content of the field is used, even if its preview is not ready.
    if (value !== this.shown || !this.text) this.text = ownTextFromString('', value);
    const { ticket } = this;
    this.busy = true;
    await this.#preview();
    this.busy = false;
    if (this.error || ticket !== this.ticket) return; // removed or replaced meanwhile
    this.session.useText({ text: this.text, choices: this.choices, counts: this.result });
    this.close();
  };

  #clear() {
    this.#forget();
    this.#showInBox();
  }

  render() {
    const { text, choices, complete } = this;
    const large = text && text.bytes.length > MAX_SHOWN;
    return html`
      <dialog
        id="text-dialog"
        aria-labelledby="text-title"
        @dragover=${this.#drop}
        @drop=${this.#drop}
      >
        <h2 id="text-title">${t('text.title')}</h2>
        <p class="note">${t('text.note')}</p>
        <label for="text-box">${t('text.label')}</label>
        <textarea
          id="text-box"
          rows="7"
          spellcheck="false"
          dir="auto"
          aria-describedby="text-problem"
          ?hidden=${large}
          @input=${this.#type}
          @paste=${this.#paste}
        ></textarea>
        ${large ? largeText(text, () => this.#clear()) : nothing}
        ${fileLine('text-file', '.txt,.text,.csv,.tsv,.md,.gz,text/*', (file) => this.takeFile(file))}
        ${encodingField(text?.decoded, 'text-encoding', this.#recode)}
        ${carrierField({
          carrier: this.vectors ? { kind: 'vectors' } : this.carrier,
          taken: complete !== null,
          choose: (column) => {
            if (this.carrier) this.carrier = { ...this.carrier, column };
          },
          take: this.#takeOnly,
          undo: () => complete && this.#take(() => complete),
          open: this.#open,
        })}
        ${problem(this.error, 'text-problem')}
        ${note(this.busy ? t('text.reading') : '')}
        ${cutChoice(text?.suggestion, choices, (event) => this.#cut(event))}
        ${text ? widthNote(text.bytes, (ordinary) => this.#take(() => ownTextFromString(text.name, ordinary))) : nothing}
        ${cuttingNote(this.cutting)}
        ${this.result ? tokenPreview(this.result) : nothing}
        ${
          text
            ? html`<phrase-field .find=${this.#phrases} .joined=${this.unjoined !== null}
                @joined=${this.#joined} @undo=${this.#separate}
              ></phrase-field>`
            : nothing
        }
        ${actions(() => this.close(), this.#use)}
      </dialog>
    `;
  }

  get #values() {
    const { session, text, choices } = this;
    return { ...session.store.values, corpus: 'own', ...text?.suggestion, ...choices };
  }

  #phrases = (/** @type {{minCount: number, threshold: number}} */ how) =>
    this.session.phrases(this.#values, /** @type {OwnText} */ (this.text), how);

  #separate = () => {
    const { unjoined } = this;
    if (unjoined) this.#take(() => unjoined);
  };

  /** The joined text is words already: it is cut at spaces, a sentence per line. */
  #joined = async (/** @type {CustomEvent} */ { detail }) => {
    const unjoined = this.unjoined ?? this.text;
    await this.#take(() => ownTextFromString(this.text?.name ?? '', detail.text));
    Object.assign(this, { unjoined, choices: { tokenizer: 'space', sentences: 'lines' } });
    await this.#preview();
  };

  #takeOnly = (/** @type {import('../../text/carrier.js').Carrier} */ carrier) => {
    const { text } = this;
    if (!text) return;
    const content = takeText(new TextDecoder().decode(text.bytes), carrier);
    this.#take(() => ownTextFromString(text.name, content), text);
  };

  #open = async () => {
    const { text, vectors } = this;
    const content = new TextDecoder().decode(text?.bytes);
    const file = vectors ?? text?.file ?? new File([content], t('text.pasted'));
    Object.assign(this, { vectors: null, busy: true });
    const error = await this.openVectors([file]).catch((/** @type {Error} */ reason) => reason);
    Object.assign(this, { error, busy: false });
    if (error) return;
    this.#clear();
    this.close();
  };

  #recode = (/** @type {string} */ encoding) => {
    if (this.text?.file) this.takeFile(this.text.file, encoding);
  };

  #cut(/** @type {CustomEvent} */ event) {
    this.choices = { ...this.choices, ...event.detail };
    this.#preview();
  }
}

define('text-dialog', TextDialog);
