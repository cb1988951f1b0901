/** Registers the service worker of our own pages, after everything else and never in a frame. */
import { isBusy } from '../training/busy.js';

const PATIENCE_MS = 4000; // the page and its model are loaded before
const AGAIN_MS = 1000;

/** Whether service workers are available: not on plain http, in a file, or during development. */
export const canKeepPage = () =>
  'serviceWorker' in navigator && window.top === window && import.meta.env.PROD;

export const registerWorker = () =>
  navigator.serviceWorker.register(new URL('sw.js', document.baseURI), { updateViaCache: 'none' });

/**
 * Chrome's event for installing the page; it arrives before the reader asks for it.
 * @typedef {Event & {prompt?: () => unknown}} InstallOffer
 * @type {InstallOffer | null}
 */
let offer = null;

/** Asks the reader whether to install the page as an app; null if that is not possible. */
export const installation = () => offer && (() => offer?.prompt?.());

/**
 * Runs some time after the page was loaded and while nothing trains: caching some hundred files takes
 * a seventh of the speed of a training on two cores. Not for readers who save data.
 */
export function keepPageSoon() {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault(); // the page has its own button for this
    offer = event;
  });
  window.addEventListener('appinstalled', () => {
    offer = null;
  });
  /** @type {Navigator & {connection?: {saveData?: boolean}}} */
  const { connection } = navigator;
  if (!canKeepPage() || connection?.saveData) return;
  const register = () => {
    if (isBusy()) setTimeout(register, AGAIN_MS);
    else registerWorker().catch(() => {});
  };
  const start = () => setTimeout(register, PATIENCE_MS);
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start, { once: true });
}
