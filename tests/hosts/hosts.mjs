/**
 * The hosts in which the package is tried: what is installed beside it, their files, how each is built
 * and served. All of them show the same page (check.js).
 */

/**
 * @typedef {object} Host
 * @property {string[]} needs packages with their versions
 * @property {Record<string, string>} files
 * @property {string[][]} [build] commands of node_modules/.bin
 * @property {string} [serves] the folder with the built site
 * @property {(port: number) => string[]} [server] a command that serves it instead
 * @property {string} [page] address of the page on the server
 * @property {boolean} [types] whether the build checks types
 * @property {string} [fails] what is known not to work
 */

const body = `<preformer-demo heading="Kings" start="click"></preformer-demo>
<preformer-transfer></preformer-transfer>`;
const html = (/** @type {string} */ script) => `<!doctype html><html lang="en"><head>
<meta charset="utf-8"><title>host</title></head><body>${body}${script}</body></html>`;
const main = `import { check } from './check.js';
Object.assign(globalThis, { check });`;
const module = '<script type="module" src="./main.js"></script>';

/** Vite before 8 copies the package for its dev server, without the files beside it. */
const excluded = `export default { base: './', optimizeDeps: { exclude: ['preformer'] } };`;

/** @param {string} version @param {boolean} dev @returns {Host} */
const vite = (version, dev) => ({
  needs: [`vite@${version}`],
  files: {
    'index.html': html(module),
    'main.js': main,
    'vite.config.js': version === '8' ? `export default { base: './' };` : excluded,
  },
  ...(dev
    ? { server: (port) => ['vite', '--port', String(port), '--strictPort'] }
    : { build: [['vite', 'build']], serves: 'dist' }),
});

/** @param {string[]} flags @returns {Host} */
const next = (flags) => ({
  needs: [
    'next@16',
    'react@19',
    'react-dom@19',
    'typescript@5',
    '@types/react@19',
    '@types/node@20',
  ],
  files: {
    'app/layout.tsx': `export default function Layout({ children }: { children: React.ReactNode }) {
  return <html lang="en"><body>{children}</body></html>;
}`,
    'app/page.tsx': `'use client';
import { useEffect } from 'react';
import 'preformer/react';
export default function Page() {
  useEffect(() => {
    import('../check.js').then(({ check }) => Object.assign(globalThis, { check }));
  }, []);
  return <><preformer-demo heading="Kings" start="click" /><preformer-transfer /></>;
}`,
    'next.config.mjs': `export default { turbopack: { root: import.meta.dirname } };`,
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        ...{
          target: 'es2022',
          lib: ['dom', 'dom.iterable', 'esnext'],
          allowJs: true,
          strict: true,
        },
        ...{ noEmit: true, module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx' },
        ...{ skipLibCheck: true, isolatedModules: true, esModuleInterop: true, incremental: true },
        ...{ resolveJsonModule: true, plugins: [{ name: 'next' }] },
      },
      include: ['**/*.ts', '**/*.tsx'],
      exclude: ['node_modules'],
    }),
  },
  build: [['next', 'build', ...flags]],
  server: (port) => ['next', 'start', '-p', String(port)],
  types: true,
});

/** @type {Record<string, Host>} */
export const HOSTS = {
  'vite 5': vite('5', false),
  'vite 6': vite('6', false),
  'vite 7': vite('7', false),
  'vite 8': vite('8', false),
  'vite 5 dev': vite('5', true),
  'vite 6 dev': vite('6', true),
  'vite 7 dev': vite('7', true),
  'vite 8 dev': vite('8', true),
  'next turbopack': next([]),
  'next webpack': next(['--webpack']),
  astro: {
    needs: ['astro@5'],
    files: {
      'src/pages/index.astro': `---
import { train } from 'preformer'; // trains while the site is built
const model = await train({ corpus: 'a b c a b c', vectorSize: 4, epochs: 1 });
const hash = await model.weightsHash();
await model.close();
---
${html(`<p id="built">{hash}</p><script>import { check } from '../../check.js'; Object.assign(globalThis, { check });</script>`)}`,
      'astro.config.mjs': `export default { vite: { optimizeDeps: { exclude: ['preformer'] } } };`,
    },
    build: [['astro', 'build']],
    serves: 'dist',
  },
  sveltekit: {
    needs: [
      ...['@sveltejs/kit@2', 'svelte@5', '@sveltejs/vite-plugin-svelte@6'],
      ...['vite@7', '@sveltejs/adapter-static@3'],
    ],
    files: {
      'svelte.config.js': `import adapter from '@sveltejs/adapter-static';
export default { kit: { adapter: adapter() } };`,
      'vite.config.js': `import { sveltekit } from '@sveltejs/kit/vite';
export default { plugins: [sveltekit()], optimizeDeps: { exclude: ['preformer'] } };`,
      'src/app.html': `<!doctype html><html lang="en"><head><meta charset="utf-8">%sveltekit.head%</head><body>%sveltekit.body%</body></html>`,
      'src/routes/+layout.js': `export const prerender = true;`,
      'src/routes/+page.svelte': `<script>
  import { onMount } from 'svelte';
  onMount(async () => Object.assign(globalThis, await import('../../check.js')));
</script>
${body}`,
    },
    build: [['vite', 'build']],
    serves: 'build',
  },
  webpack: {
    needs: ['webpack@5', 'webpack-cli@6'],
    files: {
      'src.html': html('<script src="./main.js"></script>'),
      'main.js': main,
      'webpack.config.mjs': `export default { mode: 'production', entry: './main.js',
  output: { path: import.meta.dirname + '/dist' }, performance: { hints: false } };`,
    },
    build: [['webpack']],
    serves: 'dist',
  },
  esbuild: {
    needs: ['esbuild@0.28'],
    files: { 'src.html': html(module), 'main.js': main },
    build: [['esbuild', 'main.js', '--bundle', '--format=esm', '--splitting', '--outdir=dist']],
    serves: 'dist',
    fails: 'copies no files: State of the Union, digits and reviews need the folder prepared/',
  },
  'plain origin': {
    needs: [],
    files: {
      'index.html': html(
        `<script type="importmap">{"imports":{"preformer":"./node_modules/preformer/index.js","preformer/elements":"./node_modules/preformer/elements.js"}}</script>${module}`,
      ),
      'main.js': main,
    },
    serves: '.',
  },
};

/** What every host does: trains by the API and in a demo, loads what lies beside the package. */
export const CHECK = `import { tokenize, train } from 'preformer';
import 'preformer/elements';

const within = (promise, ms) =>
  Promise.race([promise, new Promise((_, no) => setTimeout(() => no(new Error('took too long')), ms))]);
const event = (element, name) =>
  new Promise((done, fail) => {
    element.addEventListener('preformer-' + name, ({ detail }) => done(detail), { once: true });
    element.addEventListener('preformer-error', ({ detail }) => fail(new Error(detail.message)), { once: true });
  });

const tries = {
  async trains() {
    const model = await train({ corpus: { preset: 'relations-en' }, epochs: 2 });
    const hash = await model.weightsHash();
    await model.close();
    return hash;
  },
  async events() {
    const demo = document.querySelector('preformer-demo');
    demo.scrollIntoView();
    const trained = event(demo, 'trained');
    demo.shadowRoot.querySelector('button').click();
    return (await trained).hash;
  },
  async dark() {
    const demo = document.querySelector('preformer-demo');
    document.body.style.background = '#111';
    document.body.style.color = '#eee';
    demo.theme = 'light';
    demo.removeAttribute('theme');
    return demo.shadowRoot.querySelector('.preformer-frame').dataset.theme === 'dark';
  },
  async transfer() {
    const demo = document.querySelector('preformer-transfer');
    demo.scrollIntoView();
    const progress = event(demo, 'progress');
    demo.shadowRoot.querySelector('button').click();
    return (await progress).progress >= 0;
  },
  async sotu() {
    return (await tokenize({ preset: 'state-of-the-union' })).tokens;
  },
};

export async function check() {
  const found = {};
  for (const [name, attempt] of Object.entries(tries)) {
    try {
      found[name] = await within(attempt(), 90_000);
    } catch (error) {
      found[name] = 'FAILED: ' + (error?.message ?? error);
    }
  }
  return found;
}
`;
