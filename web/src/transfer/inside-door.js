/** The door from the page to the network's inside; its code is loaded when it is opened. */
import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { onDemand } from '../ui/later.js';

/** @typedef {import('./images.js').ImagesChapter} ImagesChapter */

const load = onDemand(() => import('./inside/transfer-inside.js'));

/** @param {ImagesChapter} images */
export function insideButton(images) {
  const { current: pack, inside } = images;
  return html`<p class="inside-door">
    <button
      type="button"
      class="plain strong"
      id="open-inside"
      ?disabled=${!pack.finished}
      aria-expanded=${inside && pack.finished ? 'true' : 'false'}
      @click=${() => images.showInside(!inside)}
    >${t('transfer.maps.inside')}</button>
    <span class="note">${t(pack.finished ? 'transfer.maps.inside.note' : 'transfer.waits.images')}</span>
  </p>`;
}

/** @param {ImagesChapter} images @param {number} version */
export function insideView(images, version) {
  if (!images.inside || !images.current.finished) return nothing;
  load(() => document.querySelector('transfer-inside'));
  return html`<transfer-inside .images=${images} .version=${version}></transfer-inside>`;
}
