// The Lab of the built page in Chromium: which files it fetches and when, how soon it can be used, whether
// wasm is compiled during the download, and the main-thread tasks while the largest preset trains.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../e2e/engines/chromium.js';
import { serve } from '../e2e/support/servers.js';
import { median } from './command.mjs';

const SITE = 'vite.config.js';
const SLOWER = 4; // like a phone's processor
const TRAIN_SECONDS = 60;
const LONG_MS = 50;
const LARGEST = '#v=1&corpus=state-of-the-union&model=skip-gram&epochs=20';

const kindOf = (path) => {
  const end = path.split('.').at(-1);
  return ['js', 'css', 'wasm', 'gz', 'html', 'svg'].includes(end) ? end : 'html';
};

/**
 * Records all requests of the page and their responses.
 * @param {import('@playwright/test').Page} page
 */
function watchFiles(page) {
  const files = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (!response.url().startsWith('http')) return;
    files.push({ path, type: response.headers()['content-type'] ?? '', at: performance.now() });
  });
  return files;
}

/** Sizes after gzip -9, by kind of file. @param {{path: string}[]} files */
function weigh(files) {
  /** @type {Record<string, {files: number, bytes: number}>} */
  const sums = {};
  for (const path of new Set(files.map((file) => file.path))) {
    const bytes = readFileSync(`build/site${path.endsWith('/') ? `${path}index.html` : path}`);
    const kind = kindOf(path);
    sums[kind] ??= { files: 0, bytes: 0 };
    const sum = sums[kind];
    sum.files += 1;
    sum.bytes += kind === 'gz' ? bytes.length : gzipSync(bytes, { level: 9 }).length;
  }
  return sums;
}

/** Records long tasks; runs in the page before any other script. */
function watchTasks() {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      window.longTasks.push({ at: startTime, ms: duration });
    }
  }).observe({ type: 'longtask', buffered: true });
}

/** When Train can be pressed, ms after navigation. */
const untilReady = (page) =>
  page
    .waitForFunction(() => {
      const button = document.querySelector('#train');
      return button && !button.disabled ? performance.now() : false;
    })
    .then((handle) => handle.jsonValue());

/** @param {import('@playwright/test').Browser} browser @param {string} url */
async function loading(browser, url, slower) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.addInitScript(watchTasks);
  const files = watchFiles(page);
  await page.goto(url);
  const ready = await untilReady(page);
  await page.waitForLoadState('networkidle');
  const before = [...files];
  const seen = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    blocked: window.longTasks.reduce((sum, { ms }) => sum + ms - 50, 0),
    preloads: document.querySelectorAll('link[rel=modulepreload]').length,
  }));
  await page.click('#train');
  const pressed = performance.now();
  await page.waitForFunction(
    () => Number(document.querySelector('#progress')?.getAttribute('aria-valuenow')) > 0,
  );
  const first = performance.now() - pressed;
  await page.waitForLoadState('networkidle');
  const after = files.filter((file) => !before.some(({ path }) => path === file.path));
  await context.close();
  return { ready, first, ...seen, before, after };
}

const shown = (event) => {
  const { functionName, url } = event.args?.data ?? {};
  const where = [functionName, url?.split('/').at(-1)].filter(Boolean).join(' ');
  return `${event.name}${where ? ` (${where})` : ''} ${Math.round(event.tdur / 1000)} ms`;
};

/**
 * The main-thread tasks of a trace. `cpu` is the processor time of a task; on a busy machine `ms`,
 * the time from its beginning to its end, includes the time of other programs.
 */
function tasksOf(events) {
  const main = events.find((e) => e.name === 'thread_name' && e.args?.name === 'CrRendererMain');
  const own = events.filter((e) => e.ph === 'X' && e.tid === main?.tid && e.pid === main?.pid);
  const isTask = ({ name }) => name.endsWith('RunTask');
  const tasks = own
    .filter((e) => isTask(e) && e.dur > 5000)
    .map((task) => ({ ...task, ms: task.dur / 1000, cpu: task.tdur / 1000 }));
  const longest = tasks.toSorted((a, b) => b.cpu - a.cpu)[0];
  const inside = own
    .filter((e) => !isTask(e) && e.ts >= longest?.ts && e.ts + e.dur <= longest.ts + longest.dur)
    .sort((a, b) => b.tdur - a.tdur);
  return {
    over: tasks.filter(({ ms }) => ms > LONG_MS).length,
    overCpu: tasks.filter(({ cpu }) => cpu > LONG_MS).length,
    longestMs: Math.max(0, ...tasks.map(({ ms }) => ms)),
    longestCpuMs: longest?.cpu ?? 0,
    longestDid: inside.slice(0, 4).map(shown),
  };
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'blink.user_timing', 'v8.execute'];

/** @param {import('@playwright/test').Browser} browser @param {string} url */
async function training(browser, url, say) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  await page.goto(url + LARGEST);
  await untilReady(page);
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.evaluate(() => {
    window.frames_ = [];
    const tick = (at) => {
      window.frames_.push(at);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await page.click('#train');
  for (let second = 0; second < TRAIN_SECONDS; second += 10) {
    say(`training the State of the Union, second ${second} of ${TRAIN_SECONDS}`, 0);
    await page.waitForTimeout(10_000);
  }
  const seen = await page.evaluate(() => ({
    frames: window.frames_,
    progress: document.querySelector('#progress-text')?.textContent?.trim() ?? '',
  }));
  const trace = JSON.parse((await browser.stopTracing()).toString());
  await context.close();
  const gaps = seen.frames.slice(1).map((at, i) => at - seen.frames[i]);
  return {
    seconds: TRAIN_SECONDS,
    progress: seen.progress,
    ...tasksOf(trace.traceEvents ?? trace),
    frameMs: median(gaps),
    longestFrameMs: Math.max(...gaps),
  };
}

/** Whether the site compiles wasm during the download, and the content type of the server. */
function compiling(files) {
  const scripts = files.filter(({ path }) => path.endsWith('.js'));
  const streaming = scripts.some(({ path }) =>
    readFileSync(`build/site${path}`, 'utf8').includes('instantiateStreaming'),
  );
  const wasm = files.find(({ path }) => path.endsWith('.wasm'));
  return { streaming, wasmType: wasm?.type ?? 'not fetched' };
}

/** @param {{rounds: number, say: (what: string, round: number) => void}} run */
export async function benchPage({ rounds, say }) {
  const server = await serve(SITE);
  const lab = `${server.url}lab.html`;
  const browser = await chromium.launch(chromiumOptions);
  try {
    const loads = { 1: [], [SLOWER]: [] };
    for (let round = 1; round <= rounds; round++) {
      for (const slower of [1, SLOWER]) {
        say(`loading, processor ${slower} times slower`, round);
        loads[slower].push(await loading(browser, lab, slower));
      }
    }
    const [one] = loads[1];
    const times = Object.entries(loads).map(([slower, found]) => ({
      slower: Number(slower),
      ...Object.fromEntries(
        ['paint', 'ready', 'first', 'blocked'].map((name) => [
          name,
          median(found.map((load) => load[name])),
        ]),
      ),
    }));
    return {
      rounds,
      times,
      before: weigh(one.before),
      after: weigh(one.after),
      preloads: one.preloads,
      ...compiling([...one.before, ...one.after]),
      training: await training(browser, lab, say),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}
