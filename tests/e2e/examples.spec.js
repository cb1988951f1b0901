/** The examples are real pages: each is built as its reader would build it, opened, and trained. */
import { spawn } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { findings } from './support/axe.js';
import { ALL, freshProject, runOncePerInput } from './support/projects.js';
import { freePort, project } from './support/servers.js';
import { serveFolder } from './support/static.js';

test.setTimeout(400_000); // npm installs whole projects

runOncePerInput(test, ['tests/e2e/examples.spec.js', 'examples', 'build/site/lib']);

/** Presses Start and waits for the end. @param {import('@playwright/test').Locator} demo */
async function trains(demo) {
  await demo.getByRole('button', { name: /Start|开始/ }).click();
  await expect(demo.locator('#train')).toHaveAttribute('data-state', 'again');
  await expect(demo.locator('status-line')).toContainText(/[0-9a-f]{4}…[0-9a-f]{4}/);
}

test('plain HTML', async ({ page }) => {
  const server = await serveFolder(project(''));
  await page.goto(`${server.url}examples/html/`);
  const demo = page.locator('preformer-demo');
  await trains(demo);
  await expect(page.locator('#told')).toContainText(/Trained: [0-9a-f]{16}/);
  await expect(demo.locator('#train')).toHaveCSS('background-color', 'rgb(138, 59, 18)');
  const frame = page.frameLocator('iframe');
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await frame.getByRole('button', { name: 'Start' }).click();
  await expect(frame.locator('#train')).toHaveAttribute('data-state', 'again');
  const chinese = page.locator('preformer-polysemy');
  await expect(chinese.getByRole('button', { name: '开始' })).toBeVisible();
  await expect(chinese.locator('.preformer-frame')).toHaveAttribute('data-theme', 'dark');
  expect(await findings(page)).toEqual([]);
  await server.close();
});

test('a chapter made of figures of the Story', async ({ page }) => {
  const server = await serveFolder(project(''));
  await page.goto(`${server.url}examples/html/chapter.html`);
  await page.locator('[data-guess=palace]').click();
  await expect(page.locator('.answer')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('#said')).toHaveText('palace');
  await expect(page.locator('#rows')).toContainText('0.71');
  const followers = page.locator('preformer-figure').nth(1);
  await followers.scrollIntoViewIfNeeded();
  await expect(followers.locator('table')).toHaveCount(3);
  expect(await findings(page)).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await server.close();
});

test('a figure of one example in a model', async ({ page }) => {
  const server = await serveFolder(project(''));
  await page.goto(`${server.url}examples/html/inside.html`);
  const row = page.locator('#row');
  await expect(row.locator('text.veil')).toHaveText('?');
  await page.getByRole('button', { name: 'Show what comes out' }).click();
  await expect(row.locator('text.veil')).toHaveCount(0);
  const guess = page.locator('#guess');
  await guess.getByRole('button', { name: 'Start' }).click();
  await expect(guess.locator('#train')).toHaveAttribute('data-state', 'again');
  await expect(guess.locator('#drawer-title')).toContainText('h3 = tanh(');
  await guess.locator('#inside-step').click();
  await expect(page.locator('#told')).toHaveText('Step 5 of 7');
  expect(await findings(page)).toEqual([]);
  await server.close();
});

test('Vite', async ({ page }) => {
  const { path, npm } = await freshProject('examples/vite', 'example-vite');
  await npm('run', 'build');
  const server = await serveFolder(`${path}dist`);
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Train' }).click();
  await expect(page.locator('#near li').first()).toContainText('queen');
  await page.getByLabel('Words like').fill('unicorn');
  await page.getByLabel('Words like').press('Enter');
  await expect(page.locator('#near')).toContainText('unicorn');
  expect(await findings(page)).toEqual([]);
  await server.close();
});

test('VitePress', async ({ page }) => {
  const { path, npm } = await freshProject('examples/vitepress', 'example-vitepress');
  await npm('run', 'build');
  const server = await serveFolder(`${path}docs/.vitepress/dist`);
  await page.goto(server.url);
  await trains(page.locator('preformer-demo'));
  await page.locator('html').evaluate((node) => node.classList.add('dark'));
  const frame = page.locator('preformer-demo .preformer-frame');
  await expect(frame).toHaveAttribute('data-theme', 'dark');
  await page.goto(`${server.url}zh/`);
  await trains(page.locator('preformer-demo'));
  await expect(page.locator('preformer-demo #train')).toContainText('重新训练');
  await server.close();
});

test('MDX', async ({ page }) => {
  const { path, npm } = await freshProject('examples/mdx', 'example-mdx');
  await npm('run', 'build');
  const server = await serveFolder(`${path}dist`);
  await page.goto(server.url);
  await trains(page.locator('preformer-demo'));
  await expect(page.getByText(/Trained: [0-9a-f]{16}/)).toBeVisible();
  await expect(
    page.locator('preformer-ladder').getByRole('button', { name: 'Start' }),
  ).toBeVisible();
  await server.close();
});

test.describe('frameworks', () => {
  test.skip(!ALL, 'only in test all: their packages are hundreds of megabytes');

  test('Next.js', async ({ page }) => {
    const { path, npm } = await freshProject('examples/next', 'example-next');
    await npm('run', 'build');
    const port = String(await freePort());
    const server = spawn(`${path}node_modules/.bin/next`, ['start', '-p', port], {
      cwd: path,
      stdio: 'ignore',
    });
    try {
      const address = `http://localhost:${port}/`;
      await expect(async () => expect((await fetch(address)).ok).toBe(true)).toPass();
      await page.goto(address);
      await trains(page.locator('preformer-demo'));
      await expect(page.locator('main > [role=status]')).toHaveText('Nearest to king: queen');
      expect(await findings(page)).toEqual([]);
    } finally {
      server.kill();
    }
  });

  test('Astro', async ({ page }) => {
    const { path, npm } = await freshProject('examples/astro', 'example-astro');
    await npm('run', 'build');
    const server = await serveFolder(`${path}dist`);
    await page.goto(server.url);
    // Trained while the site was built, then again in the page.
    await expect(page.getByText(/a small model was trained \([0-9a-f]{16}\)/)).toContainText(
      'queen',
    );
    await trains(page.locator('preformer-demo'));
    expect(await findings(page)).toEqual([]);
    await server.close();
  });
});

test('anywidget', async ({ page }) => {
  const server = await serveFolder(project(''));
  await page.goto(`${server.url}examples/anywidget/`);
  await trains(page.locator('preformer-demo'));
  await expect(page.locator('#told')).toContainText(/[0-9a-f]{16}/);
  await server.close();
});
