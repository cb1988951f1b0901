/** The Lab's way through a training, with real models: every moment is a run stopped there, by hash. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { presets } from '../../web/corpora/presets.js';
import * as api from '../../web/src/api/index.js';
import { Session } from '../../web/src/lab/session.js';
import { Store } from '../../web/src/lab/store.js';
import { Travel } from '../../web/src/lab/time/travel.js';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {} }));
});
afterEach(() => vi.unstubAllGlobals());

/** @param {string} fragment */
async function lab(fragment) {
  const place = { read: () => fragment, write: () => {} };
  const store = new Store({ presets, place, language: 'en' });
  const session = new Session({ api, presets, store });
  await session.start();
  return session;
}

/** @param {string} model @param {number} [epochs] */
const LINK = (model, epochs = 1) =>
  `#v=1&model=${model}&corpus=relations-en&epochs=${epochs}&seed=7`;

/** The hash of a run that is stopped at a step. @param {Session} session @param {number} step */
async function stopped(session, step) {
  const slot = session.present;
  const { modelOptions } = await import('../../web/src/lab/model-options.js');
  const options = modelOptions(slot.values, await session.source.options(slot.values));
  const model = await api.create(options);
  if (step) await model.step(step);
  const hash = await model.weightsHash();
  await model.close();
  return hash;
}

/** @param {() => boolean} done */
async function until(done) {
  const end = performance.now() + 30_000;
  while (!done() && performance.now() < end) await new Promise((r) => setTimeout(r, 10));
  expect(done()).toBe(true);
}

it.each(['skip-gram', 'nnlm'])(
  '%s: recorded while it trains; every moment, and any step between, is a run stopped there',
  async (model) => {
    const session = await lab(LINK(model, model === 'skip-gram' ? 6 : 1));
    const travel = new Travel(session);
    session.time = travel;
    await session.train();
    await until(() => travel.complete);
    const { moments, bytes } = session.present.recording ?? { moments: [], bytes: 0 };
    expect(moments.length).toBeGreaterThan(1); // a fast machine has few
    expect(bytes).toBeGreaterThan(0);
    const final = session.present.hash;
    const middle = moments[Math.floor(moments.length / 2)].step;
    for (const step of [0, middle, middle + 3]) {
      await travel.show(step);
      expect(travel.error).toBe(null);
      expect(session.current.past).toBe(true);
      expect(session.current.report?.step).toBe(step);
      expect(session.current.hash).toBe(await stopped(session, step));
      expect(session.current.projection?.positions.every(Number.isFinite)).toBe(true);
      expect(session.store.fragment()).toContain(`&step=${step}`);
    }
    travel.leave();
    expect(session.current).toBe(session.present);
    expect(session.present.hash).toBe(final);
    expect(await session.present.model?.weightsHash()).toBe(final);
    expect(session.store.fragment()).not.toContain('step=');
    await session.close();
  },
);

it('a training that was not recorded is trained again, to the same weights', async () => {
  const session = await lab(LINK('cbow'));
  await session.train();
  const travel = new Travel(session);
  session.time = travel;
  await travel.record();
  await until(() => travel.complete);
  expect(travel.differs).toBe(false);
  const { moments = [] } = session.present.recording ?? {};
  expect(moments.length).toBeGreaterThan(50);
  const between = moments.slice(1).map(({ step }, i) => step - moments[i].step);
  expect(Math.max(...between) - Math.min(...between)).toBeLessThanOrEqual(1);
  await session.close();
});

it('a link at a step opens there, once the run is trained; other settings leave it', async () => {
  const session = await lab(`${LINK('skip-gram')}&step=5000`);
  const travel = new Travel(session);
  session.time = travel;
  await session.train();
  await until(() => session.current.past && session.current.report?.step === 5000);
  expect(session.current.hash).toBe(await stopped(session, 5000));
  session.store.set({ seed: 8 });
  expect(session.store.fragment()).not.toContain('step=');
  await session.train();
  expect(session.current).toBe(session.present);
  await session.close();
});

it('memory that runs out in the middle loses no moment but the spacing', async () => {
  const session = await lab(LINK('skip-gram'));
  const travel = new Travel(session);
  session.time = travel;
  const { model } = session.present;
  let calls = 0;
  const real = model?.checkpoint.bind(model);
  if (model && real) {
    model.checkpoint = async () => {
      calls += 1;
      if (calls === 2) throw Object.assign(new Error('full'), { code: 'OutOfMemory' });
      return real();
    };
  }
  await session.train();
  await until(() => travel.complete);
  expect(travel.error?.code).toBe('OutOfMemory');
  expect(session.present.recording?.moments[0].step).toBe(0);
  expect(session.present.recording?.moments.length).toBeGreaterThan(0);
  await session.close();
});

it('records nothing once it is closed', async () => {
  const session = await lab(LINK('skip-gram'));
  const travel = new Travel(session);
  session.time = travel;
  await travel.close();
  session.time = null;
  await session.train();
  await until(() => session.present.finished && !session.present.running);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(travel.recorded).toBe(Number.NaN);
  expect(session.present.recording).toBe(null);
  await session.close();
});
