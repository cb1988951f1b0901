// @ts-nocheck: fakes and wrong values on purpose
import { describe, expect, it, vi } from 'vitest';
import { hasKeptRuns } from '../../../../web/src/keep/unfinished.js';
import { ownTextFromString } from '../../../../web/src/text/own-text.js';
import { presets, toyText, until } from './fake.js';
import {
  dieInMidTraining,
  finished,
  freshBrowser,
  LONG,
  longList,
  open,
  runs,
  slowly,
  unbroken,
  where,
} from './tabs.js';

freshBrowser();

describe('a training that was cut off', () => {
  it('resumes by itself where the page shows the same, and ends with the same hash', async () => {
    expect(await hasKeptRuns()).toBe(false);
    await dieInMidTraining(await open(slowly()));
    expect(await hasKeptRuns()).toBe(true); // the first database has the real name
    const tab = await open();
    expect(tab.session.current.report.step).toBeGreaterThan(0);
    expect(tab.session.current.run.points.length).toBeGreaterThan(0);
    expect(await finished(tab)).toBe(await unbroken(LONG));
    await until(async () => (await runs(tab))[0].about.report.finished);
    await tab.session.reset();
    await until(async () => (await runs(tab)).length === 0);
    expect(await hasKeptRuns()).toBe(false);
  });

  it('says that it was resumed, but not at the very beginning', async () => {
    const first = await open(slowly());
    first.session.train().catch(() => {});
    await until(() => first.session.current.report?.progress > 0.02);
    first.trainings.recorder.hurry();
    await until(async () => (await runs(first))[0]?.about.report.progress > 0.02);
    await first.kill();
    const tab = await open();
    await until(() => tab.trainings.note);
    expect(tab.trainings.note.kind).toBe('resumed');

    const early = await dieInMidTraining(await open(slowly('#v=1&model=cbow&size=8&epochs=20')));
    expect(early.about.report.progress).toBeLessThan(0.005);
    const again = await open('#v=1&model=cbow&size=8&epochs=20');
    expect(again.session.current.report.step).toBeGreaterThan(0);
    expect(again.trainings.note).toBe(null);
  });

  it.each([
    ['nnlm', '#v=1&model=nnlm&epochs=6&size=8&hidden=8'],
    ['elmo', '#v=1&model=elmo&epochs=30&size=8&cells=8&layers=1'],
  ])('of an %s, held-out text and optimiser included', async (_, fragment) => {
    await dieInMidTraining(await open(slowly(fragment)));
    const tab = await open(fragment);
    await tab.trainings.offer();
    expect(await finished(tab)).toBe(await unbroken(fragment));
    expect(tab.session.current.run.heldout.length).toBeGreaterThan(0);
  });

  it('is offered where the page shows something else', async () => {
    const run = await dieInMidTraining(await open(slowly()));
    const tab = await open('#v=1&model=cbow&size=20&epochs=3');
    await tab.trainings.offer();
    expect(tab.trainings.note).toMatchObject({ kind: 'offer', entry: { id: run.id } });
    expect(tab.session.current.kind).toBe('cbow');
    await tab.trainings.resume(tab.trainings.note.entry);
    expect(tab.session.current.kind).toBe('skip-gram');
    expect(tab.address()).toBe('#v=1&size=8&epochs=20'); // its settings, none of cbow's
    expect(await finished(tab)).toBe(await unbroken(LONG));
  });

  it('of an own text too long for a link comes back with its text', async () => {
    const text = ownTextFromString('castle.txt', `${toyText(100)}\n${longList()}`);
    const first = await open(slowly());
    await first.session.useText({ text });
    expect(first.store.get('text')).toBe('');
    await dieInMidTraining(first);
    const tab = await open();
    await tab.trainings.offer();
    expect(tab.trainings.note.kind).toBe('offer');
    await tab.trainings.resume(tab.trainings.note.entry);
    expect(tab.session.source.text).toMatchObject({ name: 'castle.txt', bytes: text.bytes });
    const resumed = await finished(tab);
    await tab.session.train(); // from the start, in one go
    expect(await finished(tab)).toBe(resumed);
  });

  it('that was paused comes back paused', async () => {
    const first = await open(slowly());
    first.session.train().catch(() => {});
    await until(() => first.session.current.report?.step > 0);
    await first.session.pause();
    await until(async () => (await runs(first)).length === 1 && !first.session.current.running);
    await until(async () => (await runs(first))[0].about.running === false);
    const { step } = first.session.current.report;
    await first.kill();
    const tab = await open();
    await tab.trainings.offer();
    expect(tab.session.current.report.step).toBe(step);
    expect(tab.session.current.running).toBe(false);
    await tab.session.train();
    expect(await finished(tab)).toBe(await unbroken(LONG));
  });

  it('that may have brought the page down is not tried twice by itself', async () => {
    await dieInMidTraining(await open(slowly()));
    const second = await open(LONG, { engine: { load: () => new Promise(() => {}) } });
    await until(async () => (await runs(second))[0].about.tries === 1);
    await second.kill();
    const third = await open();
    await third.trainings.offer();
    expect(third.trainings.note.kind).toBe('offer');
    await third.trainings.resume(third.trainings.note.entry);
    expect(await finished(third)).toBe(await unbroken(LONG));
  });

  it('whose corpus is another one now cannot be resumed, and says so', async () => {
    await dieInMidTraining(await open(slowly()));
    const changed = [{ ...presets[0], load: async () => toyText(121) }];
    const tab = await open(LONG, { given: changed });
    await tab.trainings.offer();
    expect(tab.trainings.note).toMatchObject({ kind: 'problem', error: { code: 'BadParameter' } });
    expect(tab.session.current.model).toBeTruthy(); // the page is as usable as before
    await tab.trainings.discard(tab.trainings.note.entry);
    expect(tab.trainings.note).toBe(null);
    expect(await runs(tab)).toEqual([]);
  });

  it('can be discarded; then the one before it is offered', async () => {
    await dieInMidTraining(await open(slowly()));
    await dieInMidTraining(await open(slowly('#v=1&model=cbow&epochs=20&size=8')));
    const tab = await open('#v=1&seed=5');
    await tab.trainings.offer();
    expect(tab.trainings.note.entry.about.settings.model).toBe('cbow');
    await tab.trainings.discard(tab.trainings.note.entry);
    expect(tab.trainings.note.entry.about.settings.model).toBe('skip-gram');
    await tab.trainings.discard(tab.trainings.note.entry);
    expect(tab.trainings.note).toBe(null);
  });
});

describe('two tabs', () => {
  it('a training that lives elsewhere is neither offered nor taken', async () => {
    const first = await open(slowly());
    first.session.train().catch(() => {});
    const [run] = await until(async () => (await runs(first)).length && runs(first));
    const second = await open(slowly());
    await second.trainings.offer();
    expect(second.trainings.note).toBe(null);
    await second.trainings.resume(run);
    expect(second.trainings.note).toMatchObject({ error: { code: 'InAnotherTab' } });
  });

  it('both train at once: each keeps its own, and ends as if alone', async () => {
    const both = await Promise.all([open(slowly()), open(slowly('#v=1&model=cbow&size=8'))]);
    for (const tab of both) tab.session.train().catch(() => {});
    await until(async () => (await runs(both[0])).length === 2);
    for (const tab of both) tab.session.setSpeed('full');
    const hashes = await Promise.all(both.map(finished));
    expect(hashes[0]).toBe(await unbroken(LONG));
    const done = async () => (await runs(both[0])).filter(({ about }) => about.report.finished);
    await until(async () => (await done()).length === 2);
  });
});

describe('what is kept of a training ends with it', () => {
  it('when it is reset', async () => {
    const tab = await open(slowly());
    tab.session.train().catch(() => {});
    await until(async () => (await runs(tab)).length === 1);
    await tab.session.reset();
    await until(async () => (await runs(tab)).length === 0);
    await until(() => where.locks.held.size === 0);
  });

  it('but is stored again when the reset is undone', async () => {
    const tab = await open('#v=1&epochs=1&size=8');
    await tab.session.train();
    const hash = await finished(tab);
    await until(async () => (await runs(tab)).length === 1);
    await tab.session.reset();
    await until(async () => (await runs(tab)).length === 0);
    await tab.session.undoing.take();
    await until(async () => (await runs(tab)).length === 1);
    await tab.kill();
    expect((await open('#v=1&epochs=1&size=8')).session.current.hash).toBe(hash);
  });
});

describe('storage', () => {
  it('that is full makes room by dropping the oldest training', async () => {
    const first = await open('#v=1&epochs=1&size=8');
    await first.session.train();
    await until(async () => (await runs(first)).length);
    await first.kill();
    const tab = await open('#v=1&epochs=1&size=9');
    const put = tab.shelf.put.bind(tab.shelf);
    vi.spyOn(tab.shelf, 'put').mockImplementation(async (...given) => {
      if ((await runs(tab)).length) throw Object.assign(new Error('full'), { code: 'StorageFull' });
      return put(...given);
    });
    await tab.session.train();
    await until(async () => (await runs(tab))[0]?.about.settings.vectorSize === 9);
    expect(tab.trainings.note).toBe(null);
  });

  it('full or forbidden: it is said once, and training ends as ever', async () => {
    const tab = await open(slowly());
    const put = vi
      .spyOn(tab.shelf, 'put')
      .mockRejectedValue(Object.assign(new Error('full'), { code: 'StorageFull' }));
    tab.session.train();
    await until(() => tab.trainings.note);
    expect(tab.trainings.note).toMatchObject({ kind: 'problem', error: { code: 'StorageFull' } });
    tab.session.setSpeed('full');
    expect(put).toHaveBeenCalledTimes(1);
    expect(await finished(tab)).toBe(await unbroken(LONG));
  });

  it('forbidden to list and to store: dismissed once, it is not said again', async () => {
    const tab = await open(slowly());
    const forbidden = Object.assign(new Error('forbidden'), { code: 'StorageForbidden' });
    const put = vi.spyOn(tab.shelf, 'put').mockRejectedValue(forbidden);
    vi.spyOn(tab.shelf, 'list').mockRejectedValue(forbidden);
    await tab.trainings.offer();
    expect(tab.trainings.note).toMatchObject({ kind: 'problem', error: forbidden });
    tab.trainings.dismiss();
    tab.session.train().catch(() => {});
    await until(() => put.mock.calls.length > 0);
    await tab.trainings.offer();
    expect(tab.trainings.note).toBe(null);
  });

  it('a page that is hidden keeps its training at once', async () => {
    const tab = await open(slowly());
    tab.session.train().catch(() => {});
    await until(async () => (await runs(tab)).length === 1);
    const [{ saved }] = await runs(tab);
    const { step } = tab.session.current.report;
    await until(() => tab.session.current.report.step > step);
    tab.page.visibilityState = 'hidden';
    tab.page.dispatchEvent(new Event('visibilitychange'));
    await until(async () => (await runs(tab))[0].saved > saved, 1500);
  });
});
