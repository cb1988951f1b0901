/** Demos in Firefox and in WebKit: from another site, and from disk; the weights Chromium gets. */
import { expect, test } from '@playwright/test';
import { engines, until } from './engines/engine.js';
import { article, hostPage, serveSite } from './support/host.js';
import { project } from './support/servers.js';

test.setTimeout(300_000); // a browser that is not the tests' own takes its time to start

const LINK = '#v=1&lang=en&epochs=2';

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
/** @type {Awaited<ReturnType<typeof hostPage>>} */
let host;
/** @type {{element: string, disk: string}} */
let chromium;

test.describe.configure({ mode: 'default' }); // what all compare with is computed once
test.beforeAll(async () => {
  site = await serveSite();
  const link = LINK.replaceAll('&', '&amp;');
  host = await hostPage('browsers', {
    'index.html': article(
      `<preformer-demo link="${link}"></preformer-demo>`,
      `<script type="module" src="${site.url}lib/elements.js"></script>`,
    ),
  });
  chromium = await hashes('Chromium');
  expect(chromium.element).toMatch(/^[0-9a-f]{16}$/);
  expect(chromium.disk).toBe(chromium.element);
});
test.afterAll(async () => {
  await host.close();
  await site.close();
});

/** @param {string} name of the browser */
async function hashes(name) {
  const engine = await engines[name]();
  try {
    await engine.open(host.url);
    const element = await trained(engine);
    await engine.open(`file://${project('build/package/preformer-offline.html')}${LINK}`);
    const disk = await trained(engine);
    return { element, disk };
  } finally {
    await engine.close();
  }
}

/** @param {import('./engines/engine.js').Engine} engine */
async function trained(engine) {
  const begin = () => {
    const demo = /** @type {any} */ (document.querySelector('preformer-demo'));
    if (!demo?.shadowRoot) return false;
    demo.begin();
    return true;
  };
  await until(engine, begin);
  const hash = () => {
    const { running } = /** @type {any} */ (document.querySelector('preformer-demo'));
    const { finished = false, hash: found = '' } = running?.status() ?? {};
    return finished && found;
  };
  return until(engine, hash);
}

for (const name of ['Firefox', 'WebKit']) {
  test(`${name}: an element from another site, and the page from disk`, async () => {
    expect(await hashes(name)).toEqual(chromium);
  });
}
