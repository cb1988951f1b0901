/** The field for a reader's own text. Of a long text it shows the beginning only. */
import { html, nothing } from 'lit';
import { memory, whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { excerptOf, linesIn, MAX_SHOWN } from '../text/long-text.js';
import { textOf } from '../ui/inputs.js';

/** What the field holds after a paste; null if the browser may do it. @param {ClipboardEvent} event @param {string} text */
function afterPaste(event, text) {
  const pasted = (event.clipboardData?.getData('text/plain') ?? '').replace(/\r\n?/g, '\n');
  if (text.length > MAX_SHOWN) return pasted || null; // it replaces the text
  const { selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (event.target);
  const all = text.slice(0, selectionStart) + pasted + text.slice(selectionEnd);
  return all.length > MAX_SHOWN ? all : null;
}

/**
 * @param {object} box
 * @param {string} box.id
 * @param {string} box.text
 * @param {number} box.rows
 * @param {(text: string) => void} box.change
 */
export function textBox({ id, text, rows, change }) {
  const long = text.length > MAX_SHOWN;
  const paste = (/** @type {ClipboardEvent} */ event) => {
    const all = afterPaste(event, text);
    if (all === null) return;
    event.preventDefault();
    change(all);
  };
  return html`
    <textarea
      id=${id}
      class="text"
      rows=${rows}
      dir="auto"
      ?readonly=${long}
      aria-describedby=${`${id}-long`}
      .value=${long ? excerptOf(text) : text}
      @paste=${paste}
      @input=${(/** @type {Event} */ event) => change(textOf(event))}
    ></textarea>
    <div role="status" id=${`${id}-long`}>
      ${
        long
          ? html`<p class="note">
              ${t('experiments.text.long', { lines: whole(linesIn(text)), size: memory(new Blob([text]).size) })}
              <button type="button" class="link" id=${`${id}-clear`} @click=${() => change('')}>
                ${t('experiments.text.clear')}
              </button>
            </p>`
          : nothing
      }
    </div>
  `;
}
