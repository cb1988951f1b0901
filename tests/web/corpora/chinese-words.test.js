/** The dictionary that Chinese is cut with, as the build writes it. */
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { chineseWordsAddress, loadChineseWords } from '../../../web/corpora/chinese-words.js';
import {
  chooseWords,
  packWords,
  writeChineseWords,
} from '../../../web/corpora/prepare-chinese-words.js';
import { Dictionary } from '../../../web/src/text/dictionary.js';
import { cutWords } from '../../../web/src/text/segmenter.js';

const SMALL =
  '图书馆 1551 n\n图书 900 n\n馆 40 n\n里 9000 f\n自行车 1034 n\n自行 300 d\n车 2000 n\n';

describe('the words that are chosen', () => {
  it('are Han of six characters at most, also in traditional characters', () => {
    const words = chooseWords(`${SMALL}一二三四五六七 9 n\nT恤 30 n\n稀有 3 n\n`);
    expect(words.get('图书馆')).toBe(1551);
    expect(words.get('圖書館')).toBe(1551);
    expect([...words.keys()]).not.toContain('T恤');
    expect([...words.keys()]).not.toContain('一二三四五六七');
    expect(words.get('稀有')).toBe(3);
  });

  it('come back from the packed file with their frequencies, to a quarter of a nat', () => {
    const words = chooseWords(SMALL);
    const { words: read } = new Dictionary(packWords(words));
    expect([...read.keys()].sort()).toEqual([...words.keys()].sort());
    for (const [word, frequency] of words) {
      expect(Math.abs(Number(read.get(word)) - Math.log(frequency))).toBeLessThanOrEqual(0.25);
    }
  });
});

describe('cutting', () => {
  const dictionary = new Dictionary(packWords(chooseWords(SMALL)));
  const cut = (/** @type {string} */ text, sentences = 'stops') =>
    new TextDecoder().decode(
      cutWords(new TextEncoder().encode(text), { sentences, language: 'zh', dictionary }),
    );

  it('takes the most frequent words, and single characters where there are none', () => {
    expect(cut('图书馆里')).toBe('图书馆 里 ');
    expect(cut('我的自行车')).toBe('我 的 自行车 ');
  });

  it('keeps other words whole, and ends sentences', () => {
    expect(cut('图书馆。里')).toBe('图书馆 \n里 ');
    expect(cut('图书馆。里', 'lines')).toBe('图书馆 里 ');
    expect(cut('GPT-2模型 costs 3.5 Euro. it’s\n')).toBe('gpt-2 模 型 costs 3.5 euro \nit’s \n');
    expect(cut('𠮷野')).toContain('野');
  });
});

describe('the whole dictionary', () => {
  /** @type {Dictionary} */
  let dictionary;
  beforeAll(async () => {
    const folder = new URL('.', chineseWordsAddress()).pathname;
    if (!existsSync(chineseWordsAddress())) await writeChineseWords(folder);
    dictionary = new Dictionary(await loadChineseWords());
  }, 60_000);

  it.each([
    ['我坐自行车去北京大学的图书馆看书', '我 坐 自行车 去 北京大学 的 图书馆 看书'],
    ['圖書館裡有很多人', '圖書館 裡 有 很多 人'],
    ['我騎腳踏車', '我 騎 腳踏車'],
    ['南京市长江大桥', '南京市 长江大桥'],
    ['研究生命的起源', '研究 生命 的 起源'],
  ])('%s', (text, words) => {
    expect(dictionary.cut(text).join(' ')).toBe(words);
  });
});
