/** The page's tokenizer splits as the core's does: the core is asked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presets } from '../../../web/corpora/index.js';
import { tokenize as core } from '../../../web/src/api/index.js';
import { tokenize, tokenLines } from '../../../web/src/scripts/tokens.js';

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

/** @param {string} text @param {typeof cuts[number]} cut */
async function same(text, cut) {
  const enough = `${text}\nalpha beta`; // a corpus has two words at least
  const theirs = await core(enough, cut);
  const ours = tokenize(enough, cut);
  expect(ours.length).toBe(theirs.sentences);
  expect(ours.flat().length).toBe(theirs.tokens);
  expect(shown(ours)).toEqual(theirs.preview);
}

describe.each(cuts)('$tokenizer, $sentences', (cut) => {
  it.each(HARD)('%s', (_, text) => same(text, cut));

  it('short texts of hard letters', async () => {
    const letters = [...new Set(HARD.flatMap(([, text]) => [...text]))];
    const text = fc
      .array(fc.constantFrom(...letters, ' ', ' ', '.', "'", 'a', '1', '中'), { maxLength: 30 })
      .map((list) => list.join(''));
    await fc.assert(
      fc.asyncProperty(text, (sample) => same(sample, cut)),
      { numRuns: 150, seed: 6 },
    );
  });
});

it.each(['relations-en', 'relations-zh'])('%s as the core counts it', async (id) => {
  const preset = /** @type {any} */ (presets.find((candidate) => candidate.id === id));
  const { tokenizer, sentences } = preset;
  const counts = await core({ preset: id }, { tokenizer, sentences });
  const lines = (await tokenLines(await preset.load(), { tokenizer, sentences })).split('\n');
  const tokens = lines.map((line) => line.split(' '));
  expect(lines.length).toBe(counts.sentences);
  expect(tokens.flat().length).toBe(counts.tokens);
  expect(new Set(tokens.flat()).size).toBe(counts.vocabulary);
});

it('portions of a long text are cut as the whole is', async () => {
  const text = 'One two. Three four\nfive six? seven\n'.repeat(20_000);
  const cut = { tokenizer: 'words', sentences: 'stops' };
  const whole = tokenize(text, cut).map((sentence) => sentence.join(' '));
  expect(await tokenLines(text, cut)).toBe(whole.join('\n'));
});
