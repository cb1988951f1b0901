import { html } from 'lit';
import { t } from '../i18n/index.js';
import { filesOf } from './inputs.js';

/**
 * The button that chooses a file, and the note that it may be dropped instead.
 * @param {string} id of the field @param {string} accept
 * @param {(file: File) => void} take
 */
export const fileLine = (id, accept, take) =>
  html`<p class="file-line">
    <label class="plain button" for=${id}>${t('text.file')}</label>
    <input
      type="file"
      id=${id}
      class="visually-hidden"
      accept=${accept}
      @change=${(/** @type {Event} */ event) => {
        const [file] = filesOf(event);
        if (file) take(file);
      }}
    />
    <span class="note">${t('text.orDrop')}</span>
  </p>`;
