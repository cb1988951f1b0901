import { html, nothing } from 'lit';
import { later } from '../ui/later.js';

/** @type {Promise<unknown> | undefined} */
let loading;

/**
 * Opens the share dialog over the page of an element. It is loaded on demand, because few readers
 * need it.
 */
export async function openShare(/** @type {Element} */ element) {
  const button = element.querySelector('.header-actions');
  await later(
    () => import('./open.js'),
    button,
    (part) => part.openShare(element),
  );
}

/**
 * Shows the notes on a link and applies its `hide`, `lock` and `open`. Most links have none of
 * these; then nothing is loaded.
 * @param {HTMLElement} app
 * @param {{values: import('../link/link-fields.js').LinkValues,
 *   notes: import('../link/fragment.js').Note[]}} store
 */
export function linkNote(app, { values: { hide, lock, opened }, notes }) {
  if (!hide && !lock && !opened && !notes.length) return nothing;
  if (!loading) {
    // Hidden parts must not appear before they are hidden.
    app.toggleAttribute('parting', hide !== '');
    loading = later(
      () => import('./link-note.js'),
      () => app.querySelector('link-note'),
    );
    loading.then(() => app.removeAttribute('parting'));
  }
  return html`<link-note .hide=${hide} .lock=${lock} .opened=${opened} .notes=${notes}></link-note>`;
}
