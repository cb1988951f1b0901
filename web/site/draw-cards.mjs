#!/usr/bin/env node
/**
 * Draws the pictures that previews of links show (web/site/cards), one per page and language, from the
 * built site: what the page is called, what it says of itself, and its first figure.
 *
 *   ./build.sh build && node web/site/draw-cards.mjs [FILE…]
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../../tests/e2e/engines/chromium.js';
import { serveFolder } from '../../tests/e2e/support/static.js';
import { cardOf } from './head.js';

const site = fileURLToPath(new URL('../../build/site/', import.meta.url));
const cards = fileURLToPath(new URL('./cards/', import.meta.url));
const UNDRAWN = [
  'embed.html',
  'check.html',
  'check.zh.html',
  'bench.html',
  'bench.zh.html',
  'preformer-offline.html',
];

mkdirSync(cards, { recursive: true });
const server = await serveFolder(site);
const browser = await chromium.launch(chromiumOptions);
// Without scripts a page shows its figures as the build has drawn them.
const context = await browser.newContext({
  javaScriptEnabled: false,
  viewport: { width: 1000, height: 900 },
  colorScheme: 'light',
  deviceScaleFactor: 2,
});
const reader = await context.newPage();
const painter = await browser.newPage({ viewport: { width: 1200, height: 630 } });

/** The first figure of a page, as a picture. @param {string} file */
async function figureOf(file) {
  await reader.goto(server.url + file);
  const figure = reader.locator('.fallback:has(svg), .cover-map svg, main svg[viewBox]:not(.icon)');
  if (!(await figure.count())) return undefined;
  const png = await figure.first().screenshot();
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** @param {string} text */
const safe = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const front = { en: await figureOf('index.html'), zh: await figureOf('index.zh.html') };

/** @param {string} file */
async function draw(file) {
  const language = file.endsWith('.zh.html') ? 'zh' : 'en';
  const figure = (await figureOf(file)) ?? front[language];
  await reader.goto(server.url + file);
  const name = (await reader.title()).replace(/ · Preformer$|^Preformer[:：]\s*/, '');
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const about = await reader.locator('meta[name=description]').getAttribute('content');
  await painter.setContent(`<!doctype html><html lang="${language === 'zh' ? 'zh-Hans' : 'en'}"><style>
    * { box-sizing: border-box; margin: 0 }
    body { width: 1200px; height: 630px; padding: 56px 60px; display: grid; gap: 48px; background: #faf9f6;
      grid-template-columns: 520px 1fr; font-family: system-ui, 'Noto Sans', 'Noto Sans CJK SC', sans-serif;
      color: #1d2327 }
    .text { display: flex; flex-direction: column; gap: 26px }
    b { font-size: 30px; color: #0b6e6e }
    h1 { font-size: ${title.length > (language === 'zh' ? 22 : 60) ? 44 : 54}px; line-height: 1.2; text-wrap: balance;
      word-break: auto-phrase }
    p { font-size: 26px; line-height: 1.45; color: #4a555c; display: -webkit-box; -webkit-line-clamp: 5;
      -webkit-box-orient: vertical; overflow: hidden }
    figure { display: grid; place-items: center; min-height: 0 }
    img { max-width: 100%; max-height: 518px }
  </style><div class="text"><b>Preformer</b><h1>${safe(title)}</h1><p>${safe(about ?? '')}</p></div>
  <figure><img src="${figure}"></figure>`);
  await painter.locator('img').evaluate((image) => /** @type {any} */ (image).decode());
  await painter.screenshot({ path: cards + cardOf(file) });
}

const wanted = process.argv.slice(2);
for (const file of readdirSync(site).filter((name) => name.endsWith('.html'))) {
  if (UNDRAWN.includes(file) || (wanted.length && !wanted.includes(file))) continue;
  await draw(file);
  console.log(`web/site/cards/${cardOf(file)}`);
}
await browser.close();
await server.close();
