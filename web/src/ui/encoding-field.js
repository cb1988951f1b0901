import { html, nothing } from 'lit';
import { en } from '../i18n/encoding-en.js';
import { zh } from '../i18n/encoding-zh.js';
import { whole } from '../i18n/format.js';
import { addMessages, t } from '../i18n/index.js';
import { textOf } from './inputs.js';

addMessages({ en, zh });

/**
 * The encoding that a file was read in, and a choice of others. Nothing for plain UTF-8.
 * @param {Omit<import('../worker/files/decode-text.js').DecodedText, 'bytes'> | undefined} decoded
 * @param {string} id of the field
 * @param {(encoding: string) => void} choose
 */
export function encodingField(decoded, id, choose) {
  if (!decoded?.all.length) return nothing;
  const { encoding, title, sign, others, all, replaced } = decoded;
  const likely = [{ name: encoding, title }, ...others];
  const rest = all.filter(({ name }) => !likely.some((one) => one.name === name));
  const count = replaced === 1 ? 'encoding.replaced.one' : 'encoding.replaced';
  return html`<div class="field">
      <label for=${id}>${t('encoding.label')}</label>
      <select
        id=${id}
        aria-describedby=${`${id}-note`}
        data-value=${encoding}
        @change=${(/** @type {Event} */ event) => choose(textOf(event))}
      >
        ${[...likely, ...rest].map(
          (one) =>
            html`<option value=${one.name} ?selected=${one.name === encoding}>${one.title}</option>`,
        )}
      </select>
    </div>
    <p class="note" id=${`${id}-note`} role="status">${t(`encoding.${sign}`, { title })}</p>
    ${
      replaced
        ? html`<p class="note warning">${t(count, { count: whole(replaced), title })}</p>`
        : nothing
    }`;
}
