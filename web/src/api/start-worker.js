/**
 * Starts worker scripts. A worker script must come from the page's own origin; a script from a CDN
 * is imported by a one-line script that does. A script from a blob: URL is started as a classic
 * script, because browsers start no other kind from a page on disk.
 * @param {string} url
 * @returns {Worker}
 */
export function startWorker(url) {
  const name = 'preformer';
  if (url.startsWith('blob:')) return new Worker(url, { name });
  /** @type {WorkerOptions} */
  const options = { type: 'module', name };
  if (new URL(url, location.href).origin === location.origin) return new Worker(url, options);
  const script = new Blob([`import ${JSON.stringify(url)};`], { type: 'text/javascript' });
  const address = URL.createObjectURL(script);
  const worker = new Worker(address, options);
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}

/**
 * The URL of a worker script. Bundlers recognise only `new Worker(new URL(…))`. Files import this
 * class as `Worker` so that bundlers find the script; `startWorker` starts it.
 */
export class WorkerAddress {
  /** @param {URL} url @param {object} _options */
  constructor(url, _options) {
    this.url = url.href;
  }
}
