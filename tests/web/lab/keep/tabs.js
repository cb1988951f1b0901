// @ts-nocheck: fakes
/** Tabs of one browser on the real engine, which train, die and come back. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { FakeLocks, openTab, until } from './fake.js';

let number = 0;
/** The browser of the present test. */
export let where;
let tabs;

/** Each test has its own browser. The first one of a file has the database's real name. */
export function freshBrowser() {
  beforeEach(() => {
    where = { database: number++ ? `trainings-${number}` : 'preformer', locks: new FakeLocks() };
    tabs = [];
  });
  afterEach(async () => {
    for (const tab of tabs) await tab.kill();
    vi.restoreAllMocks();
  });
}

export const LONG = '#v=1&epochs=20&size=8';

/** Forty seconds, whatever the machine: long enough to be cut off in the middle. */
export const slowly = (fragment = LONG) => `${fragment}&speed=slow`;

export async function open(fragment = LONG, more = {}) {
  const tab = await openTab({ ...where, fragment, ...more });
  tabs.push(tab);
  return tab;
}

export const runs = (tab) => tab.shelf.list(['run']);

/** Trains until a checkpoint is kept, then the tab dies. */
export async function dieInMidTraining(tab) {
  tab.session.train().catch(() => {});
  const kept = ({ about }) => about.settings.model === tab.session.current.kind;
  const run = await until(async () => (await runs(tab)).find(kept));
  const { report } = tab.session.current;
  expect(report.finished, JSON.stringify(report)).toBe(false);
  await tab.kill();
  return run;
}

export const finished = async ({ session }) => {
  await until(() => session.current.report?.finished && !session.current.running);
  return until(() => session.current.hash);
};

/** The hash of a run that nothing disturbs. */
export async function unbroken(fragment) {
  const tab = await open(fragment, { database: 'elsewhere' });
  await tab.session.train();
  return finished(tab);
}

/** Words that do not compress into a link. */
export function longList() {
  let state = 1;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state.toString(36);
  };
  return Array.from({ length: 12_000 }, (_, i) => next() + (i % 8 ? ' ' : '\n')).join('');
}
