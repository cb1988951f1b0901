/** "Check this site": a host that does everything, and one with planted faults. */
import { test as plain } from '@playwright/test';
import { sweep } from './support/axe.js';
import { expect, siteUrl, test } from './support/lab.js';
import { project } from './support/servers.js';
import { serveFolder } from './support/static.js';

test.use({ serviceWorkers: 'allow' });

const state = (/** @type {import('@playwright/test').Page} */ page, /** @type {string} */ id) =>
  page.locator(`#${id}`);

test('a good host: everything works, and the report can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(siteUrl('check.html'));
  await expect(page.locator('#copy')).toBeVisible({ timeout: 60_000 });
  for (const id of ['place', 'files', 'policy', 'training', 'offline', 'storage', 'isolation']) {
    await expect(state(page, id), id).toHaveAttribute('data-state', 'good');
  }
  await expect(state(page, 'threads')).toContainText('with 2 threads');
  await sweep(page, 'check this site');
  await page.locator('#copy').click();
  await expect(page.locator('#summary')).toHaveText('Copied');
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('Threads: works. A model was trained with 2 threads.');
});

// On a page of its own: errors are what is planted.
plain('planted faults are named, with their cures', async ({ page }) => {
  const policy = "script-src 'self'; worker-src 'self'";
  const server = await serveFolder(project('build/site'), {
    headers: { 'Content-Security-Policy': policy },
    types: { '.mjs': 'text/plain' },
    lost: /assets\/legend-.*\.js$/,
  });
  await page.goto(`${server.url}check.zh.html`);
  await expect(page.locator('#copy')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('#summary')).toContainText('不能用');
  await expect(state(page, 'files')).toContainText('lib/widget.mjs 的类型是 text/plain');
  await expect(state(page, 'policy')).toContainText("'wasm-unsafe-eval'");
  await expect(state(page, 'policy')).toContainText('worker-src blob:');
  await expect(state(page, 'training')).toHaveAttribute('data-state', 'bad');
  await expect(state(page, 'offline')).toContainText(/找不到 assets\/legend-\S+\.js/);
  await expect(state(page, 'isolation')).toContainText('Cross-Origin-Opener-Policy: same-origin');
  await expect(state(page, 'compression')).toHaveAttribute('data-state', 'less');
  await server.close();
});
