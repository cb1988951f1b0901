/**
 * A worker script must come from the page's own origin; a script from a CDN is imported by a
 * one-line script that does. A text that was given an address (blob:) is a plain script: from a page
 * on disk, browsers start no other.
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
 * The address of a worker script. Bundlers recognise `new Worker(new URL(…))` only: files that import
 * this class under that name tell them of a script, and start it by `startWorker`.
 */
export class WorkerAddress {
  /** @param {URL} url @param {object} _options */
  constructor(url, _options) {
    this.url = url.href;
  }
}
