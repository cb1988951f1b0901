// @ts-nocheck: fakes and wrong values on purpose
import { describe, expect, it, vi } from 'vitest';
import { Recording } from '../../../../web/src/lab/time/recording.js';
import { ownTextFromString } from '../../../../web/src/text/own-text.js';
import { toyText, until } from './fake.js';
import { finished, freshBrowser, longList, open, runs } from './tabs.js';

freshBrowser();

describe('a finished training', () => {
  const SHORT = '#v=1&epochs=2&size=8';

  async function trained(fragment = SHORT) {
    const tab = await open(fragment);
    await tab.session.train();
    await finished(tab);
    await until(async () => (await runs(tab)).some(({ about }) => about.report.finished));
    return tab;
  }

  it('is there again after a reload: weights, loss and curve', async () => {
    const first = await trained();
    const { hash, report, run } = first.session.current;
    await first.kill();
    const { session, trainings } = await open(SHORT);
    const slot = session.current;
    expect(slot.hash).toBe(hash);
    expect(slot.report).toEqual(report);
    expect(slot.run.points).toEqual(run.points);
    expect(session.runs).toHaveLength(1);
    expect(slot).toMatchObject({ phase: 'settled', finished: true, stale: false });
    expect(session.settled).toBe(true); // a link with its hash does not train it once more
    expect(trainings.note).toBe(null);
    await session.train(); // from the start
    expect(slot.hash).toBe(hash);
    expect(slot.report.finished).toBe(true);
  });

  it('of another tab of the story is there when the reader goes there', async () => {
    const first = await trained();
    const { hash } = first.session.current;
    await first.kill();
    const { session, store } = await open('#v=1&epochs=2&size=8&model=cbow');
    expect(session.current.trained).toBe(false);
    store.set({ model: 'skip-gram' });
    await until(() => session.current.trained);
    expect(session.current.hash).toBe(hash);
  });

  it('that was reset stays reset', async () => {
    const first = await trained();
    await first.session.reset();
    await first.kill(); // at once
    const { session } = await open(SHORT);
    expect(session.current.trained).toBe(false);
  });

  it('of other settings stays, and does not take the place of these', async () => {
    const first = await trained();
    const { hash } = first.session.current;
    first.store.set({ epochs: 1 });
    await first.session.train();
    await until(async () => (await runs(first)).length === 2);
    await first.kill();
    expect((await open('#v=1&epochs=3&size=8')).session.current.trained).toBe(false);
    expect((await open(SHORT)).session.current.hash).toBe(hash);
  });

  it('of vectors from a file, or of an own text without a link, is offered', async () => {
    const first = await open(SHORT);
    await first.session.useText({
      text: ownTextFromString('castle.txt', `${toyText(100)}\n${longList()}`),
    });
    await first.session.train();
    const hash = await finished(first);
    await until(async () => (await runs(first)).length);
    await first.kill();
    const tab = await open(SHORT);
    expect(tab.session.current.trained).toBe(false);
    await tab.trainings.offer();
    expect(tab.trainings.note.kind).toBe('offer');
    await tab.trainings.resume(tab.trainings.note.entry);
    expect(tab.session.current.hash).toBe(hash);
  });

  it('that another tab shows is not taken', async () => {
    const first = await trained();
    const second = await open(SHORT);
    expect(second.session.current.trained).toBe(false);
    await second.session.train();
    await until(async () => (await runs(first)).length === 2);
    await second.session.reset();
    await until(async () => (await runs(first)).length === 1);
    await Promise.all([first.kill(), second.kill()]);
    expect((await open(SHORT)).session.current.trained).toBe(true);
  });

  it('is dropped when there are many; the latest stay', async () => {
    for (let i = 0; i < 14; i++) {
      const tab = await open(`#v=1&epochs=1&size=8&seed=${i}`);
      await tab.session.train();
      await until(async () => (await runs(tab)).some(({ about }) => about.settings.seed === i));
      await tab.kill();
    }
    const tab = await open('#v=1&epochs=1&size=8&seed=20');
    await tab.session.train();
    await until(async () => (await runs(tab)).length === 12);
    const seeds = (await runs(tab)).map(({ about }) => about.settings.seed);
    expect(seeds).not.toContain(0);
    expect(seeds).toContain(13);
  });
});

describe('the recorded moments of a training', () => {
  /** As the slider records them, here with small bytes. */
  async function recorded(tab) {
    const { session } = tab;
    await session.train();
    await finished(tab);
    const end = session.current.report.step;
    const recording = new Recording(end);
    for (let i = 0; i <= 10; i++) {
      recording.add({ step: Math.round((end * i) / 10), bytes: new Uint8Array([i]) });
    }
    session.current.recording = recording;
    session.changed();
    return recording;
  }
  const stored = async (tab) =>
    Object.keys((await runs(tab))[0]?.parts ?? {}).filter((part) => part.startsWith('moment-'));

  it('are kept with it, and are there after a reload', async () => {
    const tab = await open();
    const recording = await recorded(tab);
    await until(async () => (await stored(tab)).length === 11);
    await tab.kill();
    const again = await open();
    expect(again.session.current.recording.moments).toEqual(recording.moments);
    await again.session.reset();
    expect(again.session.current.recording).toBe(null);
  });

  it('are left out where they do not fit; the training is kept, and no other is deleted', async () => {
    const first = await open('#v=1&epochs=1&size=9');
    await first.session.train();
    await until(async () => (await runs(first)).length);
    await first.kill();
    const tab = await open();
    const put = tab.shelf.put.bind(tab.shelf);
    let refused = 0;
    vi.spyOn(tab.shelf, 'put').mockImplementation(async (entry, bytes) => {
      if (Object.keys(bytes).some((part) => part.startsWith('moment-'))) {
        refused += 1;
        throw Object.assign(new Error('full'), { code: 'StorageFull' });
      }
      return put(entry, bytes);
    });
    await recorded(tab);
    await until(() => refused);
    await until(async () => (await runs(tab)).length === 2);
    expect(await stored(tab)).toEqual([]);
    expect(tab.trainings.note).toBe(null);
    await tab.kill();
    const again = await open();
    expect(again.session.current).toMatchObject({ recording: null, finished: true });
  });
});
