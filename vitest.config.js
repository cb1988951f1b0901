import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Node 20 has relaxed SIMD (the fast build) behind a flag; later versions no longer know the flag.
const node = Number(process.versions.node.split('.')[0]);
const execArgv = node < 21 ? ['--experimental-wasm-relaxed-simd'] : [];

/** Tests of the page's parts see a DOM, each its own: an element is defined in one window. */
const dom = [
  'tests/web/{embed,i18n,link,plots,questions,share,text,ui}/**/*.test.js',
  'tests/web/lab/{*,ask/*,import/*,keep/elements}.test.js',
  'tests/web/{inside/cell-drawer,lessons/open-lesson,offline/register,polysemy/elements}.test.js',
  'tests/web/{shell/page,story/chapter,story/figures,story/lights,transfer/page}.test.js',
  'tests/web/worker/starting.test.js',
  'tests/wasm/inside-network.test.js',
];

/** These replace modules or count what is alive: nothing of another file may be there. */
const alone = ['tests/web/keep/scope.test.js', 'tests/wasm/{failure,memory,unfinished}.test.js'];

/** @param {string} name @param {'node' | 'jsdom'} environment @param {object} how */
const project = (name, environment, how) => ({
  extends: /** @type {const} */ (true),
  test: { name, environment, ...how },
});

export default defineConfig({
  root: fileURLToPath(new URL('./', import.meta.url)),
  resolve: {
    alias: { '#wasm': fileURLToPath(new URL('./build/wasm', import.meta.url)) },
  },
  test: {
    execArgv,
    setupFiles: ['web/src/i18n/both.js', 'tests/web/fresh.js'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      project('dom', 'jsdom', { include: dom }),
      // The files of a worker share its modules: to bring them anew for each takes a third of the time.
      project('node', 'node', {
        include: ['tests/{web,wasm,cli}/**/*.test.js'],
        exclude: [...dom, ...alone],
        isolate: false,
        env: { PREFORMER_SHARED: '1' },
      }),
      project('alone', 'node', { include: alone }),
    ],
  },
});
