#!/usr/bin/env node
/**
 * Writes the dictionary that Chinese text is cut with. The build runs this script:
 *
 *   node web/corpora/prepare-chinese-words.js [FOLDER]     default: prepared/ beside this file
 *
 * It is the dictionary of jieba (MIT, from the package @node-rs/jieba) without what a page can do
 * without, so that it takes less than 2 MB: words of up to six characters that are all Han. jieba
 * has few words in traditional characters, so those of the more frequent words are added
 * (opencc-js, as written in Taiwan).
 *
 * The name of the file contains a version, which links contain too: another dictionary cuts other
 * words, so it needs another name.
 *
 * The format: lines of licence that begin with #, then one line of words for each frequency, which is given in steps of half a nat. The words
 * of a line are in order; each is the number of characters that it shares with the word before (one
 * digit), and the rest of it.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Converter } from 'opencc-js';
import { prepareFiles, runAsScript } from './prepare.js';

const NAME = 'chinese-words-1.txt.gz';
const LONGEST = 6;
const LEAST_TRADITIONAL = 4; // occurrences in jieba's corpus: half of its words have three

/** @param {string} dictionary lines of word, frequency, tag @returns {Map<string, number>} */
export function chooseWords(dictionary) {
  /** @type {Map<string, number>} */
  const words = new Map();
  for (const line of dictionary.split('\n')) {
    const [word, frequency] = line.split(' ');
    if (/^[\u3400-\u4dbf\u4e00-\u9fff]+$/.test(word) && word.length <= LONGEST) {
      words.set(word, Math.max(1, Number(frequency)));
    }
  }
  const toTraditional = Converter({ from: 'cn', to: 'tw' });
  for (const [word, frequency] of [...words]) {
    if (frequency < LEAST_TRADITIONAL) continue;
    const other = toTraditional(word);
    words.set(other, Math.max(frequency, words.get(other) ?? 0));
  }
  return words;
}

const LICENCE = `# Chinese words and their frequencies, selected from the dictionary of jieba
# (dict.txt), with traditional spellings by OpenCC (Apache License 2.0).
#
# The MIT License (MIT). Copyright (c) 2013 Sun Junyi
#
# Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
# associated documentation files (the "Software"), to deal in the Software without restriction,
# including without limitation the rights to use, copy, modify, merge, publish, distribute,
# sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
# furnished to do so, subject to the following conditions:
#
# The above copyright notice and this permission notice shall be included in all copies or
# substantial portions of the Software.
#
# THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
# NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
# NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
# DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
# OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/** @param {Map<string, number>} words @returns {string} */
export function packWords(words) {
  /** @type {Map<number, string[]>} */
  const byStep = new Map();
  for (const [word, frequency] of words) {
    const step = Math.round(2 * Math.log(frequency));
    const line = byStep.get(step);
    if (line) line.push(word);
    else byStep.set(step, [word]);
  }
  return packed(byStep);
}

/** @param {Map<number, string[]>} byStep */
function packed(byStep) {
  const lines = [...byStep].sort(([a], [b]) => b - a);
  const text = lines.map(([step, words]) => {
    let before = '';
    const shared = (/** @type {string} */ word) => {
      let count = 0;
      while (count < before.length && word[count] === before[count]) count += 1;
      before = word;
      return `${count}${word.slice(count)}`;
    };
    return `${step} ${words.sort().map(shared).join('')}\n`;
  });
  return LICENCE + text.join('');
}

/** @param {string} folder @returns {Promise<boolean>} whether the file was written */
export const writeChineseWords = (folder) =>
  prepareFiles(folder, [NAME], import.meta.url, async () => {
    const home = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
    return [packWords(chooseWords(await readFile(home, 'utf8')))];
  });

await runAsScript(import.meta.url, writeChineseWords);
