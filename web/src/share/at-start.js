import { html, nothing } from 'lit';

/** @type {Promise<unknown> | undefined} */
let loading;

/**
 * Opens the share dialog over the page of an element. It is loaded on demand, because few readers
 * need it.
 */
export const openShare = async (/** @type {Element} */ element) =>
  (await import('./open.js')).openShare(element);

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
    loading = import('./link-note.js').catch(() => {}); // the page works without it
    loading.then(() => app.removeAttribute('parting'));
  }
  return html`<link-note .hide=${hide} .lock=${lock} .opened=${opened} .notes=${notes}></link-note>`;
}
