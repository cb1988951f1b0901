import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { freshProject, packageAlone, runOncePerInput } from './support/projects.js';
import { project } from './support/servers.js';
import { serveFolder } from './support/static.js';

test.setTimeout(400_000); // npm installs whole projects

test.describe.configure({ mode: 'default' }); // what all compare with is computed once
runOncePerInput(test, ['tests/e2e/package.spec.js', 'tests/e2e/projects']);

/** What Node gets from the same package: every place must give the same. */
const NODE = `
  import { train } from 'preformer';
  import 'preformer/elements'; // where pages are rendered on a server
  const model = await train({ corpus: { preset: 'relations-en' }, epochs: 2, seed: 1 });
  console.log(await model.weightsHash());
  await model.close();
`;
/** @type {string} */
let expected;

test.beforeAll(async () => {
  const alone = await packageAlone();
  const words = ['--input-type=module', '--eval', NODE];
  expected = execFileSync(process.execPath, words, { cwd: alone.path, encoding: 'utf8' }).trim();
  alone.remove();
  expect(expected).toMatch(/^[0-9a-f]{16}$/);
});

/** @param {import('@playwright/test').Page} page @param {string} url */
async function visit(page, url) {
  await page.goto(url);
  const outcome = await page.evaluate(() => /** @type {any} */ (window).outcome);
  expect(outcome).toMatchObject({ hash: expected });
  expect(outcome.nearest).toHaveLength(3);
  expect(outcome.reports).toBeGreaterThan(1);
  // The element, as the bundler left it.
  const trained = page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('preformer-trained', (event) =>
          resolve(/** @type {any} */ (event).detail.hash),
        );
      }),
  );
  await page.getByRole('button', { name: 'Start' }).click();
  expect(await trained).toMatch(/^[0-9a-f]{16}$/);
}

test('installs, builds and trains with Vite', async ({ page }) => {
  const { path, npm } = await freshProject('tests/e2e/projects/vite', 'vite');
  await npm('run', 'build');
  const server = await serveFolder(`${path}dist`);
  await visit(page, server.url);
  expect(server.asked.some((name) => /\/preformer-exact.*\.wasm$/.test(name))).toBe(true);
  await server.close();
});

test("trains from Vite's development server", async ({ page }) => {
  const { path } = await freshProject('tests/e2e/projects/vite', 'vite-dev');
  const { createServer } = await import('vite');
  const server = await createServer({ root: path, configFile: false, server: { port: 0 } });
  await server.listen();
  await visit(page, /** @type {string} */ (server.resolvedUrls?.local[0]));
  await server.close();
});

test('installs, builds and trains with webpack', async ({ page }) => {
  const { path, npm } = await freshProject('tests/e2e/projects/webpack', 'webpack');
  await npm('run', 'build');
  const server = await serveFolder(path);
  await visit(page, server.url);
  await server.close();
});

test('installs, builds and trains with esbuild', async ({ page }) => {
  const { path, npm } = await freshProject('tests/e2e/projects/esbuild', 'esbuild');
  await npm('run', 'build');
  const server = await serveFolder(path);
  await visit(page, server.url); // no file but the bundle: worker and wasm come from within
  await npm('run', 'build-script');
  await visit(page, `${server.url}script.html`); // even where modules have no address
  await server.close();
});

test('has types that a strict project accepts', async () => {
  const { npm } = await freshProject('tests/e2e/projects/types', 'types');
  await npm('run', 'check');
  await expect(npm('run', 'check-wrong')).rejects.toThrow(/vectorsize/);
});

test('carries nothing but itself', () => {
  const files = readdirSync(project('build/package'));
  for (const name of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'index.js']) {
    expect(files).toContain(name);
  }
});

test('runs every build, from its own site and from another', async ({ page }) => {
  const headers = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
  };
  const own = await serveFolder(project('build/package'), { headers });
  const cdn = await serveFolder(project('build/package'), { headers });
  await page.goto(`${own.url}package.json`);
  for (const { url } of [own, cdn]) {
    for (const build of ['exact', 'fast', 'parallel']) {
      const got = await page.evaluate(
        async ([base, wanted]) => {
          const { train } = await import(`${base}index.js`);
          const options = { corpus: { preset: 'relations-en' }, epochs: 2, seed: 1 };
          const model = await train({ ...options, build: wanted });
          const { info } = model;
          const hash = await model.weightsHash();
          await model.close();
          return { build: info.build, reason: info.buildReason, hash };
        },
        [url, build],
      );
      if (got.reason)
        expect(got.reason).toMatch(/core/); // a machine with one
      else expect(got.build).toBe(build);
      if (build === 'exact') expect(got.hash).toBe(expected);
    }
  }
  await own.close();
  await cdn.close();
});
