import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { DemoElement } from '../../../web/src/embed/demo-element.js';

/** jsdom lacks these. */
class Observer {
  observe() {}
  disconnect() {}
}

/** What a demo's file would be, without its page. */
function fake() {
  const session = Object.assign(new EventTarget(), { store: { read: vi.fn() } });
  const status = { running: false, finished: false, progress: 0, loss: 1, hash: '', error: null };
  const running = {
    session,
    status: () => status,
    begin: vi.fn(async () => {}),
    opened: vi.fn(async () => {}),
    pause: vi.fn(async () => {}),
    resume: vi.fn(),
    focus: vi.fn(),
    repaint: vi.fn(),
    close: vi.fn(async () => {}),
  };
  /** @type {any} */
  let joining;
  const join = (/** @type {any} */ given) => {
    joining = given;
    return running;
  };
  return { running, status, demo: { css: ['.x {}'], join }, joining: () => joining };
}

let load = vi.fn(async () => fake().demo);
class TestDemo extends DemoElement {
  static demo = 'lab';
  static load = () => /** @type {any} */ (load());
}

beforeAll(() => {
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync() {}
    },
  );
  customElements.define('test-demo', TestDemo);
});
afterEach(() => {
  document.body.innerHTML = '';
});

/** @returns {any} */
function place(html = '<test-demo></test-demo>') {
  document.body.innerHTML = html;
  return document.querySelector('test-demo');
}

const heard = (/** @type {Element} */ demo, /** @type {string} */ name) => {
  const list = /** @type {any[]} */ ([]);
  demo.addEventListener(`preformer-${name}`, (event) =>
    list.push(/** @type {any} */ (event).detail),
  );
  return list;
};

describe('a demo in a page', () => {
  it('is a poster until it is started, then trains once', async () => {
    const { running, demo: file, joining } = fake();
    load = vi.fn(async () => file);
    const demo = place('<test-demo link="#v=1" worker-url="/w.js" lang="zh"></test-demo>');
    const button = demo.shadowRoot.querySelector('button');
    expect(button.textContent).toBe('开始');
    expect(load).not.toHaveBeenCalled();
    button.click();
    button.click();
    await vi.waitFor(() => expect(running.begin).toHaveBeenCalledTimes(1));
    expect(load).toHaveBeenCalledTimes(1);
    expect(joining()).toMatchObject({ language: 'zh', engine: { workerUrl: '/w.js' } });
    expect(joining().place.read()).toBe('#v=1');
  });

  it('mirrors its state in the attribute, and reads it when others write', async () => {
    const { running, demo: file, joining } = fake();
    load = vi.fn(async () => file);
    const demo = place();
    await demo.begin();
    const links = heard(demo, 'link');
    joining().place.write('#v=1&seed=2');
    expect(demo.link).toBe('#v=1&seed=2');
    expect(links).toEqual([{ link: '#v=1&seed=2' }]);
    expect(running.session.store.read).not.toHaveBeenCalled();
    demo.link = '#v=1&seed=3';
    expect(running.session.store.read).toHaveBeenCalledTimes(1);
    demo.link = '';
    expect(demo.hasAttribute('link')).toBe(false);
  });

  it('tells what happens, each thing once', async () => {
    const { running, status, demo: file } = fake();
    load = vi.fn(async () => file);
    const demo = place();
    await demo.begin();
    const [progress, trained, errors] = ['progress', 'trained', 'error'].map((n) => heard(demo, n));
    const change = () => running.session.dispatchEvent(new Event('change'));
    Object.assign(status, { running: true, progress: 0.5 });
    change();
    Object.assign(status, { running: false, finished: true, hash: undefined });
    change();
    expect(trained).toEqual([]);
    Object.assign(status, { hash: 'abc' });
    change();
    change();
    Object.assign(status, { error: { code: 'TooLarge', message: 'too large' } });
    change();
    change();
    expect(progress).toEqual([{ progress: 0.5, loss: 1 }]);
    expect(trained).toEqual([{ hash: 'abc', report: null }]);
    expect(errors).toEqual([{ code: 'TooLarge', message: 'too large' }]);
  });

  it('rests when training begins off screen, and goes on when it is seen', async () => {
    /** @type {(entries: object[]) => void} */
    let seen = () => {};
    vi.stubGlobal(
      'IntersectionObserver',
      class extends Observer {
        constructor(/** @type {typeof seen} */ callback) {
          super();
          seen = callback;
        }
      },
    );
    const { running, status, demo: file } = fake();
    load = vi.fn(async () => file);
    const demo = place();
    seen([{ isIntersecting: false }]);
    await demo.begin();
    Object.assign(status, { running: true });
    running.session.dispatchEvent(new Event('change'));
    expect(running.pause).toHaveBeenCalledOnce();
    seen([{ isIntersecting: true }]);
    expect(running.resume).toHaveBeenCalledOnce();
    vi.stubGlobal('IntersectionObserver', Observer);
  });

  it('rests in a hidden tab, and only goes on with what it stopped', async () => {
    const { running, status, demo: file } = fake();
    load = vi.fn(async () => file);
    const demo = place();
    await demo.begin();
    const hide = (/** @type {boolean} */ hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    hide(true);
    hide(false);
    expect(running.resume).not.toHaveBeenCalled();
    status.running = true;
    hide(true);
    expect(running.pause).toHaveBeenCalledTimes(1);
    status.running = false;
    hide(false);
    expect(running.resume).toHaveBeenCalledTimes(1);
  });

  it('says what failed and can be tried again', async () => {
    const { running, demo: file } = fake();
    load = vi.fn().mockRejectedValueOnce(new Error('no network')).mockResolvedValueOnce(file);
    const demo = place();
    const errors = heard(demo, 'error');
    await demo.begin();
    expect(errors).toEqual([{ code: 'EngineFailure', message: 'no network' }]);
    expect(demo.shadowRoot.querySelector('[role=alert]').textContent).toContain('no network');
    await demo.begin();
    expect(running.begin).toHaveBeenCalledTimes(1);
  });

  it('is closed when it is taken out, not when it is moved', async () => {
    vi.useFakeTimers();
    const { running, demo: file } = fake();
    load = vi.fn(async () => file);
    const demo = place('<p></p><test-demo></test-demo>');
    await demo.begin();
    document.querySelector('p')?.append(demo);
    vi.advanceTimersByTime(5000);
    expect(running.close).not.toHaveBeenCalled();
    demo.remove();
    vi.advanceTimersByTime(5000);
    expect(running.close).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it('takes up what was set before its class was known', () => {
    const demo = /** @type {any} */ (document.createElement('late-demo'));
    demo.link = '#v=1&seed=9';
    demo.theme = 'dark';
    document.body.append(demo);
    customElements.define('late-demo', class extends TestDemo {});
    expect(demo.getAttribute('link')).toBe('#v=1&seed=9');
    expect(demo.shadowRoot.querySelector('.preformer-frame').dataset.theme).toBe('dark');
  });
});
