import { render } from 'lit';
import { expect, it, vi } from 'vitest';
import { addMessages } from '../../../web/src/i18n/index.js';
import { en } from '../../../web/src/i18n/text-en.js';
import { zh } from '../../../web/src/i18n/text-zh.js';
import { widthNote } from '../../../web/src/lab/settings/width-note.js';
import { firstOfOtherWidth, withOrdinaryWidth } from '../../../web/src/text/widths.js';

it.each([
  ['用Ｐｙｔｈｏｎ　３写！？', '用Python　3写！？'],
  ['ｶﾞｯｺｳ。ﾊﾟﾝ', 'ガッコウ。パン'],
  ['ﬁne, 2½ … ①', 'fine, 2½ … ①'],
  ['plain, 国王。', 'plain, 国王。'],
])('%s has the ordinary letters %s', (text, ordinary) => {
  expect(withOrdinaryWidth(text)).toBe(ordinary);
  expect(firstOfOtherWidth(ordinary)).toBe('');
  expect(Boolean(firstOfOtherWidth(text))).toBe(text !== ordinary);
});

it('a note names the first such word and offers ordinary letters', () => {
  addMessages({ en, zh });
  const use = vi.fn();
  const place = document.createElement('div');
  render(widthNote(new TextEncoder().encode('learn Ｐｙｔｈｏｎ ３'), use), place);
  expect(place.textContent).toContain('‘Ｐｙｔｈｏｎ’');
  expect(place.textContent).toContain('‘Python’');
  place.querySelector('button')?.click();
  expect(use).toHaveBeenCalledWith('learn Python 3');
  render(widthNote(new TextEncoder().encode('learn Python 3'), use), place);
  expect(place.querySelector('button')).toBe(null);
});
