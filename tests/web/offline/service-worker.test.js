// @ts-nocheck: fakes
/** The service worker's script against a fake of what surrounds it. */
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const SCRIPT = readFileSync('web/src/offline/service-worker.js', 'utf8');
const SITE = 'https://example.org/preformer/';

/** The browser's caches, which outlive a version. */
class Caches {
  stores = new Map();

  async open(name) {
    if (!this.stores.has(name)) this.stores.set(name, new Map());
    const store = this.stores.get(name);
    return {
      match: async (url) => store.get(url)?.clone(),
      put: async (url, response) => void store.set(url, response),
    };
  }

  async match(url) {
    for (const store of this.stores.values()) {
      if (store.has(url)) return store.get(url).clone();
    }
    return undefined;
  }

  keys = async () => [...this.stores.keys()];
  delete = async (name) => this.stores.delete(name);
}

let caches;
let network;
let fetched;

/** A version of the site at work, in a folder of its origin. */
function start(list, site = SITE) {
  const listeners = {};
  const self = {
    PREFORMER: { version: 'v1', core: [], more: [], moreBytes: 0, ...list },
    registration: { scope: site },
    location: new URL(site),
    clients: { claim: vi.fn(async () => {}) },
    skipWaiting: vi.fn(async () => {}),
    addEventListener: (name, listener) => {
      listeners[name] = listener;
    },
  };
  const fetchOf = async (given) => {
    const url = given.url ?? given;
    fetched.push(url.slice(site.length));
    const answer = network(url.slice(site.length));
    if (!answer) throw new TypeError('Failed to fetch');
    return answer;
  };
  new Function('self', 'caches', 'fetch', SCRIPT)(self, caches, fetchOf);
  const wait = async (name, event = {}) => {
    let waited;
    listeners[name]({ waitUntil: (promise) => (waited = promise), ...event });
    return waited;
  };
  return {
    self,
    install: () => wait('install'),
    activate: () => wait('activate'),
    message: (data, port) => listeners.message({ data, ports: [port], waitUntil: () => {} }),
    async get(path, { mode = 'no-cors', destination = 'script', method = 'GET' } = {}) {
      let answer;
      const url = path.startsWith('http') ? path : site + path;
      const request = { url, mode, destination, method };
      listeners.fetch({ request, respondWith: (promise) => (answer = promise) });
      return answer && (await answer).text();
    },
    visit(path) {
      return this.get(path, { mode: 'navigate', destination: 'document' });
    },
  };
}

const FIRST = {
  version: 'v1',
  core: [
    ['index.html', false],
    ['ladder.html', false],
    ['assets/a-1.js', true],
    ['assets/b-1.js', true],
  ],
  more: [['assets/large-1.gz', true]],
  moreBytes: 99,
};
const SECOND = {
  ...FIRST,
  version: 'v2',
  core: [
    ['index.html', false],
    ['ladder.html', false],
    ['assets/a-2.js', true],
    ['assets/b-1.js', true],
  ],
};

beforeEach(() => {
  caches = new Caches();
  fetched = [];
  network = (path) => new Response(`net ${path}`);
});

describe('the first version', () => {
  it('keeps what the pages need, and works without a network', async () => {
    const worker = start(FIRST);
    await worker.install();
    await worker.activate();
    expect(worker.self.skipWaiting).toHaveBeenCalled();
    expect(worker.self.clients.claim).toHaveBeenCalled();
    network = () => null;
    expect(await worker.visit('')).toBe('net index.html');
    expect(await worker.visit('#v=1&model=cbow')).toBe('net index.html');
    expect(await worker.visit('index.html?from=mail')).toBe('net index.html');
    expect(await worker.visit('ladder')).toBe('net ladder.html');
    expect(await worker.get('assets/a-1.js')).toBe('net assets/a-1.js');
    await expect(worker.get('assets/large-1.gz')).rejects.toThrow('Failed to fetch');
    await expect(worker.visit('nowhere.html')).rejects.toThrow('Failed to fetch');
  });

  it('is not installed in part', async () => {
    network = (path) =>
      path === 'assets/b-1.js' ? new Response('', { status: 500 }) : new Response('');
    await expect(start(FIRST).install()).rejects.toThrow('b-1.js: 500');
  });

  it('a page comes fresh from the network, its parts from the cache', async () => {
    const worker = start(FIRST);
    await worker.install();
    network = (path) => new Response(`later ${path}`);
    expect(await worker.visit('')).toBe('later ');
    expect(await worker.get('assets/a-1.js')).toBe('net assets/a-1.js');
  });

  it('does not even try where there is no network', async () => {
    const worker = start(FIRST);
    await worker.install();
    worker.self.navigator = { onLine: false };
    fetched = [];
    expect(await worker.visit('')).toBe('net index.html');
    expect(fetched).toEqual([]);
  });

  it('a network that does not answer, or answers with an error, does not hold the page up', async () => {
    const worker = start(FIRST);
    await worker.install();
    network = () => new Response('oops', { status: 503 });
    expect(await worker.visit('')).toBe('net index.html');
    vi.useFakeTimers();
    network = () => new Promise(() => {});
    const page = worker.visit('');
    await vi.advanceTimersByTimeAsync(5000);
    expect(await page).toBe('net index.html');
    vi.useRealTimers();
  });

  it('leaves frames, other sites and anything but reading alone', async () => {
    const worker = start(FIRST);
    await worker.install();
    expect(await worker.get('embed.html', { mode: 'navigate', destination: 'iframe' })).toBe(
      undefined,
    );
    expect(await worker.get('https://elsewhere.org/a.js')).toBe(undefined);
    expect(await worker.get('assets/a-1.js', { method: 'POST' })).toBe(undefined);
    expect(await worker.get('other.txt')).toBe(undefined);
  });

  it('keeps a large file when it was used', async () => {
    const worker = start(FIRST);
    await worker.install();
    expect(await worker.get('assets/large-1.gz')).toBe('net assets/large-1.gz');
    network = () => null;
    await vi.waitFor(async () =>
      expect(await worker.get('assets/large-1.gz')).toBe('net assets/large-1.gz'),
    );
  });

  it('keeps all large files on request, and tells', async () => {
    const worker = start(FIRST);
    await worker.install();
    const said = [];
    worker.message('state', { postMessage: (answer) => said.push(answer) });
    await vi.waitFor(() => expect(said).toEqual([{ all: false, files: 1, bytes: 99 }]));
    worker.message('keep-all', { postMessage: (answer) => said.push(answer) });
    await vi.waitFor(() =>
      expect(said.slice(1)).toEqual([{ done: 1 }, { all: true, files: 1, bytes: 99 }]),
    );
  });

  it('says when it could not', async () => {
    const worker = start(FIRST);
    await worker.install();
    network = () => null;
    const said = [];
    worker.message('keep-all', { postMessage: (answer) => said.push(answer) });
    await vi.waitFor(() => expect(said).toEqual([{ failed: true }]));
  });
});

describe('the next version', () => {
  it('fetches what is new alone, and serves tabs of the one before', async () => {
    const old = start(FIRST);
    await old.install();
    await old.get('assets/large-1.gz');
    fetched = [];
    const worker = start(SECOND);
    await worker.install();
    expect(fetched.sort()).toEqual(['assets/a-2.js', 'index.html', 'ladder.html']);
    await worker.activate();
    network = () => null;
    expect(await worker.get('assets/a-2.js')).toBe('net assets/a-2.js');
    expect(await worker.get('assets/a-1.js')).toBe('net assets/a-1.js');
    expect(await worker.get('assets/large-1.gz')).toBe('net assets/large-1.gz');
  });

  it('the cache before the one before is deleted', async () => {
    for (const [version, path] of [
      ['v1', 'a-1'],
      ['v2', 'a-2'],
      ['v3', 'a-3'],
    ]) {
      const worker = start({ version, core: [[`assets/${path}.js`, true]] });
      await worker.install();
      await worker.activate();
    }
    expect(await caches.keys()).toEqual(
      ['v2', 'v3'].map((version) => `preformer-/preformer/-${version}`),
    );
  });

  it('a redirected page is kept without its redirection', async () => {
    network = (path) =>
      Object.defineProperty(new Response(`net ${path}`), 'redirected', { value: true });
    const worker = start(FIRST);
    await worker.install();
    const kept = await caches.match(`${SITE}index.html`);
    expect(kept.redirected).toBe(false);
    expect(await kept.text()).toBe('net index.html');
  });
});

describe('several copies on one origin', () => {
  const at = (path) => `https://example.org${path}`;
  const offline = () => {
    network = () => undefined;
  };

  /** Installs a version in a folder. */
  async function visit(path, list) {
    network = (file) => new Response(`${path} ${file}`);
    const copy = start(list, at(path));
    await copy.install();
    await copy.activate();
    return copy;
  }

  it.each([
    [['/a/', '/b/', '/c/']],
    [['/', '/a/', '/a/b/']], // one within the other
    [['/a/', '/a/-b/', '/a-/']], // names that begin alike
  ])('in %j keep their own files, whatever the others do', async (paths) => {
    const versions = ['00aa11', '00bb22', '00cc33'];
    const copies = [];
    for (const [i, path] of paths.entries()) {
      copies.push(await visit(path, { ...FIRST, version: versions[i] }));
    }
    // The last is updated twice, so that it deletes what it takes for its own.
    copies[2] = await visit(paths[2], { ...SECOND, version: '00dd44' });
    copies[2] = await visit(paths[2], { ...SECOND, version: '00ee55' });
    offline();
    for (const [i, copy] of copies.entries()) {
      expect(await copy.visit('index.html')).toBe(`${paths[i]} index.html`);
      expect(await copy.get('assets/b-1.js')).toBe(`${paths[i]} assets/b-1.js`);
    }
  });

  it('of equal versions do not answer for each other', async () => {
    await visit('/a/', { ...FIRST, version: '00aa11' });
    network = (file) => new Response(`new ${file}`);
    const b = start({ ...FIRST, version: '00aa11' }, at('/b/'));
    expect(await b.get('assets/a-1.js')).toBe('new assets/a-1.js');
  });

  it('take over what an earlier version kept for them, and leave the rest', async () => {
    for (const [name, path] of [
      ['preformer-0a0a', '/a/'],
      ['preformer-0b0b', '/b/'],
    ]) {
      const cache = await caches.open(name);
      await cache.put(at(`${path}index.html`), new Response('old page'));
      await cache.put(at(`${path}assets/b-1.js`), new Response('old part'));
    }
    network = (file) => (file === 'assets/b-1.js' ? undefined : new Response(file));
    const a = start({ ...FIRST, version: '00aa11' }, at('/a/'));
    await a.install(); // what is fixed is not loaded again
    await a.activate();
    const next = start({ ...SECOND, version: '00aa22' }, at('/a/'));
    await next.install();
    await next.activate();
    expect(await caches.keys()).not.toContain('preformer-0a0a');
    expect(await caches.keys()).toContain('preformer-0b0b');
    expect(await next.get('assets/b-1.js')).toBe('old part');
  });
});
