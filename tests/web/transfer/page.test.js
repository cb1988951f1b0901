// @vitest-environment jsdom
// @ts-nocheck: fakes on purpose
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import '../../../web/src/transfer/transfer-app.js';
import { addMessages, messages, setLanguage } from '../../../web/src/i18n/index.js';
import { en } from '../../../web/src/i18n/transfer-en.js';
import { zh } from '../../../web/src/i18n/transfer-zh.js';
import { layInk } from '../../../web/src/transfer/ink.js';
import { TransferSession } from '../../../web/src/transfer/session.js';
import { TransferStore } from '../../../web/src/transfer/store.js';
import { error, fakeParts } from './fake.js';

/** A machine may be busy: the test's own limit is the limit. */
const eventually = (/** @type {() => any} */ check) => vi.waitFor(check, { timeout: 50_000 });

beforeAll(() => {
  addMessages({ en, zh });
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell) {
        this.tell = tell;
      }
      observe() {
        this.tell([{ contentRect: { width: 700 } }]);
      }
      disconnect() {}
    },
  );
  HTMLCanvasElement.prototype.getContext = () => null;
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  setLanguage('en');
});

const frames = () => new Promise((resolve) => setTimeout(resolve, 70));

async function open(fragment = '', how = {}) {
  const store = new TransferStore({ place: { read: () => fragment, write: () => {} } });
  const session = new TransferSession({ ...fakeParts(how), store });
  const app = document.createElement('transfer-app');
  document.body.append(app);
  await app.connect(session);
  await frames();
  const find = (selector) => app.querySelector(selector);
  const text = (selector) => find(selector)?.textContent.replace(/\s+/g, ' ').trim();
  const press = async (selector) => {
    find(selector).click();
    await frames();
  };
  const primary = () => [...app.querySelectorAll('[role=main] .primary')].map(({ id }) => id);
  return { app, store, session, find, text, press, primary };
}

/** Nothing on the page is a key that no message has. @param {Element} app */
const keysShown = (app) =>
  [...app.textContent.matchAll(/\b(?:transfer|sense|story|parameter|transport)\.[\w.-]+/g)].map(
    String,
  );

describe('chapter 1', () => {
  it('leads from one primary button to the next', async () => {
    const { primary, press, session, find, text } = await open('#v=1&seeds=1');
    expect(primary()).toEqual(['pretrain']);
    expect(find('#train').disabled).toBe(true);
    await press('#pretrain');
    await eventually(() => expect(session.images.current.heldout).not.toBeNull());
    await frames();
    expect(primary()).toEqual(['train']);
    expect(text('#verdict-a')).toContain('of 300 digits');
    await press('#train');
    await eventually(() => expect(session.images.current.job).toBeNull());
    await frames();
    expect(text('#verdict-b')).toContain('Borrowing is worth');
    expect(primary()).toEqual(['compare']);
    await press('#compare');
    await eventually(() => expect(session.images.current.comparison.finished).toBe(true));
    await frames();
    expect(primary()).toEqual([]);
    expect(text('#curves-verdict')).toContain('With 5 pictures per digit');
    expect(find('#ways tr[data-mode=frozen] td[data-labels="5"]').textContent).toMatch(/^\d\d\.\d/);
  });

  it('says everything in both languages', async () => {
    const { app, session, store } = await open();
    await session.images.pretrain();
    session.images.draw(
      layInk([
        [
          [0.2, 0.2],
          [0.8, 0.8],
        ],
      ]),
    );
    store.set({ locks: ['conv1'] });
    await session.images.train();
    await session.images.compare();
    for (const language of ['en', 'zh']) {
      store.set({ language });
      await frames();
      expect(keysShown(app), language).toEqual([]);
    }
    expect(app.querySelector('.site-nav [aria-current]').id).toBe('nav-transfer');
  });

  it('padlocks open and close by a press, and the note says what it means', async () => {
    const { find, press, text, store } = await open();
    expect(find('#lock-conv2').getAttribute('aria-pressed')).toBe('true');
    expect(find('#lock-hidden').getAttribute('aria-pressed')).toBe('false');
    expect(text('#locks-note')).toContain('strokes are strokes');
    await press('#lock-hidden');
    expect(store.get('locks')).toEqual(['conv1', 'conv2', 'hidden']);
    expect(text('#locks-note')).toContain('Only the head learns');
    await press('#lock-conv1');
    expect(text('#locks-note')).toContain('open ones learn on');
    await press('#lock-hidden');
    await press('#lock-conv2');
    expect(text('#locks-note')).toContain('all of them learn on');
    find('#origin input[value=random]').click();
    await frames();
    expect(text('#locks-note')).toContain('from scratch');
  });

  it('draws by keyboard, uses the drawing, takes it back', async () => {
    const { find, session, press, text } = await open();
    const key = (name) =>
      find('#pad').dispatchEvent(new KeyboardEvent('keydown', { key: name, cancelable: true }));
    await press('#pad-put');
    expect(text('#pad-problem')).toContain('blank');
    for (const name of [' ', 'ArrowDown', 'ArrowDown', 'ArrowRight', ' ']) key(name);
    await frames();
    expect(find('#pad-problem')).toBeNull();
    expect(session.images.drawing).not.toBeNull();
    key('Enter');
    await frames();
    expect(text('#set-count')).toContain('1 of them your own');
    expect(session.images.drawing).toBeNull();
    await press('#set-undo');
    expect(text('#set-count')).toContain('0 of them your own');
    key(' ');
    key('ArrowLeft');
    key('Backspace');
    await frames();
    expect(session.images.drawing).toBeNull();
  });

  it('places are walked by arrow keys; the tray gives the digit that is aimed at', async () => {
    const { find, press, text } = await open();
    const now = () => find('.slot[aria-checked=true]').dataset.slot;
    const key = (name) =>
      find('.set').dispatchEvent(new KeyboardEvent('keydown', { key: name, cancelable: true }));
    key('ArrowDown');
    await frames();
    expect(now()).toBe('6');
    expect(text('transfer-tray h4')).toContain('a 6');
    key('Delete');
    await frames();
    expect(text('#set-count')).toContain('29 of 30');
    find('.tray .slot').click();
    await frames();
    expect(text('#set-count')).toContain('30 of 30');
    await press('#set-clear');
    expect(text('#set-count')).toContain('0 of 30');
    await press('#set-undo');
    expect(text('#set-count')).toContain('30 of 30');
  });

  it('a file that is no image is refused, and the drawing stays', async () => {
    const { find, app, session, text } = await open();
    session.images.draw(
      layInk([
        [
          [0.5, 0.2],
          [0.5, 0.8],
        ],
      ]),
    );
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no image')));
    await find('transfer-pad').takeFile(new Blob(['no image']));
    await frames();
    expect(text('#pad-problem')).toContain('no image');
    expect(session.images.drawing).not.toBeNull();
    expect(keysShown(app)).toEqual([]);
  });

  it('without pictures, and with one digit only, B says what is missing', async () => {
    const { press, session, text } = await open();
    await session.images.pretrain();
    await frames();
    await press('#set-clear');
    await press('#train');
    expect(text('#train-problem')).toContain('no pictures');
    session.images.put(new Uint8Array(784).fill(1), 'own');
    await press('#train');
    expect(text('#train-problem')).toContain('All pictures are of 5');
  });

  it('shows what B takes for what, and the digits behind a number', async () => {
    const { find, app, session } = await open();
    await session.images.pretrain();
    await session.images.train();
    await frames();
    const pressed = () => app.querySelectorAll('.confusion [aria-pressed=true]');
    expect(pressed()).toHaveLength(1);
    expect(app.querySelectorAll('.thumbs transfer-digit').length).toBeGreaterThan(0);
    pressed()[0].click();
    await frames();
    expect(pressed()).toHaveLength(0);
    expect(find('#forgetting').textContent).toContain('Nothing is lost');
  });
});

describe('chapter 2', () => {
  it('pre-trains, classifies with few labels, reads a sentence, shows the mix', async () => {
    const { app, session, find, text, store } = await open(
      '#v=1&chapter=text&sentence=the+plot+was+dull',
    );
    await session.text.pretrain();
    await session.text.train();
    await frames();
    expect(text('#verdict-b')).toContain('with 5 labels per class');
    expect(find('#mix').querySelectorAll('li')).toHaveLength(3);
    expect(find('#sentence-answer ol').dataset.label).toBe('bad');
    store.set({ sentence: 'the plot was xyzzy superb' });
    await frames();
    expect(text('#sentence-answer')).toContain('xyzzy');
    await session.text.compare();
    for (const language of ['en', 'zh']) {
      store.set({ language });
      await frames();
      expect(keysShown(app), language).toEqual([]);
    }
  });

  it('own lines: what is wrong is said, what was typed stays, then they are used', async () => {
    const { find, text, press, session } = await open('#v=1&chapter=text');
    // The core does not run beside this DOM: what it reads of the three texts (data.test.js).
    const left = (line) => ({ count: 1, line, reason: 'noTab', message: 'it has no tab' });
    const whole = { labels: ['praise'], sentences: [], targets: [], numbers: [], leftOut: null };
    session.api.readLabelledLines = async (/** @type {string} */ given) => {
      if (given.length > 100_000) {
        throw error('TooLarge', { value: 'line 20001', permitted: 'at most 20000 lines' });
      }
      if (given.includes('no tab')) return { ...whole, lines: 2, leftOut: left(2) };
      if (given.includes('praise')) return { ...whole, lines: 2 };
      const places = Array.from({ length: 40 }, (_, i) => i);
      return {
        lines: 41,
        labels: ['a', 'b'],
        sentences: places.map((i) => `word ${i}`),
        targets: places.map((i) => i % 2),
        numbers: places.map((i) => i + 1),
        leftOut: left(41),
      };
    };
    await press('#own-lines');
    expect(find('#lines-dialog').open).toBe(true);
    const box = find('#lines-box');
    box.value = 'praise\tlovely\nno tab here';
    await press('#lines-use');
    await eventually(() => expect(text('#lines-problem')).toContain('Line 2 has no tab'));
    expect(box.value).toContain('no tab here');
    box.value = 'praise\tlovely\npraise\tgood';
    await press('#lines-use');
    await eventually(() => expect(text('#lines-problem')).toContain('Two different labels'));
    await find('transfer-lines').takeFile(new File(['a\tx\n'.repeat(100_000)], 'many.tsv'));
    await eventually(() => expect(text('#lines-problem')).toContain('line 20001'));
    await find('transfer-lines').takeFile(
      new File(
        [
          Array.from({ length: 40 }, (_, i) => `${i % 2 ? 'b' : 'a'}\tword ${i}`).join('\n') +
            '\nx',
        ],
        'f.tsv',
      ),
    );
    await eventually(() =>
      expect(text('#lines-counts')).toContain('40 lines, 2 labels: a 20 · b 20'),
    );
    expect(text('#lines-left-out')).toContain('The first is line 41');
    await press('#lines-use');
    await eventually(() => expect(find('#lines-dialog').open).toBe(false));
    expect(session.text.current.key).toMatch(/^own-[0-9a-f]{16}-elmo$/);
    expect(find('#corpus input[value=own]').checked).toBe(true);
  });
});

it('every key that the page asks for exists', () => {
  for (const key of Object.keys(en)) expect(messages.zh[key], key).toBeTruthy();
});
