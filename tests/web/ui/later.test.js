// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { part } from '../../../web/src/api/part.js';
import { errorText } from '../../../web/src/i18n/errors.js';
import { setLanguage } from '../../../web/src/i18n/index.js';
import { later, onDemand } from '../../../web/src/ui/later.js';

const lost = () =>
  Promise.reject(new TypeError('Failed to fetch dynamically imported module: http://x/y-abc.js'));

/** @type {HTMLButtonElement} */
let button;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<p><button id="open">Open</button><i></i></p>';
  button = /** @type {HTMLButtonElement} */ (document.querySelector('#open'));
});

afterEach(() => {
  vi.useRealTimers();
  setLanguage('en');
});

/** @template T @param {Promise<T>} promise */
async function over(promise) {
  await vi.runAllTimersAsync();
  return promise;
}

const note = () => /** @type {HTMLElement | null} */ (document.querySelector('.part-note'));

describe('a part that comes later', () => {
  it('is tried twice before anything is said', async () => {
    const load = vi.fn().mockImplementationOnce(lost).mockResolvedValue('part');
    const use = vi.fn();
    expect(await over(later(load, button, use))).toBe(true);
    expect(load).toHaveBeenCalledTimes(2);
    expect(use).toHaveBeenCalledWith('part');
    expect(note()).toBe(null);
  });

  it.each([
    ['en', 'could not be loaded', 'Reload the page', 'Try again'],
    ['zh', '没有载入', '刷新页面', '重试'],
  ])('that is missing is reported at the button, in %s', async (language, said, reload, again) => {
    setLanguage(/** @type {'en' | 'zh'} */ (language));
    const load = vi.fn(lost);
    const use = vi.fn();
    expect(await over(later(load, button, use))).toBe(false);
    expect(button.nextElementSibling).toBe(note());
    expect(note()?.textContent).toContain(said);
    expect(note()?.textContent).not.toContain('http');
    expect(note()?.querySelector('[role=alert]')).toBeTruthy();
    const buttons = [...(note()?.querySelectorAll('button') ?? [])];
    expect(buttons.map(({ textContent }) => textContent?.trim())).toEqual([reload, again]);

    load.mockResolvedValue(/** @type {never} */ ('part'));
    buttons[1].click();
    await vi.runAllTimersAsync();
    expect(use).toHaveBeenCalledWith('part');
    expect(note()).toBe(null);
  });

  it('says it once, however often the button is pressed', async () => {
    await over(later(lost, button));
    await over(later(lost, button));
    expect(document.querySelectorAll('.part-note')).toHaveLength(1);
  });

  it('leaves other errors to whoever uses the part', async () => {
    const use = () => Promise.reject(new RangeError('mine'));
    const used = later(async () => 'part', button, use);
    await expect(used).rejects.toThrow('mine');
    expect(note()).toBe(null);
  });

  it('that is rendered again and again is loaded once, and tried again when asked', async () => {
    const load = vi.fn(lost);
    const show = onDemand(load);
    for (let i = 0; i < 5; i++) show(() => button);
    await vi.runAllTimersAsync();
    for (let i = 0; i < 5; i++) show(() => button);
    await vi.runAllTimersAsync();
    expect(load).toHaveBeenCalledTimes(2);
    expect(note()).toBeTruthy();
    note()?.remove(); // the reader looked at another model
    show(() => button);
    await vi.runAllTimersAsync();
    expect(load).toHaveBeenCalledTimes(4);
  });

  it('of the API fails with an error that a page can translate', async () => {
    const failing = part(lost).catch((error) => error);
    const error = await over(failing);
    expect(error).toMatchObject({ code: 'EngineFailure', parameter: 'part' });
    expect(errorText(error)).toContain('the site was updated');
    setLanguage('zh');
    expect(errorText(error)).toContain('网站刚刚更新过');
  });
});
