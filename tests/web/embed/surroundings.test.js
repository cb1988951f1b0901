import { afterEach, describe, expect, it } from 'vitest';
import {
  isDarkAround,
  languageAround,
  lightness,
  onSurroundings,
  spokenBy,
} from '../../../web/src/embed/surroundings.js';

afterEach(() => {
  document.body.innerHTML = '';
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('lang');
  document.documentElement.removeAttribute('style');
});

/** @param {string} html @returns {Element} the last element of it */
function place(html) {
  document.body.innerHTML = html;
  return /** @type {Element} */ ([...document.body.querySelectorAll('*')].pop());
}

describe('the language around a demo', () => {
  it('is that of the nearest text', () => {
    document.documentElement.lang = 'en';
    expect(languageAround(place('<p lang="zh-CN"><i></i></p>'))).toBe('zh');
    expect(languageAround(place('<p><i></i></p>'))).toBe('en');
    expect(languageAround(place('<p lang="fr"><i></i></p>'))).toBeUndefined();
  });

  it('is seen through shadow trees', () => {
    const host = place('<div lang="zh"></div>');
    const inner = document.createElement('b');
    host.attachShadow({ mode: 'open' }).append(inner);
    expect(languageAround(inner)).toBe('zh');
  });

  it('knows its tags', () => {
    expect(['zh', 'zh-Hans', 'ZH-tw', 'en-GB', 'zhx', '', null].map(spokenBy)).toEqual([
      'zh',
      'zh',
      'zh',
      'en',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the colour behind a demo', () => {
  it('is the first background that covers', () => {
    document.body.style.background = 'rgb(20, 20, 20)';
    expect(isDarkAround(place('<p><i></i></p>'))).toBe(true);
    const bright = place('<p style="background: rgb(250, 250, 250)"><i></i></p>');
    expect(isDarkAround(bright)).toBe(false);
    const veil = place('<p style="background: rgba(255, 255, 255, 0.1)"><i></i></p>');
    expect(isDarkAround(veil)).toBe(true);
  });

  it('is light where nothing says otherwise', () => {
    expect(isDarkAround(place('<p><i></i></p>'))).toBe(false);
  });

  it('has a lightness', () => {
    expect(lightness('rgb(255, 255, 255)')).toBeCloseTo(1);
    expect(lightness('rgb(0, 0, 0)')).toBe(0);
    expect(lightness('rgba(0, 0, 0, 0)')).toBeNaN();
    expect(lightness('')).toBeNaN();
  });

  it('is watched until one has enough', async () => {
    let heard = 0;
    const stop = onSurroundings(() => {
      heard += 1;
    });
    document.documentElement.lang = 'zh';
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard).toBe(1);
    stop();
    document.documentElement.lang = 'en';
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard).toBe(1);
  });
});
