import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { beginning } from '../../text/own-text.js';
import { firstOfOtherWidth, withOrdinaryWidth } from '../../text/widths.js';

/**
 * A note on full-width and half-width letters near the beginning of a text, with a button that
 * makes them ordinary ones.
 * @param {Uint8Array} bytes UTF-8
 * @param {(text: string) => void} use receives the whole text with ordinary letters
 */
export function widthNote(bytes, use) {
  const found = firstOfOtherWidth(beginning(bytes));
  if (!found) return nothing;
  return html`<p class="note warning" data-testid="width-note">
    ${t('text.width', { found, ordinary: withOrdinaryWidth(found) })}
    <button
      type="button"
      class="link"
      id="text-width"
      @click=${() => use(withOrdinaryWidth(new TextDecoder().decode(bytes)))}
    >
      ${t('text.ordinary')}
    </button>
  </p>`;
}
