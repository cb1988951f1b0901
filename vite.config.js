import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { bench, benchFiles } from './web/bench/page.js';
import { check, checkFiles } from './web/check/page.js';
import { directions } from './web/directions.js';
import { earlyTexts } from './web/early-texts.js';
import { experimentFiles, experiments } from './web/experiments/page.js';
import { lessonFiles, lessons } from './web/lessons/plugin.js';
import { noticed, notices } from './web/notices/plugin.js';
import { questionFiles, questions } from './web/questions/plugin.js';
import { referenceFiles, referencePages } from './web/reference/page.js';
import { shells } from './web/shell/plugin.js';
import { isolation } from './web/site/headers.js';
import { siteFiles } from './web/site/plugin.js';
import { offline } from './web/src/offline/build.js';
import { story, storyFiles } from './web/story/plugin.js';

const root = fileURLToPath(new URL('./web/', import.meta.url));
const project = fileURLToPath(new URL('./', import.meta.url));

const APPS = ['lab.html', 'ladder.html', 'polysemy.html', 'transfer.html'];

// Nearly every page needs these, though not all of each: many small files cost more than they spare.
// What the pages of the Story use of them is left out, since those need nothing else of it.
const SHARED =
  /\/web\/src\/(link\/(opening|linked-store|fragment|link-sum|copied-link)|training\/(?!busy)|plots\/(?!loss-chart|label-curves|history|cells|labels|marks|vectors)|offline\/(?!register)|share\/at-start|ui\/(?!lesson|option-button|encoding-field|style-sheets|root|row-scroll|canvas))/;
// What the Lab has in common with Inside as a demo.
const LAB = /\/web\/src\/(lab\/|text\/held-out)/;
const CORPORA =
  /\/web\/corpora\/(presets|relations|polysemy|lexicon|withheld|grammar|random|prepared-file|state-of)/;

/**
 * Emscripten starts threads by `new Worker(new URL(…), workerOptions)`; the bundler wants to read the
 * options where they are used.
 * @returns {import('vite').Plugin}
 */
const threads = () => ({
  name: 'preformer:threads',
  enforce: 'pre',
  transform: {
    filter: { id: /preformer-parallel\.mjs$/ },
    handler: (code) =>
      code.replace(
        'import.meta.url),workerOptions)',
        'import.meta.url),{type:"module",name:"em-pthread"})',
      ),
  },
});

/**
 * Only the worker reads HDF5. The API can also run without a worker, as under Node; in a page it never
 * does, and its copy of the reader (4.8 MB) would only be hosted.
 * @returns {import('vite').Plugin}
 */
const hdf5InWorkerOnly = () => ({
  name: 'preformer:hdf5-in-worker-only',
  apply: 'build',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^h5wasm$/ },
    handler: () => `${root}src/package/inside-without-hdf5.js`,
  },
});

/**
 * The site is served once the exact build is there. Until the faster ones are, too, their modules
 * export nothing, and the Worker takes the exact build instead (worker/loader.js).
 * @returns {import('vite').Plugin}
 */
const unfinishedBuilds = () => ({
  name: 'preformer:unfinished-builds',
  enforce: 'pre',
  resolveId: {
    filter: { id: /preformer-(transfer-)?(fast|parallel)\.mjs$/ },
    handler: (id) =>
      existsSync(`${project}build/wasm/${basename(id)}`) ? null : `\0unfinished:${basename(id)}`,
  },
  load: {
    filter: { id: /^\0unfinished:/ },
    handler: () => 'export default undefined;',
  },
});

/**
 * Files that import each other in a circle find constants undefined: the groups below must make none.
 * @returns {import('vite').Plugin}
 */
const noCircles = () => ({
  name: 'preformer:no-circles',
  generateBundle(_options, bundle) {
    const importsOf = (/** @type {string} */ file) => {
      const chunk = bundle[file];
      return chunk?.type === 'chunk' ? chunk.imports : [];
    };
    for (const start of Object.keys(bundle)) {
      const reached = new Set(importsOf(start));
      for (const file of reached) for (const next of importsOf(file)) reached.add(next);
      if (reached.has(start)) this.error(`${start} imports itself through others.`);
    }
  },
});

const FILES = [
  ...readdirSync(root).filter((name) => name.endsWith('.html')),
  ...storyFiles,
  ...questionFiles,
  ...lessonFiles,
  ...experimentFiles,
  ...checkFiles,
  ...referenceFiles,
  ...benchFiles,
];

export default defineConfig({
  root,
  appType: 'mpa', // an unknown address is a 404, not the front page
  base: './', // the site works from any folder of any host
  resolve: { alias: { '#wasm': `${project}build/wasm` } },
  server: { headers: isolation, fs: { allow: [project] } },
  preview: { headers: isolation },
  plugins: [
    directions(),
    threads(),
    unfinishedBuilds(),
    hdf5InWorkerOnly(),
    noCircles(),
    story(),
    questions(),
    lessons(),
    experiments(),
    check(),
    shells(),
    referencePages(),
    bench(),
    earlyTexts(),
    notices(),
    noticed(),
    siteFiles({ files: FILES }),
    offline({
      pages: [...APPS, ...storyFiles, ...questionFiles, ...lessonFiles, ...experimentFiles],
    }),
  ],
  worker: { format: 'es', plugins: () => [threads(), unfinishedBuilds(), noticed()] },
  build: {
    outDir: '../build/site',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // wasm and corpora stay files: cacheable, and no data: URLs for a CSP
    reportCompressedSize: false,
    rolldownOptions: {
      // A page that names one corpus need not load what makes the others.
      treeshake: { moduleSideEffects: [{ test: /\/web\/corpora\//, sideEffects: false }] },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'shared', test: SHARED, minShareCount: 3 },
            { name: 'lab-session', test: LAB, minShareCount: 3 },
            { name: 'corpora', test: CORPORA, minShareCount: 2 },
            {
              name: 'api',
              test: /\/web\/src\/api\/(?!classifier|examples|transfer|images|elmo)/,
              minShareCount: 3,
            },
          ],
        },
      },
      input: FILES.map((name) => root + name),
    },
  },
});
