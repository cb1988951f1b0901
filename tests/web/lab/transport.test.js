import { render } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../../web/src/i18n/index.js';
import { labTransport } from '../../../web/src/lab/lab-transport.js';
import { unknown } from '../../../web/src/lab/slot.js';

const report = {
  epoch: 7,
  epochs: 10,
  step: 700,
  steps: 1000,
  progress: 0.7,
  tokensPerSecond: 612_000,
  finished: false,
};
const presets = ['en', 'zh'].map((language) => ({
  id: `relations-${language}`,
  title: { en: `Relations ${language}: toy`, zh: `关系 ${language}：示例` },
}));
const done = { ...report, finished: true };

/** The bar of a slot. @param {any} facts of it @param {{stale?: boolean, kind?: string, corpusError?: any}} [how] */
function show(facts, { stale = false, kind = 'skip-gram', corpusError = null } = {}) {
  const session = {
    store: new Map([
      ['speed', 'full'],
      ['corpus', 'relations-en'],
    ]),
    presets,
    source: { text: null },
    corpusError,
    isStale: () => stale,
    train: vi.fn(),
    pause: vi.fn(),
    step: vi.fn(),
    reset: vi.fn(),
    setSpeed: vi.fn(),
  };
  const { running = false, pending = null, report = null } = facts;
  const slot = /** @type {any} */ ({
    ...unknown(),
    kind,
    model: { info: {} },
    phase: running ? 'training' : pending ? 'making' : 'settled',
    trained: (report?.step ?? 0) > 0,
    finished: Boolean(report?.finished),
    stale,
    ...facts,
  });
  const draw = () => render(labTransport(/** @type {any} */ (session), slot), document.body);
  draw();
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLButtonElement} */ (document.body.querySelector(selector));
  const text = (/** @type {string} */ selector) => find(selector).textContent?.trim();
  return { session, draw, find, text };
}

afterEach(() => {
  render('', document.body);
  setLanguage('en');
});

describe('the transport of the Lab', () => {
  it('reads like the drawing, in both languages', () => {
    const { draw, text } = show({ running: true, report, secondsLeft: 1.4 });
    expect(text('#progress-text')).toBe('epoch 7 of 10 · 612 k tokens/s · 2 s left');
    setLanguage('zh');
    draw();
    expect(text('#progress-text')).toBe('第 7 / 10 轮 · 61.2 万词/秒 · 还需 2 秒');
  });

  it.each([
    ['untrained', {}, false, 'Train', 'train'],
    ['training', { running: true, report }, false, 'Pause', 'pause'],
    ['paused', { report }, false, 'Resume', 'train'],
    ['finished', { report: done }, false, 'Train again', 'train'],
    ['of other settings', { report }, true, 'Train again', 'train'],
    ['being made', { pending: { key: '', made: Promise.resolve(true) } }, false, 'Train', 'train'],
  ])('%s: the button says what it does', (_, facts, stale, label, method) => {
    const { session, find, text } = show(facts, { stale });
    expect(text('#train')).toBe(label);
    find('#train').click();
    expect(session.train).toHaveBeenCalledTimes(method === 'train' ? 1 : 0);
    expect(session.pause).toHaveBeenCalledTimes(method === 'pause' ? 1 : 0);
  });

  it('steps, resets and changes the speed by the session', () => {
    const { session, find } = show({ report });
    find('#step').click();
    find('#reset').click();
    expect(session.step).toHaveBeenCalledOnce();
    expect(session.reset).toHaveBeenCalledOnce();
    find('#speed').value = 'slow';
    find('#speed').dispatchEvent(new Event('change'));
    expect(session.setSpeed).toHaveBeenCalledWith('slow');
  });

  it('a text without anything to learn cannot be trained, and everything says so', () => {
    const facts = { model: null, phase: 'failed' };
    const { find, text } = show(facts, { corpusError: { code: 'NothingToLearn' } });
    expect(find('#train').disabled).toBe(true);
    expect(find('#step').disabled).toBe(true);
    expect(text('#progress-text')).toMatch(/^Nothing to train yet/);
  });

  it('names the text that map and answers are still of', () => {
    const values = { corpus: 'relations-zh' };
    const { find, text } = show({ report, values }, { stale: true });
    expect(text('#progress-text')).toBe(
      'The text has changed; map and answers are of ‘Relations zh’. Train again.',
    );
    expect(find('#progress-text .warning')).not.toBeNull();
    const same = show({ report, values: { corpus: 'relations-en' } }, { stale: true });
    expect(same.text('#progress-text')).toBe('Trained with earlier settings.');
  });

  it('neither steps nor resets what cannot be', () => {
    expect(show({}).find('#reset').disabled).toBe(true);
    expect(show({ running: true, report }).find('#step').disabled).toBe(true);
    expect(show({ report: done }).find('#step').disabled).toBe(true);
  });

  it('counts in one, and in minibatches; at a slow pace the page measures it', () => {
    expect(show({ report: { ...done, epochs: 1 } }).text('#progress-text')).toMatch(
      /^done: 1 epoch ·/,
    );
    const early = { ...done, epoch: 3, epochs: 9, stoppedEarly: true };
    expect(show({ report: early }).text('#progress-text')).toMatch(
      /^done: 3 epochs · stopped early/,
    );
    const slow = { report: { ...report, tokensPerSecond: 0 }, tokensPerSecond: 1234 };
    expect(show({ running: true, ...slow }).text('#progress-text')).toContain('1.23 k tokens/s');
    expect(show(slow, { kind: 'nnlm' }).text('#progress-text')).toContain('minibatch 700 of 1,000');
  });

  it('tells how far it is to those who do not see the bar', () => {
    const bar = show({ running: true, report }).find('[role=progressbar]');
    expect(bar.getAttribute('aria-valuenow')).toBe('70');
    expect(bar.getAttribute('aria-label')).toBe('Training progress');
    expect(bar.getAttribute('aria-valuetext')).toContain('epoch 7 of 10');
  });

  it('warns where the settings on show are others', () => {
    const { find, text } = show({ report }, { stale: true });
    expect(find('#progress-text .warning')).not.toBeNull();
    expect(text('#progress-text')).toMatch(/settings/i);
  });

  it('has nothing to press for one-hot, and a way back from vectors of a file', () => {
    show({}, { kind: 'one-hot' });
    const buttons = [...document.body.querySelectorAll('button')];
    expect(buttons.every((button) => button.disabled)).toBe(true);
    const loaded = { key: 'a.txt', model: { info: { vocabulary: 1200, dimensions: 50 } } };
    const { find, text } = show(loaded, { kind: 'loaded' });
    expect(find('#close-loaded')).not.toBeNull();
    expect(text('#loaded-note')).toContain('a.txt');
  });
});
