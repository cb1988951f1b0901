/** The checks in the order in which they are shown: what is asked, and what it means. */

import { relaxedSimd } from 'wasm-feature-detect';
import wasm from '#wasm/preformer-exact.wasm?url';
import * as findings from './findings.js';
import * as probes from './probes.js';
import { EXPECTED, trainHere } from './run.js';

// The types know the modules of the engine, and not that `?url` asks for an address.
const engine = /** @type {string} */ (/** @type {unknown} */ (wasm));

/** A path of the site from an address that the bundler gave. @param {string} url */
const pathOf = (url) => {
  const { href } = new URL(url, document.baseURI);
  const base = new URL('./', document.baseURI).href;
  return href.startsWith(base) ? href.slice(base.length) : href;
};

/** Files of every kind: the engine, scripts of both names, those for other sites. */
const files = () => [
  pathOf(engine),
  ...Array.from(document.querySelectorAll('script[src]'), (script) =>
    pathOf(/** @type {HTMLScriptElement} */ (script).src),
  ),
  'index.html',
  'lab.html',
  'sw.js',
  'lib/elements.js',
  'lib/widget.mjs',
];

const messageOf = (/** @type {unknown} */ error) =>
  error instanceof Error ? error.message : String(error);

/** @type {{id: string, look: () => Promise<import('./findings.js').Finding>}[]} */
export const CHECKS = [
  {
    id: 'place',
    look: async () =>
      findings.onPlace({
        secure: window.isSecureContext,
        protocol: window.location.protocol.slice(0, -1),
      }),
  },
  { id: 'files', look: async () => findings.onFiles(await probes.askAll(files())) },
  {
    id: 'compression',
    look: async () => findings.onCompression(await probes.sizesOf(pathOf(engine))),
  },
  { id: 'policy', look: async () => findings.onPolicy(await probes.policy()) },
  {
    id: 'training',
    look: async () => {
      const none = { seconds: 0, hash: '' };
      const done = await trainHere('exact').then(
        (trained) => ({ ...trained, error: '' }),
        (error) => ({ ...none, error: messageOf(error) }),
      );
      return findings.onTraining({ ...done, expected: EXPECTED });
    },
  },
  { id: 'offline', look: async () => findings.onOffline(await probes.offline()) },
  { id: 'storage', look: async () => findings.onStorage(await probes.storage()) },
  {
    id: 'isolation',
    look: async () =>
      findings.onIsolation({
        isolated: window.crossOriginIsolated,
        framed: window.top !== window,
        headers: await probes.headersOf([
          'cross-origin-opener-policy',
          'cross-origin-embedder-policy',
        ]),
      }),
  },
  { id: 'relaxed', look: async () => findings.onRelaxed(await relaxedSimd()) },
  {
    id: 'threads',
    look: async () =>
      findings.onThreads(
        await trainHere('parallel').then(
          (trained) => ({ ...trained, error: '' }),
          (error) => ({ build: '', lacks: '', threads: 1, error: messageOf(error) }),
        ),
      ),
  },
];
