/**
 * Serves the pages without a network. The build puts the list of files before this script
 * (build.js):
 *
 *     self.PREFORMER = { version, core: [[path, fixed]], more: [[path, fixed]], moreBytes };
 *
 * core: files that the pages need, cached when the script is installed. more: large corpora and
 * other builds, cached on first use or all at once when the reader asks for it. fixed: the file's
 * name changes with its content.
 *
 * A page is loaded from the network if the answer arrives in time, so that a new version is shown
 * at once. Its other files come from the cache, where their names belong to its version. The
 * previous cache is kept for tabs that still show the previous version.
 */
/**
 * The parts of a service worker's scope and events that are used. TypeScript's library has either
 * these or those of a page.
 * @typedef {Event & {waitUntil(work: Promise<unknown>): void}} Waiting
 * @typedef {Waiting & {request: Request, respondWith(response: Promise<Response>): void}} Fetching
 * @typedef {object} Scope
 * @property {{version: string, core: [string, boolean][], more: [string, boolean][],
 *   moreBytes: number}} PREFORMER
 * @property {{scope: string}} registration
 * @property {Location} location
 * @property {Navigator} navigator
 * @property {() => Promise<void>} skipWaiting
 * @property {{claim: () => Promise<void>}} clients
 * @property {{(type: 'install' | 'activate', heard: (event: Waiting) => void): void;
 *   (type: 'fetch', heard: (event: Fetching) => void): void;
 *   (type: 'message', heard: (event: Waiting & MessageEvent) => void): void}} addEventListener
 */
const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));
const { version, core, more, moreBytes } = scope.PREFORMER;

// Caches belong to the origin, where other copies of the site may lie under other paths.
const PREFIX = `preformer-${new URL(scope.registration.scope).pathname}-`;
const CACHE = PREFIX + version;
/** The caches of earlier versions, whose names did not contain the path. */
const NAMELESS = /^preformer-[0-9a-f]+$/;
const IN_TIME_MS = 4000;
const AT_ONCE = 6;

const address = (/** @type {string} */ path) => new URL(path, scope.registration.scope).href;
const isFixed = new Map([...core, ...more].map(([path, fixed]) => [address(path), fixed]));
const moreFiles = more.map(([path]) => address(path));

const bare = (/** @type {string} */ url) => url.replace(/[?#].*$/, '');

/** Whether a cache is of this copy of the site. @param {string} name */
async function isOwn(name) {
  // The path of another copy may begin with this prefix; a version has no slash.
  if (name.startsWith(PREFIX)) return !name.slice(PREFIX.length).includes('/');
  if (!NAMELESS.test(name)) return false;
  const cache = await caches.open(name);
  return Boolean(await cache.match(address('index.html'), { ignoreVary: true }));
}

/** The caches of this copy, the oldest first. */
async function ownCaches() {
  const names = await caches.keys();
  const own = await Promise.all(names.map(isOwn));
  return names.filter((_, i) => own[i]);
}

/** Looks a file up in this copy's caches, the current version's first. @param {string} url */
async function find(url) {
  const older = (await ownCaches()).filter((name) => name !== CACHE).reverse();
  for (const name of [CACHE, ...older]) {
    const found = await (await caches.open(name)).match(url, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/** A redirected response cannot be used for a page. @param {Response} response */
const plain = (response) =>
  response.redirected
    ? new Response(response.body, { headers: response.headers, status: response.status })
    : response;

/**
 * Caches a file. A file that a previous version has cached is not loaded again.
 * @param {string} url
 */
async function keep(url) {
  const cache = await caches.open(CACHE);
  if (await cache.match(url, { ignoreVary: true })) return;
  const known = isFixed.get(url) ? await find(url) : undefined;
  const response =
    known ?? (await fetch(url, { cache: isFixed.get(url) ? 'default' : 'no-cache' }));
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  await cache.put(url, plain(response));
}

/**
 * Caches several files in parallel.
 * @param {string[]} urls
 * @param {(done: number) => void} [progress]
 */
async function keepAll(urls, progress = () => {}) {
  const rest = [...urls];
  let done = 0;
  const work = async () => {
    for (let url = rest.shift(); url; url = rest.shift()) {
      await keep(url);
      done += 1;
      progress(done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function install() {
  await keepAll(core.map(([path]) => address(path)));
  // Large files that the reader had cached are kept if they are unchanged.
  const had = await Promise.all(moreFiles.map(find));
  await keepAll(moreFiles.filter((url, i) => had[i] && isFixed.get(url)));
  await scope.skipWaiting();
}

async function activate() {
  const ours = (await ownCaches()).filter((name) => name !== CACHE);
  await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

/** The file of a URL: servers use `/`, `/ladder` or `/ladder.html`. @param {string} url */
async function findPage(url) {
  const path = bare(url);
  for (const name of path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`]) {
    const kept = isFixed.has(name) && (await find(name));
    if (kept) return kept;
  }
  return undefined;
}

/** @param {Request} request */
async function page(request) {
  const kept = await findPage(request.url);
  if (!kept) return fetch(request);
  if (scope.navigator?.onLine === false) return kept; // false is reliable, true is not
  /** @type {Promise<undefined>} */
  const late = new Promise((resolve) => setTimeout(resolve, IN_TIME_MS));
  const fresh = await Promise.race([fetch(request), late]).catch(() => undefined);
  return fresh && fresh.status < 500 ? fresh : kept;
}

/** @param {Request} request */
async function part(request) {
  const url = bare(request.url);
  const kept = await find(url);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && isFixed.get(url)) {
    const cache = await caches.open(CACHE);
    // If the storage is full, the file is loaded again the next time.
    cache.put(url, plain(response.clone())).catch(() => {});
  }
  return response;
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope.location.origin)) return;
  if (request.mode === 'navigate') {
    // Iframes are not cached.
    if (request.destination === 'document') event.respondWith(page(request));
  } else if (isFixed.has(bare(request.url)) || request.url.startsWith(address('assets/'))) {
    event.respondWith(part(request));
  }
});

const state = async () => {
  const kept = await Promise.all(moreFiles.map(find));
  return { all: kept.every(Boolean), files: moreFiles.length, bytes: moreBytes };
};

/** Caches the large files and reports how many are done. @param {MessagePort} port */
const keepMore = (port) =>
  keepAll(moreFiles, (done) => port.postMessage({ done })).then(
    async () => port.postMessage(await state()),
    () => port.postMessage({ failed: true }),
  );

/** Messages from the page have a port for the answers: `state`, `keep-all`. */
scope.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.data === 'state') state().then((answer) => port.postMessage(answer));
  if (event.data === 'keep-all') event.waitUntil(keepMore(port));
});
