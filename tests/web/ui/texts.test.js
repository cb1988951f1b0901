import { html } from 'lit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { language, t } from '../../../web/src/i18n/index.js';
import { define } from '../../../web/src/ui/base.js';
import { PageElement } from '../../../web/src/ui/page-element.js';
import { pageTexts, textsReady } from '../../../web/src/ui/texts.js';

/** @extends {PageElement<any>} any: a session of its own */
class TextPage extends PageElement {
  constructor() {
    const sharing = { openShare: async () => {}, linkNote: () => '' };
    super({ page: 'ladder', title: 'own.title', main: 'stage', focus: '#train' }, sharing);
  }

  story() {
    return '';
  }

  content() {
    return html`<main id="stage">${t('own.title')}</main>`;
  }
}
define('text-page', TextPage);

/** @param {string} wanted */
function sessionIn(wanted) {
  const store = Object.assign(new EventTarget(), {
    values: { language: wanted, theme: 'auto' },
    get: () => 'auto',
    spoken: () => 'en',
    fragment: () => '',
  });
  return Object.assign(new EventTarget(), { store, start: vi.fn(async () => {}) });
}

/** @param {ReturnType<typeof sessionIn>} session @param {string} wanted */
function turnTo({ store }, wanted) {
  store.values = { ...store.values, language: wanted };
  store.dispatchEvent(new Event('change'));
}

const english = vi.fn(async () => ({ en: { 'own.title': 'Own' } }));
/** @type {(module: {zh: Record<string, string>}) => void} */
let deliver = () => {};
const chinese = vi.fn(
  () =>
    new Promise((/** @type {typeof deliver} */ resolve) => {
      deliver = resolve;
    }),
);

describe('the texts of a page', () => {
  /** @type {TextPage} */
  let page;
  const shown = () => page.querySelector('main')?.textContent;

  beforeEach(() => {
    document.body.replaceChildren();
    page = new TextPage();
    document.body.append(page);
  });

  it('are there when nobody named any: demos contain both languages', () => {
    expect(['en', 'zh'].map((name) => textsReady(/** @type {'en'} */ (name)))).toEqual([
      true,
      true,
    ]);
    pageTexts({ en: english, zh: chinese });
    expect(textsReady('en')).toBe(false);
  });

  it('are awaited while the session starts; only the page’s language is loaded', async () => {
    const session = sessionIn('en');
    page.connect(/** @type {any} */ (session));
    expect(session.start).toHaveBeenCalledOnce();
    await page.updateComplete;
    expect(page.textContent).toBe('');
    await vi.waitFor(() => expect(shown()).toBe('Own'));
    expect(document.title).toBe('Own');
    expect(english).toHaveBeenCalledOnce();
    expect(chinese).not.toHaveBeenCalled();
  });

  it('of the other language come when it is chosen; if they are missing, the switch says so', async () => {
    const session = sessionIn('en');
    page.connect(/** @type {any} */ (session));
    const lost = vi.fn().mockRejectedValue(new Error('no network'));
    pageTexts({ en: english, zh: lost });
    turnTo(session, 'zh');
    const note = () => page.querySelector('#language + .part-note');
    await vi.waitFor(() => expect(note()).not.toBeNull(), 3000);
    expect([shown(), language(), document.documentElement.lang]).toEqual(['Own', 'en', 'en']);
    lost.mockResolvedValue({ zh: {} });
    [...(note()?.querySelectorAll('button') ?? [])].at(-1)?.click(); // the first reloads the page
    await vi.waitFor(() => expect(chinese).toHaveBeenCalledTimes(3));
    deliver({ zh: { 'own.title': '自己' } });
    await vi.waitFor(() => expect(shown()).toBe('自己'));
    expect(note()).toBeNull();
    expect(document.documentElement.lang).toBe('zh-Hans');
    turnTo(session, 'en');
    await vi.waitFor(() => expect(shown()).toBe('Own'));
    expect(english).toHaveBeenCalledOnce();
  });
});
