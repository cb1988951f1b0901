/** The door from the page to the network's inside; its code is loaded when it is opened. */
import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { dress } from '../ui/dress.js';
import { onDemand } from '../ui/later.js';

/** @typedef {import('./images.js').ImagesChapter} ImagesChapter */

const load = onDemand(() => import('./inside/transfer-inside.js'));
const SHEETS = [
  () => import('../inside/inside.css?inline'),
  () => import('./inside/inside.css?inline'),
];

/** @param {ImagesChapter} images */
export function insideButton({ current: pack, store }) {
  const isOpen = store.get('inside') !== 'closed';
  return html`<p class="inside-door">
    <button
      type="button"
      class="plain strong"
      id="open-inside"
      ?disabled=${!pack.finished}
      aria-expanded=${isOpen && pack.finished ? 'true' : 'false'}
      @click=${() => store.set({ inside: isOpen ? 'closed' : 'frozen' })}
    >${t('transfer.maps.inside')}</button>
    <span class="note">${t(pack.finished ? 'transfer.maps.inside.note' : 'transfer.waits.images')}</span>
  </p>`;
}

/**
 * @param {ImagesChapter} images @param {number} version
 * @param {import('../ui/root.js').Host | null} host of an embedded demo
 */
export function insideView(images, version, host) {
  const way = images.store.get('inside');
  if (way === 'closed' || !images.current.finished) return nothing;
  load(() => (host?.shadowRoot ?? document).querySelector('transfer-inside'));
  for (const sheet of SHEETS) dress(host, sheet);
  return html`<transfer-inside .images=${images} .version=${version} .way=${way}></transfer-inside>`;
}
