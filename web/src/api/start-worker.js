/**
 * Starts worker scripts. A worker script must come from the page's own origin; a script from
 * elsewhere is imported by a one-line script that does. In a sandboxed frame without
 * allow-same-origin every script comes from elsewhere. A script from a blob: URL is started as a
 * classic script, because browsers start no other kind from a page on disk.
 */
const NAME = 'preformer';

/** @param {string} url */
const classic = (url) => new Worker(url, { name: NAME });

/** @param {string} url */
const direct = (url) => new Worker(url, { type: 'module', name: NAME });

/** @param {string} url */
function imported(url) {
  const script = new Blob([`import ${JSON.stringify(url)};`], { type: 'text/javascript' });
  const address = URL.createObjectURL(script);
  const worker = new Worker(address, { type: 'module', name: NAME });
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}

/**
 * The ways to start a worker, in the order in which they are tried.
 * @param {string} url
 * @returns {((url: string) => Worker)[]}
 */
export function waysToStart(url) {
  if (url.startsWith('blob:')) return [classic];
  const { origin } = globalThis; // 'null' in a sandbox, unlike location.origin
  return new URL(url, location.href).origin === origin ? [direct, imported] : [imported];
}

/** @param {string} url @returns {Worker} */
export const startWorker = (url) => waysToStart(url)[0](url);

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
