import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Node 20 has relaxed SIMD (the fast build) behind a flag; later versions no longer know the flag.
const node = Number(process.versions.node.split('.')[0]);
const execArgv = node < 21 ? ['--experimental-wasm-relaxed-simd'] : [];

/** Tests of the page's parts see a DOM; all others run in plain Node. */
const dom = [
  'tests/web/{embed,i18n,link,plots,questions,share,text,ui}/**/*.test.js',
  'tests/web/lab/{*,ask/*,import/*}.test.js',
];

/** @param {string} name @param {'node' | 'jsdom'} environment @param {object} files */
const project = (name, environment, files) => ({
  extends: /** @type {const} */ (true),
  test: { name, environment, ...files },
});

export default defineConfig({
  root: fileURLToPath(new URL('./', import.meta.url)),
  resolve: {
    alias: { '#wasm': fileURLToPath(new URL('./build/wasm', import.meta.url)) },
  },
  test: {
    execArgv,
    setupFiles: ['web/src/i18n/both.js'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      project('dom', 'jsdom', { include: dom }),
      project('node', 'node', {
        include: ['tests/{web,wasm,cli}/**/*.test.js'],
        exclude: dom,
      }),
    ],
  },
});
