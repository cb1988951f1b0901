#!/usr/bin/env node
/**
 * Pictures of the pages for looking at, in build/screenshots: desktop and phone, both themes and
 * languages, before, while and after training; contrast themes, paper, enlarged pages and type.
 *
 *   node tests/e2e/screenshots.mjs [PATTERN]    only those whose name contains PATTERN
 */
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumOptions } from './engines/chromium.js';
import { Lab } from './support/lab.js';
import { Polysemy } from './support/polysemy.js';
import { project, serve } from './support/servers.js';
import { Transfer } from './support/transfer.js';

const folder = project('build/screenshots');
const pattern = process.argv[2] ?? '';
const sizes = { desktop: { width: 1360, height: 900 }, phone: { width: 390, height: 844 } };

mkdirSync(folder, { recursive: true });
const server = await serve('vite.config.js');
process.env.PREFORMER_SITE = server.url;
const browser = await chromium.launch(chromiumOptions);

/** @param {Lab} lab @param {string} name @param {boolean} [fullPage] */
async function picture(lab, name, fullPage = false) {
  await lab.page.screenshot({ path: `${folder}/${name}.png`, fullPage });
  console.log(`build/screenshots/${name}.png`);
}

/** What is worth seeing of one combination, in order. @param {Lab} lab @param {string} name */
async function series(lab, name) {
  await picture(lab, `${name}-1-before`);
  await lab.train.click();
  await lab.finished();
  await lab.page.waitForTimeout(600); // the map comes to rest
  await picture(lab, `${name}-2-after`);
  await picture(lab, `${name}-3-whole`, true);
  await lab.page.locator('#view input[value=analogy]').check();
  await lab.page.waitForTimeout(600);
  await picture(lab, `${name}-4-analogy`);
  await lab.ask('nearest', 'qeen');
  await lab.page.locator('#vectorSize-value').fill('-1');
  await lab.page.locator('#vectorSize-value').press('Enter');
  await lab.page.locator('#more-parameters summary').click();
  await lab.page.locator('#cut summary').click();
  await lab.page.waitForTimeout(300);
  await picture(lab, `${name}-5-unfolded`, true);
  await lab.openDialog();
  await lab.page
    .locator('#text-box')
    .fill('今天天气很好。我们去公园散步。公园里有很多花。'.repeat(10));
  await lab.dialog.locator('.token').first().waitFor();
  await picture(lab, `${name}-6-own-text`);
  await lab.page.locator('#text-cancel').click();
  await lab.page.evaluate(() => window.scrollTo(0, 0));
  await lab.story('one-hot').click();
  await lab.page.locator('#one-hot-word').waitFor();
  await lab.page.waitForTimeout(300);
  await picture(lab, `${name}-7-one-hot`);
  await lab.story('cbow').click();
  await lab.page.waitForTimeout(300);
  await picture(lab, `${name}-8-cbow`);
  for (const model of /** @type {const} */ (['nnlm', 'elmo'])) {
    const number = { nnlm: 9, elmo: 10 }[model];
    await lab.story(model).click();
    await lab.page.waitForTimeout(800);
    await picture(lab, `${name}-${number}-${model}-before`);
    await lab.train.click();
    await lab.page.waitForTimeout(1500);
    await picture(lab, `${name}-${number}-${model}-training`);
    await lab.finished();
    await lab.page.waitForTimeout(2500); // n-grams are counted, words come to rest
    await picture(lab, `${name}-${number}-${model}-after`, true);
  }
}

/** The ladder, before and after; then every question. @param {import('@playwright/test').Page} page @param {string} name */
async function ladderSeries(page, name) {
  const shot = async (/** @type {string} */ what, fullPage = false) => {
    await page.screenshot({ path: `${folder}/${name}-${what}.png`, fullPage });
    console.log(`build/screenshots/${name}-${what}.png`);
  };
  await page.locator('.rung[data-rung=one-hot][data-state=done]').waitFor();
  await shot('1-before');
  await page.locator('#train').click();
  await page.locator('#train[data-state=again]').waitFor({ timeout: 120_000 });
  for (const [i, question] of ['similar', 'analogy', 'next', 'blank', 'senses'].entries()) {
    await page.locator(`#question input[value=${question}]`).check({ force: true });
    await page.waitForTimeout(300);
    await shot(`${i + 2}-${question}`, true);
  }
}

for (const [size, viewport] of Object.entries(sizes)) {
  for (const language of ['en', 'zh']) {
    for (const theme of ['light', 'dark']) {
      const name = `ladder-${language}-${theme}-${size}`;
      if (!name.includes(pattern)) continue;
      const page = await browser.newPage({ viewport, isMobile: size === 'phone' });
      await page.goto(`${server.url}ladder.html#v=1&lang=${language}&theme=${theme}`);
      await ladderSeries(page, name);
      await page.close();
    }
  }
}

for (const [size, viewport] of Object.entries(sizes)) {
  for (const language of ['en', 'zh']) {
    for (const theme of ['light', 'dark']) {
      const name = `lab-${language}-${theme}-${size}`;
      if (!name.includes(pattern)) continue;
      const locale = { en: 'en-GB', zh: 'zh-CN' }[language];
      const page = await browser.newPage({ viewport, locale, isMobile: size === 'phone' });
      const lab = new Lab(page);
      await lab.open(`#v=1&lang=${language}&theme=${theme}`);
      await series(lab, name);
      await page.close();
    }
  }
}
/** The polysemy lab before, while and after its clouds part. @param {Polysemy} senses @param {string} name */
async function parting(senses, name) {
  await picture(senses, `${name}-1-before`);
  await senses.train.click();
  await senses.page.waitForTimeout(2500);
  await picture(senses, `${name}-2-training`);
  await senses.finished();
  await senses.page.locator('#example').click();
  await senses.neighbours.first().waitFor();
  await senses.page.waitForTimeout(900);
  await picture(senses, `${name}-3-after`, true);
  for (const layer of ['0', 'mix']) {
    await senses.layer(layer);
    await senses.page.waitForTimeout(900);
    await picture(senses, `${name}-4-layer-${layer}`);
  }
}

for (const [size, viewport] of Object.entries(sizes)) {
  for (const [language, theme] of /** @type {const} */ ([
    ['en', 'light'],
    ['zh', 'dark'],
  ])) {
    const name = `polysemy-${language}-${theme}-${size}`;
    if (!name.includes(pattern)) continue;
    const page = await browser.newPage({ viewport, isMobile: size === 'phone' });
    const senses = new Polysemy(page);
    await senses.open(`#v=1&lang=${language}&theme=${theme}`);
    await parting(senses, name);
    await page.close();
  }
}

/** The transfer page: A trained, B trained, the four ways compared. @param {Transfer} transfer @param {string} name */
async function lending(transfer, name) {
  const shot = async (/** @type {string} */ what, fullPage = false) => {
    await transfer.page.screenshot({ path: `${folder}/${name}-${what}.png`, fullPage });
    console.log(`build/screenshots/${name}-${what}.png`);
  };
  await shot('1-before');
  await transfer.trainA();
  if (name.includes('images')) await transfer.draw('5');
  else await transfer.page.locator('#example').click();
  await transfer.trainB();
  await shot('2-trained', true);
  await transfer.compare.click();
  await transfer.page.locator('#compare[data-state=again]').waitFor({ timeout: 240_000 });
  await shot('3-compared', true);
}

for (const [size, viewport] of Object.entries(sizes)) {
  for (const chapter of ['images', 'text']) {
    for (const [language, theme] of /** @type {const} */ ([
      ['en', 'light'],
      ['zh', 'dark'],
    ])) {
      const name = `transfer-${chapter}-${language}-${theme}-${size}`;
      if (!name.includes(pattern)) continue;
      const page = await browser.newPage({ viewport, isMobile: size === 'phone' });
      const transfer = new Transfer(page);
      await transfer.open(`#v=1&lang=${language}&theme=${theme}&chapter=${chapter}&seeds=3`);
      await lending(transfer, name);
      await page.close();
    }
  }
}

/** Pages in other media and sizes: [width, font size in per cent, how the medium is emulated]. */
const MEDIA = /** @type {const} */ ({
  contrast: [1360, 100, { forcedColors: 'active', colorScheme: 'dark' }],
  paper: [718, 100, { media: 'print', colorScheme: 'dark' }],
  'zoom-150': [907, 100, {}],
  'type-200': [1360, 200, {}],
});

for (const file of ['index', 'ladder', 'polysemy', 'transfer']) {
  for (const [medium, [width, percent, emulated]] of Object.entries(MEDIA)) {
    for (const language of ['en', 'zh']) {
      const name = `media-${file}-${medium}-${language}`;
      if (!name.includes(pattern)) continue;
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.emulateMedia(emulated);
      await page.goto(`${server.url}${file}.html#v=1&lang=${language}`);
      await page.locator('#build-now').waitFor();
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = `${size}%`;
      }, percent);
      await page.waitForTimeout(1000);
      await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
      console.log(`build/screenshots/${name}.png`);
      await page.close();
    }
  }
}
await browser.close();
await server.close();
