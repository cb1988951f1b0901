/** Keeps our own pages for use without a network: after everything else, and never in a frame. */

const PATIENCE_MS = 4000; // the page, its model and perhaps a first training come before

/** Can there be a service worker here? Not on plain http, not in a file, not while developing. */
export const canKeepPage = () =>
  'serviceWorker' in navigator && window.top === window && import.meta.env.PROD;

export const registerWorker = () =>
  navigator.serviceWorker.register(new URL('sw.js', document.baseURI), { updateViaCache: 'none' });

/**
 * What Chrome offers to install the page with; it comes before anybody asks.
 * @typedef {Event & {prompt?: () => unknown}} InstallOffer
 * @type {InstallOffer | null}
 */
let offer = null;

/** Asks the reader whether to install the page as an app; null where it cannot be. */
export const installation = () => offer && (() => offer?.prompt?.());

/** Some time after the page has come. Readers who save data are not charged for it. */
export function keepPageSoon() {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault(); // our own button asks
    offer = event;
  });
  window.addEventListener('appinstalled', () => {
    offer = null;
  });
  /** @type {Navigator & {connection?: {saveData?: boolean}}} */
  const { connection } = navigator;
  if (!canKeepPage() || connection?.saveData) return;
  const start = () => setTimeout(() => registerWorker().catch(() => {}), PATIENCE_MS);
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start, { once: true });
}
