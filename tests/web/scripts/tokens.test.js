/** All tokens of a text are those that the core counts and shows. */
import { describe, expect, it } from 'vitest';
import { presets } from '../../../web/corpora/index.js';
import { tokenize as core } from '../../../web/src/api/index.js';
import { tokenLines } from '../../../web/src/scripts/tokens.js';

const tokenizers = /** @type {const} */ (['space', 'words', 'characters']);
const rules = /** @type {const} */ (['lines', 'stops']);
const cuts = tokenizers.flatMap((tokenizer) =>
  rules.map((sentences) => ({ tokenizer, sentences })),
);

/** @type {[string, string][]} */
const HARD = [
  ['apostrophes and points', "don't stop. l’été — it's 3.14, or 3. 14? “quoted” 'words'"],
  ['capitals', 'ΣΊΣΥΦΟΣ İstanbul ẞ Ǆ ﬁne NAÏVE'],
  ['Chinese', '他说：“你好！”然后走了。2024年，二〇二四年；3．14'],
  ['Chinese, letters and digits', 'A股涨了3.5%，iPhone15的“don’t”不好：他’s 你’好 B座2楼 ①第１章'],
  ['rare ideographs', '𠀀𪛟a 𰀀𱍊𲎯1 㐀䶿 龘'],
  ['Japanese, Korean, Bopomofo', 'ひらがな カタカナ ヷ が゙ 한국어 ㄅㄆㄇ 々〇'],
  ['marks of repetition and length', 'ラーメン えーーっと ーa 〱〱 〆切 ｶﾞｰｰb aー1'],
  ['what cannot be seen', 'a\u00adb c\u2060d \ufeffe zero\u200cwidth می\u200cخواهم क्\u200dष'],
  [
    'emoji and marks',
    'emoji 👩‍🚀 ❤️ e\u0301te\u0301 \u0301lone 1\u0301 字\u0301 a\u0301\u0308b l\u0301’e',
  ],
  ['stops', '... !!! a... b?! ?! c. .d'],
  ['ends of lines', 'line one\rline two\u2028three\u2029four'],
  ['long tokens', `${'x'.repeat(999)} ${'y'.repeat(1001)} ${'字'.repeat(334)} z`],
  ['spaces', '\u3000full\u00a0width\tspaces\u0001control'],
  ['nothing', ''],
  ['nearly nothing', ' \n \n. '],
];

/** The core shows three sentences at most, and sixty tokens. @param {string[][]} sentences */
function shown(sentences) {
  let left = 60;
  return sentences
    .slice(0, 3)
    .map((sentence) => {
      const part = sentence.slice(0, left);
      left -= part.length;
      return part;
    })
    .filter((part) => part.length);
}

describe.each(cuts)('$tokenizer, $sentences', (cut) => {
  it.each(HARD)('%s', async (_, text) => {
    const enough = `${text}\nalpha beta`; // a corpus has two words at least
    const counted = await core(enough, cut);
    const lines = (await tokenLines(enough, cut)).split('\n').map((line) => line.split(' '));
    expect(lines.length).toBe(counted.sentences);
    expect(lines.flat().length).toBe(counted.tokens);
    expect(shown(lines)).toEqual(counted.preview);
  });
});

// Whatever becomes of the rules, links with a corpus of the project's promise results.
it.each(presets)('$id is cut as it is written, by every rule', async (preset) => {
  for (const text of [await preset.load(), await preset.heldout()]) {
    for (const cut of cuts.filter((cut) => cut.tokenizer !== 'characters')) {
      expect((await tokenLines(text, cut)) === text.trimEnd(), JSON.stringify(cut)).toBe(true);
    }
  }
});

it('a text without words has no lines', async () => {
  expect(await tokenLines(' \n. !', { tokenizer: 'words', sentences: 'stops' })).toBe('');
});
