// @ts-nocheck: fakes and wrong values on purpose
import { describe, expect, it } from 'vitest';
import { analogyFile } from '../../../../web/src/lab/ask/analogy-file.js';
import { editDistance, nearestSpelling, wordsFor } from '../../../../web/src/lab/ask/words.js';

const listed = (...words) => words.map((word, i) => ({ word, count: 100 - i }));

describe('nearestSpelling', () => {
  const vocabulary = listed('the', 'king', 'queen', 'Paris', '国王', '王后', '女王');

  it.each([
    ['quen', 'queen'],
    ['KING', 'king'],
    ['paris', 'Paris'],
    ['kin', 'king'],
    ['国', '国王'],
    ['zebra', undefined],
    ['<script>', undefined],
    ['狗', undefined],
  ])('%s → %s', (word, expected) => {
    expect(nearestSpelling(word, vocabulary)).toBe(expected);
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['kitten', 'sitting', 3],
    ['国王', '女王', 1],
    ['😀a', 'a', 1],
  ])('%s, %s: %i', (a, b, expected) => {
    expect(editDistance(a, b, 9)).toBe(expected);
    expect(editDistance(b, a, 9)).toBe(expected);
  });

  it('gives up beyond the limit', () => {
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBeGreaterThan(2);
  });
});

describe('wordsFor', () => {
  const none = { nearest: '', analogy: null, odd: null, pair: null };

  it('asks what the reader asks, else what the corpus suggests, else frequent words', () => {
    const questions = {
      nearest: 'king',
      analogy: ['a', 'b', 'c'],
      oddOneOut: ['x', 'y', 'z'],
      similarity: ['p', 'q'],
    };
    expect(wordsFor({ ...none, nearest: 'queen' }, { questions }, []).nearest).toBe('queen');
    expect(wordsFor(none, { questions }, []).odd).toEqual(['x', 'y', 'z']);
    expect(wordsFor(none, undefined, listed('a', 'b', 'c')).analogy).toEqual(['a', 'b', 'c']);
    expect(wordsFor(none, undefined, []).pair).toEqual(['', '']);
  });
});

describe('analogyFile', () => {
  it('writes sections as gensim reads them', () => {
    const text = analogyFile([
      { section: 'gender', a: 'man', b: 'woman', c: 'king', d: 'queen' },
      { section: 'capital', a: 'paris', b: 'france', c: 'rome', d: 'italy' },
      { section: 'gender', a: 'boy', b: 'girl', c: 'king', d: 'queen' },
    ]);
    expect(text.split('\n')).toEqual([
      ': gender',
      'man woman king queen',
      'boy girl king queen',
      ': capital',
      'paris france rome italy',
    ]);
  });
});
