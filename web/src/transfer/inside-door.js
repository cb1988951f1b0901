/** The door from the page to the network's inside; its code is loaded when it is opened. */
import { html, nothing } from 'lit';
import { part } from '../api/part.js';
import { t } from '../i18n/index.js';
import { dress } from '../ui/dress.js';
import { onDemand } from '../ui/later.js';

/**
 * @typedef {import('./images.js').ImagesChapter} ImagesChapter
 * @typedef {import('./text.js').TextChapter} TextChapter
 */

const load = onDemand(() => import('./inside/transfer-inside.js'));
const loadSentence = onDemand(() => import('./inside/sentence-inside.js'));
const SHEETS = [
  () => part(() => import('../inside/inside.css?inline')),
  () => part(() => import('./inside/inside.css?inline')),
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

/** The classifier of sentences, opened. @param {TextChapter} text @param {number} version @param {import('../ui/root.js').Host | null} host of an embedded demo */
export function sentenceDoor(text, version, host) {
  const { current: pack, store } = text;
  const isOpen = store.get('inside') !== 'closed';
  const ready = Boolean(pack.last);
  const door = html`<p class="inside-door">
    <button
      type="button"
      class="plain strong"
      id="open-inside"
      ?disabled=${!ready}
      aria-expanded=${isOpen && ready ? 'true' : 'false'}
      @click=${() => store.set({ inside: isOpen ? 'closed' : 'frozen' })}
    >${t('transfer.sentence.inside')}</button>
  </p>`;
  if (!isOpen || !ready) return door;
  loadSentence(() => (host?.shadowRoot ?? document).querySelector('sentence-inside'));
  for (const sheet of SHEETS) dress(host, sheet);
  return html`${door}<sentence-inside .text=${text} .version=${version}></sentence-inside>`;
}
