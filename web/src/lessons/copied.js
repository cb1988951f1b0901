/** A link that is handed on: copied, or as a QR code. */
import { html } from 'lit';
import { t } from '../i18n/index.js';

/**
 * Copies the text of a field; selects it, so that it can be copied by hand if the browser refuses.
 * @param {HTMLInputElement | null} box @returns {Promise<string>} what to tell the reader
 */
export async function copyOf(box) {
  box?.select();
  try {
    await navigator.clipboard.writeText(box?.value ?? '');
    return t('lesson.handIn.copied');
  } catch {
    return t('lesson.handIn.select');
  }
}

/** A folded QR code. @param {{size: number, path: string}} code */
export const foldedCode = ({ size, path }) => html`<details class="hand-in-code">
  <summary>${t('lesson.handIn.code')}</summary>
  <svg viewBox=${`0 0 ${size} ${size}`} role="img" aria-label=${t('lesson.handIn.code')}>
    <rect width=${size} height=${size} fill="#ffffff"></rect>
    <path d=${path} fill="#14171a" shape-rendering="crispEdges"></path>
  </svg>
</details>`;
