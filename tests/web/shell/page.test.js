// @vitest-environment jsdom
/** The first paint of the pages that train has their own texts, in both languages. */
import { expect, it } from 'vitest';
import { SHELLS, shellOf } from '../../../web/shell/page.js';
import { PAGES } from '../../../web/src/ui/site-pages.js';

it.each(SHELLS)('%s', (page) => {
  const place = document.createElement('div');
  place.innerHTML = shellOf(page);
  const [en, zh] = place.children;
  expect([en.getAttribute('lang'), zh.getAttribute('lang')]).toEqual(['en', 'zh-Hans']);
  for (const shell of [en, zh]) {
    expect(shell.querySelectorAll('.site-nav a')).toHaveLength(PAGES.length);
    expect(shell.querySelectorAll('[aria-current=page]')).toHaveLength(1);
    expect(shell.textContent).not.toMatch(/undefined|[{}]/);
    expect(shell.querySelectorAll('[id]')).toHaveLength(0); // the page has them when it comes
  }
  expect(zh.textContent).toMatch(/\p{Script=Han}{6}/u);
});
