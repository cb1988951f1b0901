// A training in the Lab of the built page, in Chromium: messages across the worker's border per map
// frame, how often the map changes, and which tasks hold the main thread meanwhile.
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { chromiumOptions } from '../e2e/engines/chromium.js';
import { project } from '../e2e/support/servers.js';
import { median } from './command.mjs';

const FRAMES = 100;

/** Runs that last longer than 100 frames of the map. */
const RUNS = [
  {
    name: 'relations, Skip-gram',
    link: '#v=1&corpus=relations-en&model=skip-gram&epochs=200&window=10&negative=20',
  },
  {
    name: 'State of the Union, Skip-gram',
    link: '#v=1&corpus=state-of-the-union&model=skip-gram&epochs=20',
  },
];

/** Counts messages and long tasks; runs in the page before anything else. */
function watch() {
  const seen = { sent: 0, received: 0, longTasks: [] };
  window.benchSeen = seen;
  const count = (target) => target.addEventListener('message', () => seen.received++);
  for (const kind of [Worker, MessagePort]) {
    const { postMessage } = kind.prototype;
    kind.prototype.postMessage = function (...args) {
      seen.sent++;
      return postMessage.apply(this, args);
    };
  }
  window.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      count(this);
    }
  };
  window.MessageChannel = class extends MessageChannel {
    constructor() {
      super();
      count(this.port1);
      count(this.port2);
    }
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
  }).observe({ type: 'longtask' });
}

/** From pressing Train until the map has changed so often; runs in the page. */
async function train(frames) {
  const { benchSeen: seen } = window;
  const map = document.querySelector('embedding-map');
  const before = { ...seen, longTasks: seen.longTasks.length };
  let { positions } = map;
  const start = performance.now();
  const changes = [];
  const shown = [];
  const button = document.querySelector('#train');
  button.click();
  const running = () => shown.length < 60 || button.dataset.state === 'pause';
  while (changes.length <= frames && running()) {
    const now = await new Promise(requestAnimationFrame);
    shown.push(now);
    if (map.positions === positions) continue;
    positions = map.positions;
    changes.push(now);
  }
  if (changes.length <= frames) throw new Error(`the run ended after ${changes.length} frames`);
  const gaps = (times) => times.slice(1).map((at, i) => at - times[i]);
  return {
    seconds: (performance.now() - start) / 1000,
    sent: seen.sent - before.sent,
    received: seen.received - before.received,
    mapGaps: gaps(changes),
    frameGaps: gaps(shown),
    longTasks: seen.longTasks.slice(before.longTasks),
    progress: Number(document.querySelector('#progress')?.getAttribute('aria-valuenow')),
  };
}

/** @param {import('@playwright/test').Browser} browser @param {string} url */
async function one(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  await page.addInitScript(watch);
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('embedding-map')?.positions);
  await page.waitForFunction(() => document.querySelector('#train')?.disabled === false);
  await page.waitForTimeout(1000);
  const { mapGaps, frameGaps, longTasks, ...counts } = await page.evaluate(train, FRAMES);
  await context.close();
  return {
    ...counts,
    messages: counts.sent + counts.received,
    mapMs: median(mapGaps),
    frameMs: median(frameGaps),
    longestFrameMs: Math.max(...frameGaps),
    longTasks: longTasks.length,
    longestTaskMs: Math.max(0, ...longTasks),
  };
}

/** @param {string} site a folder */
const serve = (site) =>
  preview({
    configFile: project('vite.config.js'),
    logLevel: 'error',
    build: { outDir: project(site) },
    preview: { port: 0, host: '127.0.0.1' },
  });

/** The middle of each figure. @param {Record<string, number>[]} found by round */
const middle = (found) =>
  Object.fromEntries(
    Object.keys(found[0]).map((name) => [name, median(found.map((result) => result[name]))]),
  );

/**
 * The sites take turns: another program on the machine slows all of them.
 * @param {{rounds: number, sites: string[], say: (what: string, round: number) => void}} run
 */
export async function benchMessages({ rounds, sites, say }) {
  const servers = await Promise.all(sites.map(serve));
  const browser = await chromium.launch(chromiumOptions);
  try {
    const runs = [];
    for (const { name, link } of RUNS) {
      const found = sites.map(() => []);
      for (let round = 1; round <= rounds; round++) {
        for (const [i, server] of servers.entries()) {
          say(`${name}, ${sites[i]}`, round);
          found[i].push(await one(browser, server.resolvedUrls.local[0] + link));
        }
      }
      for (const [i, site] of sites.entries()) runs.push({ name, site, ...middle(found[i]) });
    }
    return { rounds, frames: FRAMES, runs };
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
  }
}
