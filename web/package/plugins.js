/** Vite plug-ins for the builds of the npm package and of the page in one file. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @typedef {import('vite').Plugin} Plugin */

/** The modules that Emscripten writes beside each wasm file. */
const GLUE = /\/preformer-[\w-]+\.mjs$/;

/**
 * Replaces modules by other modules. A module is identified by the end of its path.
 * @param {Record<string, string>} places path's end → file
 * @returns {Plugin}
 */
export const instead = (places) => ({
  name: 'preformer:instead',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const ending = Object.keys(places).find((end) => source.endsWith(`/${basename(end)}`));
    if (!ending || !importer) return null;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found?.id.endsWith(ending) ? places[ending] : null;
  },
});

/**
 * Keeps Emscripten's addresses unchanged: they refer to files beside the module. Without this,
 * bundlers find `import.meta.url` in them and replace them.
 * @returns {Plugin}
 */
export const filesBeside = () => ({
  name: 'preformer:files-beside',
  enforce: 'pre',
  transform: {
    filter: { id: GLUE },
    handler: (code) =>
      `const here = import.meta.url;\n${code.replaceAll(/new URL\(("[\w.-]+"),import\.meta\.url\)/g, 'new URL($1,here)')}`,
  },
});

/**
 * Removes Vite's preloading of dependencies, because users of the package can have bundlers that do
 * not understand it.
 * @returns {Plugin}
 */
export const plainImports = () => ({
  name: 'preformer:plain-imports',
  enforce: 'pre',
  load: (id) =>
    id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null,
});

/**
 * Puts the wasm of the exact builds into their modules. The other builds are left out.
 * @param {string} inside the module that unpacks it
 * @returns {Plugin}
 */
export const wasmInside = (inside) => ({
  name: 'preformer:wasm-inside',
  enforce: 'pre',
  resolveId: (source, importer) =>
    GLUE.test(source) && !importer?.startsWith('\0inside:') ? `\0inside:${source}` : null,
  load(id) {
    if (!id.startsWith('\0inside:')) return null;
    const name = basename(id, '.mjs');
    if (!name.endsWith('-exact')) {
      return 'export default () => Promise.reject(new Error("only the exact build is in this file"));';
    }
    const glue = id.slice('\0inside:'.length);
    const wasm = readFileSync(glue.replace(/\.mjs$/, '.wasm'));
    const base64 = gzipSync(wasm, { level: 9 }).toString('base64');
    return `
import create from ${JSON.stringify(glue)};
import { unpackWasm } from ${JSON.stringify(inside)};
const wasm = ${JSON.stringify(base64)};
export default async (options) => 
  create({ ...options, wasmBinary: await unpackWasm(wasm), locateFile: (name) => name });`;
  },
  transform: {
    filter: { id: GLUE },
    handler(code, id) {
      if (id.startsWith('\0')) return null;
      // Emscripten's module accepts a given wasm binary only with an option, but declares the
      // variable.
      const taking = code.replace('var wasmBinary;', 'var wasmBinary=Module["wasmBinary"];');
      if (taking === code) {
        throw new Error('Emscripten writes its modules in another way: adapt wasmInside().');
      }
      return taking;
    },
  },
});

/** What Vite makes of `new URL(file, import.meta.url)`. */
const WRAPPED =
  /new URL\(new URL\((`[^`]*`|"[^"]*"),import\.meta\.url\)\.href,``\+import\.meta\.url\)/g;

/**
 * Writes addresses of files as `new URL(file, import.meta.url)` again: bundlers copy what they find in
 * this form, and some take the inner address of Vite's form for one on disk.
 * @returns {Plugin}
 */
export const plainAddresses = () => ({
  name: 'preformer:plain-addresses',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk')
        file.code = file.code.replaceAll(WRAPPED, 'new URL($1,import.meta.url)');
    }
  },
});
