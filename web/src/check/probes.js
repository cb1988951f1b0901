/** Gathers the facts about a site: asks its host and tries what pages do. */

const PATIENCE_MS = 20_000;
const AT_ONCE = 6;

/** The smallest module there is. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @template T @param {Promise<T>} work @param {T} otherwise @param {number} [patience] */
const inTime = (work, otherwise, patience = PATIENCE_MS) =>
  Promise.race([
    work,
    new Promise((/** @type {(value: T) => void} */ resolve) =>
      setTimeout(() => resolve(otherwise), patience),
    ),
  ]);

/**
 * An address of this site that no cache answers: not the browser's, not the service worker's, which
 * compares whole addresses.
 * @param {string} path
 */
const fresh = (path) => {
  const url = new URL(path, document.baseURI);
  url.searchParams.set('check', Math.random().toString(36).slice(2));
  return url.href;
};

/**
 * What the host answers for a file, without its content where the host can do that.
 * @param {string} path @returns {Promise<import('./findings.js').Answer>}
 */
export async function ask(path) {
  const url = fresh(path);
  try {
    let response = await fetch(url, { method: 'HEAD', cache: 'no-store' });
    if (response.status === 405 || response.status === 501) {
      response = await fetch(url, { cache: 'no-store' });
      await response.body?.cancel();
    }
    return { path, status: response.status, type: response.headers.get('content-type') ?? '' };
  } catch {
    return { path, status: 0, type: '' };
  }
}

/** @param {string[]} paths */
export async function askAll(paths) {
  const waiting = [...paths];
  /** @type {import('./findings.js').Answer[]} */
  const answers = [];
  const asking = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      answers.push(await ask(path));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asking));
  return answers.sort((a, b) => paths.indexOf(a.path) - paths.indexOf(b.path));
}

/** The headers with which the host sends this page. @param {string[]} names */
export async function headersOf(names) {
  const { headers } = await fetch(fresh(window.location.pathname), { cache: 'no-store' });
  return Object.fromEntries(names.map((name) => [name, headers.get(name)]));
}

/** The bytes of a file, as sent and as they are. @param {string} path */
export async function sizesOf(path) {
  const url = fresh(path);
  const whole = (await (await fetch(url, { cache: 'no-store' })).arrayBuffer()).byteLength;
  const [entry] = performance.getEntriesByName(url);
  const { encodedBodySize = 0 } = /** @type {PerformanceResourceTiming} */ (entry ?? {});
  return { path, sent: encodedBodySize, whole };
}

/**
 * Whether a Worker starts from the address.
 * @param {string | URL} address @param {WorkerOptions} [options]
 */
async function starts(address, options) {
  try {
    const worker = new Worker(address, options);
    const heard = new Promise((/** @type {(value: boolean) => void} */ resolve) => {
      worker.onmessage = () => resolve(true);
      worker.onerror = () => resolve(false);
    });
    const answered = await inTime(heard, false, 5000);
    worker.terminate();
    return answered;
  } catch {
    return false;
  }
}

/** Whether a picture within an address is shown. */
const showsImage = () =>
  new Promise((/** @type {(value: boolean) => void} */ resolve) => {
    const image = new Image();
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  });

/** What the page's policy lets it do. */
export async function policy() {
  const script = new Blob(['postMessage(1)'], { type: 'text/javascript' });
  const blob = URL.createObjectURL(script);
  const styled = document.createElement('i');
  styled.setAttribute('style', 'width: 7px');
  const [wasm, connect, own, fromBlob, image] = await Promise.all([
    WebAssembly.compile(EMPTY_MODULE).then(
      () => true,
      () => false,
    ),
    ask('icon.svg').then(({ status }) => status !== 0),
    starts(new URL('check-worker.js', document.baseURI)),
    starts(blob),
    inTime(showsImage(), false, 5000),
  ]);
  URL.revokeObjectURL(blob);
  return { wasm, connect, worker: own, blob: fromBlob, style: styled.style.width === '7px', image };
}

/** Whether the browser lets the page keep something. */
export async function storage() {
  const database = await inTime(
    new Promise((/** @type {(value: boolean) => void} */ resolve) => {
      try {
        const opening = indexedDB.open('preformer-check');
        opening.onerror = () => resolve(false);
        opening.onsuccess = () => {
          opening.result.close();
          indexedDB.deleteDatabase('preformer-check');
          resolve(true);
        };
      } catch {
        resolve(false);
      }
    }),
    false,
    5000,
  );
  let small = false;
  try {
    localStorage.setItem('preformer-check', '1');
    localStorage.removeItem('preformer-check');
    small = true;
  } catch {
    // forbidden
  }
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
  return { database, small, quota: estimate?.quota ?? 0 };
}

/** The files that a service worker caches at its start. @param {string} script */
export function filesOfWorker(script) {
  const list = /self\.PREFORMER = (\{.*?\});\n/s.exec(script)?.[1];
  /** @type {{core: [string, boolean][]}} */
  const { core } = list ? JSON.parse(list) : { core: [] };
  return core.map(([path]) => path);
}

/** The service worker of the site: whether it can be installed, and what is in its way. */
export async function offline() {
  const script = await ask('sw.js');
  const facts = { allowed: true, script, lost: [''], files: 0, active: false, error: '' };
  facts.lost = [];
  facts.allowed = 'serviceWorker' in navigator && window.isSecureContext && window.top === window;
  if (!facts.allowed || script.status !== 200) return facts;
  const paths = filesOfWorker(await (await fetch(fresh('sw.js'), { cache: 'no-store' })).text());
  facts.files = paths.length;
  const answers = await askAll(paths);
  facts.lost = answers.filter(({ status }) => status !== 200).map(({ path }) => path);
  if (facts.lost.length) return facts;
  try {
    const url = new URL('sw.js', document.baseURI);
    await navigator.serviceWorker.register(url, { updateViaCache: 'none' });
    facts.active = await inTime(
      navigator.serviceWorker.ready.then(() => true),
      false,
    );
  } catch (error) {
    facts.error = /** @type {Error} */ (error).message;
  }
  return facts;
}
