// @ts-nocheck: fakes on purpose
import { describe, expect, it, vi } from 'vitest';
import { SenseSession } from '../../../web/src/polysemy/session.js';
import { SenseStore } from '../../../web/src/polysemy/store.js';
import { fakeParts } from './fake.js';

async function open(fragment = '', how = {}) {
  const store = new SenseStore({ place: { read: () => fragment, write: () => {} } });
  const parts = fakeParts(how);
  const session = new SenseSession({ ...parts, store });
  await session.start();
  return { session, store, made: parts.made };
}
const asked = (model) => model.calls.filter(([name]) => name === 'senseMap').at(-1)[1];
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('the session', () => {
  it('shows random vectors before training, watched and scored', async () => {
    const { session, made } = await open();
    expect(made[0].options).toMatchObject({ model: 'elmo', seed: 1 });
    const { frame } = session;
    expect(frame.of.word).toBe('apple');
    expect(frame.positions).toHaveLength(2 * frame.of.sentences.length);
    expect(frame.layers).toHaveLength(4);
    expect(frame.layers[2].accuracy).toBe(0.5);
    expect(made[0].watched.heldout.some(Boolean)).toBe(true);
  });

  it('trains, keeps a history of scores, and knows the hash', async () => {
    const { session } = await open('', { pace: () => new Promise((r) => setTimeout(r, 80)) });
    await session.train();
    const pack = session.current;
    expect(pack.report.finished).toBe(true);
    expect(pack.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(session.frame.layers[2].accuracy).toBeGreaterThan(0.9);
    expect(session.frame.layers[0].accuracy).toBe(0.5);
    const moments = pack.history.get('apple');
    expect(moments[0].epoch).toBe(0);
    expect(moments.at(-1).epoch).toBe(4);
    expect(moments.length).toBeGreaterThan(2);
  });

  it('winds back through the training of the view on show', async () => {
    const { session, store } = await open('', {
      pace: () => new Promise((r) => setTimeout(r, 90)),
    });
    expect(session.shots).toEqual([]);
    await session.train();
    const { shots } = session;
    expect(shots[0].epoch).toBe(0);
    expect(shots.at(-1).epoch).toBe(4);
    session.wind(0);
    expect(session.shown.layers[2].accuracy).toBe(0.5);
    session.wind(shots.length - 1);
    expect(session.wound).toBe(-1);
    expect(session.shown).toBe(session.frame);
    session.wind(0);
    store.set({ layer: '1' });
    await settled();
    expect(session.shots).toEqual([]);
    expect(session.shown).toBe(session.frame);
    store.set({ layer: '2' });
    await settled();
    expect(session.shots).toHaveLength(shots.length);
  });

  it('keeps curve and recording of another word that is chosen after training', async () => {
    const { session, store } = await open('', {
      steps: 24,
      pace: () => new Promise((r) => setTimeout(r, 100)),
    });
    await session.train();
    store.set({ word: 'bank' });
    await settled();
    expect(session.frame.of.word).toBe('bank');
    expect(session.current.history.get('bank').length).toBeGreaterThan(4);
    const { shots } = session;
    expect(shots.length).toBeGreaterThanOrEqual(4);
    expect(shots.every(({ frame }) => frame.of.word === 'bank')).toBe(true);
    expect(shots.at(-1).epoch).toBe(4);
    session.wind(0);
    expect(session.shown.layers[2].accuracy).toBeLessThan(0.9);
    store.set({ word: 'apple' });
    await settled();
    expect(session.shots.every(({ frame }) => frame.of.word === 'apple')).toBe(true);
    expect(session.shots.length).toBeGreaterThan(shots.length);
  });

  it('asks for the layer, direction, weights and γ of the state', async () => {
    const { session, store, made } = await open();
    store.set({ layer: 'mix', direction: 'forward', weights: [0, 0.5, 0.5], gamma: 0.5 });
    await settled();
    expect(asked(made[0])).toMatchObject({
      layer: 'mix',
      direction: 'forward',
      gamma: 0.5,
      align: false, // at rest
    });
    const { weights } = asked(made[0]); // before the softmax
    const exps = weights.map(Math.exp);
    expect(exps[1] / (exps[0] + exps[1] + exps[2])).toBeCloseTo(0.5);
    expect(session.frame.gamma).toBe(0.5);
    store.set({ layer: '1' });
    await settled();
    expect(asked(made[0]).layer).toBe(1);
    expect(session.frame.gamma).toBe(1);
  });

  it('places a typed sentence and the chosen point, each with its neighbours', async () => {
    const { session, store, made } = await open();
    await session.train();
    store.set({ sentence: 'The laptop from apple pleased a stranger' });
    session.pick(3);
    await settled();
    expect(asked(made[0]).sentences[0]).toEqual('the laptop from apple pleased a'.split(' '));
    expect(session.cut.unknown).toEqual(['stranger']);
    const { typed, picked, of } = session.frame;
    expect(typed.neighbours).toHaveLength(5);
    expect(typed.neighbours.every(({ occurrence }) => of.senses[occurrence] === 1)).toBe(true);
    expect(picked.tokens).toEqual(of.sentences[3]);
    expect(picked.neighbours.map(({ occurrence }) => occurrence)).not.toContain(3);
  });

  it('asks nothing about a sentence without the word', async () => {
    const { session, store, made } = await open();
    store.set({ sentence: 'the laptop pleased a client' });
    await settled();
    expect(asked(made[0]).sentences).toEqual([]);
    expect(session.frame.typed).toBeNull();
  });

  it('watches another word of the same corpus without another model', async () => {
    const { session, store, made } = await open();
    await session.train();
    store.set({ word: 'bank' });
    await settled();
    expect(made).toHaveLength(1);
    expect(session.frame.of.word).toBe('bank');
    expect(session.current.report.finished).toBe(true);
    store.set({ word: '花' }); // the other corpus
    await settled();
    expect(made).toHaveLength(2);
    expect(made[0].closed).toBe(false);
  });

  it('resets, and takes the reset back', async () => {
    const { session, made } = await open();
    await session.train();
    await session.reset();
    expect(session.current.report.step).toBe(0);
    expect(session.undoing.name).toBe('reset');
    expect(made[0].closed).toBe(false);
    session.undoing.take();
    await settled();
    expect(session.current.report.finished).toBe(true);
    expect(session.frame.layers[2].accuracy).toBeGreaterThan(0.9);
    expect(made[1].closed).toBe(true);
  });

  it('lets the trained model go when training starts anew', async () => {
    const { session, made } = await open();
    await session.train();
    await session.reset();
    await session.train();
    expect(made[0].closed).toBe(true);
    expect(session.undoing.name).toBe('');
  });

  it('pauses and resumes', async () => {
    const { session } = await open('', { steps: 6, pace: settled });
    const run = session.train();
    await settled();
    await session.pause();
    await run;
    expect(session.current.report.finished).toBe(false);
    await session.train();
    expect(session.current.report.finished).toBe(true);
  });

  it('takes a new seed at once while untrained, and says so when trained', async () => {
    const { session, store, made } = await open();
    store.set({ seed: 2 });
    await settled();
    expect(made.at(-1).options.seed).toBe(2);
    await session.train();
    store.set({ seed: 3 });
    await settled();
    expect(session.isStale(session.current)).toBe(true);
    await session.train();
    expect(made.at(-1).options.seed).toBe(3);
    expect(session.isStale(session.current)).toBe(false);
  });

  it('keeps an error for the page, and goes on afterwards', async () => {
    const { session, made } = await open();
    vi.spyOn(made[0], 'resume').mockRejectedValueOnce({ code: 'EngineFailure' });
    await session.train();
    expect(session.current.error.code).toBe('EngineFailure');
    await session.train();
    expect(session.current.error).toBeNull();
    expect(session.current.report.finished).toBe(true);
  });
});
