/** Sentences end where the core ends them: the core is asked. */
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../web/src/api/index.js';
import { suggestCut } from '../../web/src/text/script.js';
import { cutWords } from '../../web/src/text/segmenter.js';
import { countStops, endsSentence } from '../../web/src/text/stops.js';

/** A text, and how many sentences it has. @type {[string, number][]} */
const TEXTS = [
  ['read https://example.org/a.b?c=1&d=2 now', 1],
  ['write to me@example.com please', 1],
  ['see report.final.pdf or 报告.docx here', 1],
  ['Node.js v2.0 has 3.14, ３．14 and a U.S.A flag', 1],
  ['the U.S.’s flag and Yahoo!x wait...what', 1],
  ['He left. She stayed! Why? He… Then she', 5],
  ['He said "go." “Why?” (No.) \'Yes.\' Then', 5],
  ['国王爱王后。王后笑！好？好．好｡好', 6],
  ['我爱你.你呢?好……好!Hello', 4],
  ['राजा।रानी مرحبا؟نعم', 3],
  ['wow!😀 next one.\u00ad two', 3],
  ['one\ntwo\rthree\r\nfour\u2028five', 5],
];

/** The sentences of a text, without their ends. @param {string} text @param {string} rule */
function sentencesOf(text, rule) {
  const sentences = [''];
  for (let at = 0; at < text.length; at++) {
    if (endsSentence(text, at, rule)) sentences.push('');
    else sentences[sentences.length - 1] += text[at];
  }
  return sentences.filter((sentence) => /[\p{L}\p{N}\p{So}]/u.test(sentence));
}

describe.each(TEXTS)('%s', (text, count) => {
  it('has as many sentences here', () => {
    expect(sentencesOf(text, 'stops')).toHaveLength(count);
  });

  it.each(/** @type {const} */ (['words', 'characters']))(
    'and in the core: %s',
    async (tokenizer) => {
      const extra = '\nalpha beta'; // a corpus has two words at least
      const { sentences } = await tokenize(text + extra, { tokenizer, sentences: 'stops' });
      expect(sentences).toBe(count + 1);
    },
  );
});

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

describe('the browser’s words', () => {
  const cut = (/** @type {string} */ text, sentences = 'stops') =>
    new TextDecoder()
      .decode(cutWords(bytes(text), { sentences, language: 'zh' }))
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);

  it('lie in the sentences of the core', () => {
    expect(cut('我用Node.js v2.0。他看a.org/b.c?d=1 吗？是')).toHaveLength(3);
    expect(cut('一\r二\r\n三\n四', 'lines')).toEqual(['一', '二', '三', '四']);
  });

  it('are composed, and emoji are among them', () => {
    expect(cut('cafe\u0301 👩‍🚀❤️!')).toEqual(['café 👩‍🚀 ❤️']);
  });
});

it('only ends of sentences suggest full stops', () => {
  expect(countStops('a.b.c v2.0 x@y.org. End')).toBe(1);
  expect(suggestCut('see a.org/b.html?c=1\nor b.org and c.net').sentences).toBe('lines');
  expect(suggestCut('One. Two. Three').sentences).toBe('stops');
  expect(suggestCut('a b\rc d\re f\rg.').sentences).toBe('lines');
});
