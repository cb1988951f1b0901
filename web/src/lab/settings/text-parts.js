/** Parts of the dialog with the reader's text. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import './cut-field.js';

/** @typedef {import('../../text/own-text.js').OwnText} OwnText */

/** What the dialog is busy with. @param {string | false} text */
export const note = (text) => (text ? html`<p class="note" role="status">${text}</p>` : nothing);

/** How far cutting is. @param {number} [share] NaN if nothing is cut */
export const cuttingNote = (share = Number.NaN) =>
  note(share >= 0 && t('corpus.segmenting', { percent: Math.round(100 * share) }));

/** How the text is cut. @param {OwnText['suggestion'] | undefined} suggestion @param {Record<string, string>} choices @param {(event: CustomEvent) => void} cut */
export const cutChoice = (suggestion, choices, cut) =>
  suggestion
    ? html`<cut-field
        .prefix=${'text'}
        .tokenizer=${choices.tokenizer ?? suggestion.tokenizer}
        .sentences=${choices.sentences ?? suggestion.sentences}
        .suggested=${suggestion.tokenizer}
        .language=${suggestion.language}
        @cut=${cut}
      ></cut-field>`
    : nothing;

/** @param {() => void} cancel @param {() => void} use */
export const actions = (cancel, use) => html`<div class="dialog-actions">
  <button type="button" class="plain" id="text-cancel" @click=${cancel}>${t('text.cancel')}</button>
  <button type="button" class="primary" id="text-use" @click=${use}>${t('text.use')}</button>
</div>`;
