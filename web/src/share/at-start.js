import { html, nothing } from 'lit';

/** @type {Promise<unknown> | undefined} */
let loading;

/** Opens the share dialog over the page of an element. Few need it: it is fetched when asked for. */
export const openShare = async (/** @type {Element} */ element) =>
  (await import('./open.js')).openShare(element);

/**
 * What a link asks of the page itself, and what its reader should know about it. Most links ask
 * nothing: then nothing is loaded.
 * @param {HTMLElement} app
 * @param {{values: import('../link/link-fields.js').LinkValues,
 *   notes: import('../link/fragment.js').Note[]}} store
 */
export function linkNote(app, { values: { hide, lock, opened }, notes }) {
  if (!hide && !lock && !opened && !notes.length) return nothing;
  if (!loading) {
    app.toggleAttribute('parting', hide !== ''); // what is to be hidden must not be seen first
    loading = import('./link-note.js').catch(() => {}); // the page is whole without it
    loading.then(() => app.removeAttribute('parting'));
  }
  return html`<link-note .hide=${hide} .lock=${lock} .opened=${opened} .notes=${notes}></link-note>`;
}
