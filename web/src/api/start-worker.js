/**
 * A worker script must come from the page's own origin; a script from a CDN is imported by a
 * one-line script that does.
 * @param {string} url
 * @returns {Worker}
 */
export function startWorker(url) {
  /** @type {WorkerOptions} */
  const options = { type: 'module', name: 'preformer' };
  if (new URL(url, location.href).origin === location.origin) return new Worker(url, options);
  const script = new Blob([`import ${JSON.stringify(url)};`], { type: 'text/javascript' });
  const address = URL.createObjectURL(script);
  const worker = new Worker(address, options);
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}
