import { html } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../../web/src/i18n/index.js';
import { oneOf } from '../../../web/src/link/kinds.js';
import { LinkedStore } from '../../../web/src/link/linked-store.js';
import { define } from '../../../web/src/ui/base.js';
import { PageElement } from '../../../web/src/ui/page-element.js';

const look = [
  { name: 'language', key: 'lang', initial: 'en', ...oneOf('auto', 'en', 'zh') },
  { name: 'theme', key: 'theme', initial: 'auto', ...oneOf('auto', 'light', 'dark') },
];

/** @extends {LinkedStore<any>} any: a state of its own */
class ToyStore extends LinkedStore {
  constructor() {
    super(look, { read: () => '', write: () => {} });
    this.begin();
  }

  set(/** @type {object} */ changes) {
    this.update({ ...this.own, ...changes }, false);
  }

  fragment(/** @type {object} */ more = {}) {
    return `#v=1&${new URLSearchParams(/** @type {Record<string, string>} */ (more))}`;
  }
}

class ToySession extends EventTarget {
  store = new ToyStore();
  start = vi.fn(async () => {});
}

const sharing = { openShare: vi.fn(async () => {}), linkNote: () => html`<i class="notes"></i>` };

/** @extends {PageElement<any>} any: a session of its own */
class ToyPage extends PageElement {
  constructor() {
    super({ page: 'ladder', title: 'page.title', main: 'stage', focus: '#train' }, sharing);
  }

  get promised() {
    return { hash: 'abc' };
  }

  content() {
    return html`<main id="stage">
      <button id="train">${this.version}</button>
    </main>`;
  }
}
define('toy-page', ToyPage);

async function open(root = /** @type {ParentNode & Node} */ (document.body)) {
  const page = new ToyPage();
  const session = new ToySession();
  root.append(page);
  await page.connect(session);
  await page.updateComplete;
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (page.querySelector(selector));
  const header = /** @type {import('lit').LitElement | null} */ (page.querySelector('lab-header'));
  await header?.updateComplete;
  return { page, session, find };
}

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset.theme;
  vi.unstubAllGlobals();
  setLanguage('en');
});

describe('the shell of every page', () => {
  it('has one skip link, the head, the notes and the page’s own part', async () => {
    const { page, session, find } = await open();
    expect(session.start).toHaveBeenCalledOnce();
    expect(page.querySelectorAll('.skip')).toHaveLength(1);
    expect([...find('.page').children].map((part) => part.localName)).toEqual([
      'lab-header',
      'i',
      'main',
    ]);
    expect(find('.page').className).toBe('page ladder-page');
  });

  it('skips to the button that trains, and leaves the fragment to the state', async () => {
    const { find } = await open();
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    find('.skip').dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(find('#train'));
  });

  it('takes what a control sets; language and theme change the page in place', async () => {
    const { page, find } = await open();
    const detail = { theme: 'dark' };
    find('#train').dispatchEvent(new CustomEvent('set', { detail, bubbles: true }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    find('#language').click();
    await page.updateComplete;
    expect(document.documentElement.lang).toBe('zh-Hans');
    expect(find('.skip').textContent).toContain('跳');
  });

  it('touches the root of the page only when its look changes: each time, all is restyled', async () => {
    const { session } = await open();
    const observer = new MutationObserver(() => {});
    observer.observe(document.documentElement, { attributes: true });
    session.store.set({ theme: 'dark' });
    session.store.set({ theme: 'dark', language: 'en' });
    const names = observer.takeRecords().map(({ attributeName }) => attributeName);
    expect(names).toEqual(['data-theme']);
  });

  it('draws anew once per frame when the session changes', async () => {
    const { page, session, find } = await open();
    session.dispatchEvent(new Event('change'));
    session.dispatchEvent(new Event('change'));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await page.updateComplete;
    expect(find('#train').textContent).toBe('1');
  });

  it('copies its link; where the clipboard is shut, the address bar has it', async () => {
    const { find } = await open();
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    find('#copy-link').click();
    await vi.waitFor(() => expect(find('#copy-link').textContent?.trim()).toBe('Copied'));
    expect(writeText).toHaveBeenCalledWith(expect.stringMatching(/#v=1&.*hash=abc/));
    writeText.mockRejectedValueOnce(new Error('shut'));
    find('#copy-link').click();
    await vi.waitFor(() => expect(window.location.hash).toContain('hash=abc'));
    await vi.waitFor(() => expect(find('#copy-note')).not.toBeNull());
  });

  it('is no page of its own within an embedded demo', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const { page } = await open(host.attachShadow({ mode: 'open' }));
    expect(page.querySelector('.skip, lab-header')).toBeNull();
    expect(page.querySelector('#train')).not.toBeNull();
  });
});
