import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/** The page's modules that read links, in one file for the command line under Node. */
export default defineConfig({
  root: path('./'),
  publicDir: false,
  resolve: { alias: { '#wasm': path('./build/wasm') } },
  ssr: { noExternal: true },
  build: {
    ssr: path('./web/src/command-line/run-of-link.js'),
    outDir: path('./build/wasm'),
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    // Reads files of any encoding, which no link contains; it would bring the engine with it.
    rolldownOptions: {
      external: /read-text\.js$/,
      output: { entryFileNames: 'link.mjs', codeSplitting: false },
    },
  },
});
