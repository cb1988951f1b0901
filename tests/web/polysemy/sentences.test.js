// @ts-nocheck: fakes
import { describe, expect, it } from 'vitest';
import { generatePolysemy } from '../../../web/corpora/polysemy.js';
import { chance, occurrencesOf } from '../../../web/src/polysemy/occurrences.js';
import { WORDS } from '../../../web/src/polysemy/table.js';
import { cutSentence, written } from '../../../web/src/text/sentence.js';
import { fakeCorpus } from './fake.js';

describe('what a reader types', () => {
  const known = new Set([
    '这',
    '个',
    '苹果',
    '果',
    '很',
    '甜',
    '这个',
    'apple',
    "it's",
    'ripe',
    'the',
  ]);

  it('is cut into words, whatever stands between them', () => {
    const { tokens, unknown, place } = cutSentence("The  RIPE apple, it's  red!", known, 'apple');
    expect(tokens).toEqual(['the', 'ripe', 'apple', "it's"]);
    expect(unknown).toEqual(['red']);
    expect(place).toBe(2);
  });

  it('in Chinese becomes the longest words of the vocabulary', () => {
    const { tokens, unknown, place } = cutSentence('这个苹果很好吃，真甜。', known, '苹果');
    expect(tokens).toEqual(['这个', '苹果', '很', '甜']);
    expect(unknown).toEqual(['好吃', '真']);
    expect(place).toBe(1);
    expect(written(tokens)).toBe('这个苹果很甜');
  });

  it('is found in the spelling that the corpus has', () => {
    const words = new Set(['café', 'nai\u0308ve', 'node.js', "don't", 'c++', '❤️', 'u', 's']);
    const asked = 'Cafe\u0301, NAÏVE node.js! don’t C++ ❤️ u.s.';
    expect(cutSentence(asked, words, 'café').tokens).toEqual([
      ...['café', 'nai\u0308ve', 'node.js', "don't", 'c++', '❤️', 'u', 's'],
    ]);
  });

  it('is taken as it is written where the model reads any spelling', () => {
    const free = { free: true };
    const { tokens, unknown, place } = cutSentence("It's an Apple, 2 kg!", known, 'apple', free);
    expect(tokens).toEqual(["It's", 'an', 'Apple', ',', '2', 'kg', '!']);
    expect(unknown).toEqual([]);
    expect(place).toBe(2);
    const chinese = cutSentence('这个苹果很好吃。', known, '苹果', free);
    expect(chinese.tokens).toEqual(['这个', '苹果', '很', '好吃', '。']);
    expect(chinese.place).toBe(1);
    expect(cutSentence('pineapple', known, 'apple', free).place).toBe(-1);
  });

  it('may be nothing, or nothing known', () => {
    expect(cutSentence('', known, 'apple')).toEqual({ tokens: [], unknown: [], place: -1 });
    expect(cutSentence('?!… 🍎', known, 'apple').place).toBe(-1);
    expect(cutSentence('apples', new Set(), 'apple').unknown).toEqual(['apples']);
  });
});

describe('occurrences', () => {
  it('are different sentences, as many of each sense, labelled', () => {
    const of = occurrencesOf(fakeCorpus(), 'apple', { trained: 20, heldout: 10 });
    expect(of.sentences).toHaveLength(30);
    expect(new Set(of.sentences.map((tokens) => tokens.join(' '))).size).toBe(30);
    expect(of.senses.filter((sense) => sense === 1)).toHaveLength(15);
    expect(of.heldout.filter(Boolean)).toHaveLength(10);
    of.sentences.forEach((tokens, i) => {
      expect(tokens[of.places[i]]).toBe('apple');
      expect(of.senses[i]).toBe(tokens.includes('ripe') || tokens.includes('this') ? 0 : 1);
    });
    expect(chance(of)).toBe(0.5);
  });

  it('are there for every word of the page, in the corpora themselves', () => {
    for (const language of ['en', 'zh']) {
      const corpus = generatePolysemy({ language });
      const train = new Set(corpus.text.split('\n'));
      for (const word of corpus.words) {
        expect(WORDS).toContain(word);
        const of = occurrencesOf(corpus, word);
        expect(of.names).toHaveLength(2);
        expect(of.sentences.length, word).toBeGreaterThan(150);
        expect(of.heldout.filter(Boolean).length, word).toBeGreaterThan(40);
        expect(chance(of), word).toBe(0.5);
        of.sentences.forEach((tokens, i) => {
          expect(tokens[of.places[i]]).toBe(word);
          expect(train.has(tokens.join(' '))).toBe(!of.heldout[i]);
        });
      }
    }
  });
});
