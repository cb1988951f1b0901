// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { Store } from '../../../web/src/lab/store.js';
import { remember, visited } from '../../../web/src/link/visited.js';
import { pagesBeyond, sitePages } from '../../../web/src/ui/site-pages.js';

afterEach(() => sessionStorage.clear());

/** A page of a reader. @param {'en' | 'zh'} spoken @param {'auto' | 'en' | 'zh'} language */
const page = (spoken, language = 'auto', theme = 'auto') => ({
  values: { language, theme },
  spoken: () => (language === 'auto' ? spoken : language),
});

/** @param {Parameters<typeof sitePages>[0]} store */
const hrefs = (store) => Object.fromEntries(sitePages(store).map(({ id, href }) => [id, href]));

const presets = ['relations-en', 'relations-zh'].map((id) => ({ id }));

/** The corpus that the Lab opens for this reader. @param {string} href @param {'en' | 'zh'} language */
const corpusAt = (href, language) => {
  const place = { read: () => href.slice(href.indexOf('#')), write: () => {} };
  return new Store({ presets, place, language }).get('corpus');
};

describe('from the other pages, the Lab opens', () => {
  it.each([
    ['zh', 'auto', 'relations-zh'],
    ['en', 'auto', 'relations-en'],
    ['zh', 'en', 'relations-en'],
    ['en', 'zh', 'relations-zh'],
  ])(
    'the corpus of a reader whose browser is in %s, with the switch on %s',
    (browser, chosen, id) => {
      const reader = /** @type {'en' | 'zh'} */ (browser);
      const { lab } = hrefs(page(reader, /** @type {'auto' | 'en' | 'zh'} */ (chosen)));
      expect(corpusAt(lab, reader)).toBe(id);
    },
  );

  it('the settings with which the reader left the Lab, but no promise of that run', () => {
    remember(
      'lab',
      '#v=1&lang=zh&model=elmo&corpus=polysemy-en&epochs=3&hash=0123456789abcdef&start=training',
    );
    expect(hrefs(page('en', 'auto', 'dark')).lab).toBe(
      './lab.html#v=1&theme=dark&model=elmo&corpus=polysemy-en&epochs=3',
    );
    remember('lab', '#v=1&corpus=own&window=2');
    expect(hrefs(page('zh')).lab).toBe('./lab.html#v=1&window=2&corpus=relations-zh');
    remember('lab', ''); // English was chosen, which needs no word in the address
    expect(hrefs(page('zh')).lab).toBe('./lab.html');
  });
});

it('the pages of text open in the reader’s language', () => {
  expect(hrefs(page('en'))).toMatchObject({ story: './', questions: './questions.html' });
  expect(hrefs(page('en', 'zh'))).toMatchObject({
    story: './index.zh.html',
    questions: './questions.zh.html',
  });
});

it('a page opens as the reader left it', () => {
  const reader = page('en', 'zh');
  const links = () => Object.fromEntries(pagesBeyond(reader).map(({ id, href }) => [id, href]));
  expect(links().polysemy).toBe('./polysemy.html#v=1&lang=zh');
  remember('polysemy', '#v=1&word=%E8%8B%B9%E6%9E%9C&seed=3&lang=en&open=map');
  expect(links().polysemy).toBe('./polysemy.html#v=1&lang=zh&word=%E8%8B%B9%E6%9E%9C&seed=3');
  expect(links().transfer).toBe('./transfer.html#v=1&lang=zh');
});

it('storage that is forbidden does no harm', () => {
  const given = Object.getOwnPropertyDescriptor(window, 'sessionStorage') ?? {};
  const forbid = () => {
    throw new DOMException('no', 'SecurityError');
  };
  Object.defineProperty(window, 'sessionStorage', { configurable: true, get: forbid });
  try {
    remember('lab', '#v=1');
    expect(visited('lab')).toBe(null);
    expect(hrefs(page('en')).lab).toBe('./lab.html');
  } finally {
    Object.defineProperty(window, 'sessionStorage', given);
  }
});
