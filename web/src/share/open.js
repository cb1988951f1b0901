import './share-dialog.js';
import { APPS } from './parts.js';

/**
 * Opens the share dialog over the page that contains an element.
 * @param {Element} element
 */
export async function openShare(element) {
  /** @type {import('./share-dialog.js').Page | null} */
  const app = element.closest(Object.keys(APPS).join(', '));
  if (!app?.session) return;
  let dialog = app.querySelector('share-dialog');
  if (!dialog) {
    dialog = document.createElement('share-dialog');
    app.append(dialog);
  }
  dialog.app = app;
  await dialog.updateComplete;
  await dialog.open();
}
