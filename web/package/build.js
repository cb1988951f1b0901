/**
 * Builds the npm package into build/package/. Builds from the same parts the page in one file and
 * the site's folder lib/ with the elements. build.sh runs this after the wasm and the site are
 * built.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { noticesText } from '../notices/notices.js';
import { FILE as NOTICES, noticed } from '../notices/plugin.js';
import { repositoryAddress } from '../site/addresses.js';
import { packCommandLine, packSite } from './command-line.js';
import { manifest } from './manifest.js';
import { filesBeside, instead, plainAddresses, plainImports, wasmInside } from './plugins.js';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const project = fileURLToPath(new URL('../../', import.meta.url));
const sources = `${project}web/src/`;
const parts = `${project}build/package-parts/`;
const out = `${project}build/package/`;

/** Modules that are too large for workers in one file. */
const LARGE = { h5wasm: `${sources}package/inside-without-hdf5.js` };

/**
 * A build with the options that all builds have in common.
 * @param {object} options
 * @param {Record<string, string>} options.input
 * @param {string} options.outDir
 * @param {import('vite').Plugin[]} options.plugins
 * @param {import('vite').BuildEnvironmentOptions} [options.more]
 * @param {object} [options.output]
 * @param {Record<string, string>} [options.alias] libraries that are replaced by another module
 * @param {import('vite').UserConfig} [options.config]
 */
const common = ({ input, outDir, plugins, more = {}, output = {}, alias = {}, config = {} }) =>
  build({
    ...config,
    configFile: false,
    root: `${project}web`,
    publicDir: false,
    base: './',
    logLevel: 'error',
    resolve: { alias: { '#wasm': `${project}build/wasm`, '#built': parts.slice(0, -1), ...alias } },
    plugins: [plainImports(), plainAddresses(), noticed(), ...plugins],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      ...more,
      rolldownOptions: {
        input,
        preserveEntrySignatures: 'strict',
        onLog: (level, log, say) => {
          // Emscripten imports Node's modules; a plain script has no import.meta and does not need
          // it.
          if (/externalized for browser|import\.meta/.test(log.message)) return;
          say(level, log);
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          assetFileNames: ({ names }) =>
            names[0]?.endsWith('.gz') ? 'prepared/[name][extname]' : '[name][extname]',
          ...output,
        },
      },
    },
  });

/**
 * Builds one script that imports no other.
 * @param {string} name @param {string} file
 * @param {{plugins?: import('vite').Plugin[], outDir?: string, format?: 'es' | 'iife',
 *   more?: import('vite').BuildEnvironmentOptions, alias?: Record<string, string>}} [options]
 */
const alone = (
  name,
  file,
  { plugins = [], outDir = parts, format = 'es', more = {}, alias = {} } = {},
) =>
  common({
    input: { [name]: sources + file },
    outDir,
    plugins,
    more,
    alias,
    output: { codeSplitting: false, format },
  });

/**
 * Workers are single files without imports, so a bundler can copy them unchanged. Workers that can
 * be contained in another file as text are plain scripts, because on a page from disk browsers
 * start only plain scripts.
 */
async function workers() {
  await alone('worker', 'worker/worker.js', { plugins: [filesBeside()], alias: LARGE });
  await alone('worker-inside', 'worker/worker.js', {
    plugins: [wasmInside(`${sources}package/inside.js`), filesBeside()],
    format: 'iife',
    alias: LARGE,
  });
  for (const [name, file] of [
    ['umap', 'lab/map/umap-worker.js'],
    ['segmenter', 'text/segmenter-worker.js'],
    ['ladder-corpus', 'ladder/corpus-worker.js'],
    ['polysemy-corpus', 'polysemy/corpus-worker.js'],
    ['reviews-corpus', 'transfer/corpus-worker.js'],
  ]) {
    await alone(name, file, { format: 'iife' });
  }
}

/** Replaces all modules that start the pages' own workers by one module. @param {string} module */
const pageWorkers = (module) =>
  Object.fromEntries(
    [
      'map/start-umap.js',
      'text/start-segmenter.js',
      'ladder/start-ladder.js',
      'polysemy/start-polysemy.js',
      'transfer/start-reviews.js',
    ].map((place) => [place, module]),
  );

/** Builds the API and the elements for browsers. */
const forBrowsers = () =>
  common({
    input: {
      index: `${sources}api/index.js`,
      elements: `${sources}embed/elements.js`,
      classes: `${sources}embed/classes.js`,
    },
    outDir: out,
    plugins: [
      instead({
        'api/engine-places.js': `${sources}package/engine-places.js`,
        ...pageWorkers(`${sources}package/page-workers.js`),
      }),
    ],
  });

/** Builds the API for Node, in process. It uses the wasm files of the browsers' build. */
const forNode = () =>
  common({
    input: { node: `${sources}api/index.js` },
    outDir: out,
    plugins: [
      instead({ 'api/engine-places.js': `${sources}package/node-places.js` }),
      filesBeside(),
    ],
    more: { ssr: true },
    config: { ssr: { noExternal: true, external: ['h5wasm'] } },
    output: { chunkFileNames: 'node-[name].js' },
  });

/** Builds in one file omit the largest corpus; the module for notebooks also omits the digits. */
const insides = {
  'api/engine-places.js': `${sources}package/inside-places.js`,
  ...pageWorkers(`${sources}package/inside-page-workers.js`),
  'demos/presets.js': `${sources}package/inside-presets.js`,
  'demos/figure.js': `${sources}package/inside-without-figures.js`,
  'corpora/state-of-the-union.js': `${sources}package/inside-without.js`,
};
const inside = [instead(insides)];
const insideSmall = [
  instead({ ...insides, 'corpora/digits.js': `${sources}package/inside-without.js` }),
];

/** Builds the module for notebooks, in one file. */
const widget = () =>
  alone('widget', 'embed/widget.js', { plugins: insideSmall, outDir: out, alias: LARGE });

/** Builds the page for lessons without a network, in one file. */
async function page() {
  const more = { assetsInlineLimit: Number.POSITIVE_INFINITY };
  await alone('offline', 'embed/offline.js', { plugins: inside, more, alias: LARGE });
  const script = readFileSync(`${parts}offline.js`, 'utf8');
  const html = readFileSync(`${HERE}offline.html`, 'utf8');
  // A script in HTML ends at the first closing tag, even inside a string.
  const safe = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const icon = readFileSync(`${project}web/public/icon.svg`, 'base64');
  writeFileSync(
    `${out}preformer-offline.html`,
    html
      .replace('./icon.svg', `data:image/svg+xml;base64,${icon}`)
      .replace('/* SCRIPT */', () => safe),
  );
}

rmSync(parts, { recursive: true, force: true });
rmSync(out, { recursive: true, force: true });
mkdirSync(parts, { recursive: true });
await workers();
await forBrowsers();
await forNode();
await widget();
await page();
execFileSync(process.execPath, [`${project}node_modules/typescript/bin/tsc`, '-p', HERE], {
  stdio: 'inherit',
});
// The API's types name the worker's; those written by hand are not emitted.
for (const name of ['methods', 'types', 'types-of-lines', 'wasm', 'wasm-files', 'wasm-inside']) {
  cpSync(`${sources}worker/${name}.d.ts`, `${out}types/src/worker/${name}.d.ts`);
}
for (const name of ['LICENSE', 'CHANGELOG.md']) cpSync(project + name, out + name);
for (const name of ['README.md', 'classes.d.ts', 'react.d.ts', 'react.js', 'widget.d.ts'])
  cpSync(HERE + name, out + name);
writeFileSync(out + NOTICES, noticesText());
writeFileSync(`${out}package.json`, `${JSON.stringify(manifest(repositoryAddress()), null, 2)}\n`);

// The site offers the elements to pages on other sites, and the page in one file for download.
const site = `${project}build/site/`;
const shared = [...readdirSync(out)].filter((name) =>
  /\.(js|mjs|wasm)$|^(chunks|prepared)$/.test(name),
);
for (const name of shared.filter((one) => !one.startsWith('node'))) {
  cpSync(out + name, `${site}lib/${name}`, { recursive: true });
}
cpSync(`${out}widget.js`, `${site}lib/widget.mjs`);
cpSync(`${out}preformer-offline.html`, `${site}preformer-offline.html`);

// `npx preformer`: the command line, and the site that it serves.
packCommandLine(project, out);
packSite(site, out);
