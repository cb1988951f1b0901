/** Adds to the built site what hosts, search engines and previews of links read. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { siteAddress } from './addresses.js';
import { sitemap, withHead } from './head.js';
import { headersFile } from './headers.js';

const cardFolder = fileURLToPath(new URL('./cards/', import.meta.url));

/** @param {{files: string[]}} of the pages @returns {import('vite').Plugin} */
export function siteFiles({ files }) {
  const address = siteAddress();
  // A picture is named by its whole address, or not at all.
  const cards = address && existsSync(cardFolder) ? readdirSync(cardFolder) : [];
  return {
    name: 'preformer:site-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { filename }) =>
        withHead(html, basename(filename), { address, files, cards }),
    },
    generateBundle() {
      const emit = (/** @type {string} */ fileName, /** @type {string | Uint8Array} */ source) =>
        this.emitFile({ type: 'asset', fileName, source });
      emit('.nojekyll', ''); // GitHub Pages, from a branch, would leave out names that begin with _
      emit('_headers', headersFile());
      if (!address) return;
      emit('sitemap.xml', sitemap(address, files));
      for (const card of cards) emit(`cards/${card}`, readFileSync(cardFolder + card));
    },
  };
}
