import { html } from 'lit';
import { memory } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';

/**
 * The name and size of a text that is too long for the field.
 * @param {import('../../text/own-text.js').OwnText} text @param {() => void} clear
 */
export function largeText(text, clear) {
  const size = memory(text.bytes.length);
  return html`<p class="large-text">
    <span id="text-large">${t('text.large', { name: text.name || t('text.pasted'), size })}</span>
    <button type="button" class="link" id="text-clear" @click=${clear}>${t('text.clear')}</button>
  </p>`;
}
