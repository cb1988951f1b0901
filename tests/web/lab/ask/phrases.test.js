// @ts-nocheck: fakes on purpose
import { describe, expect, it } from 'vitest';
import { phrasesFor, placesIn, wordsOf } from '../../../../web/src/lab/ask/phrases.js';

const english = new Set(['the', 'king', 'left', "don't", 'USA', 'throne', 'new_york']);
const chinese = new Set(['国王', '带', '着', '他', '的', '王冠', '离开', '宝座', '国']);

describe('wordsOf', () => {
  it.each([
    ['the king left', ['the', 'king', 'left']],
    ['  The  KING, left. ', ['the', 'king', 'left']],
    ["don't new_york USA", ["don't", 'new_york', 'USA']],
    ['the dragon', ['the', 'dragon']],
    ['', []],
    ['… — !', []],
  ])('%j gives %j', (text, words) => expect(wordsOf(text, english)).toEqual(words));

  it('finds words in the spelling that the corpus has, with the marks inside them', () => {
    const known = new Set(['café', 'nai\u0308ve', 'node.js', 'c++', '❤️', "don't"]);
    const words = ['café', 'nai\u0308ve', 'node.js', 'c++', '❤️', "don't"];
    expect(wordsOf('Cafe\u0301, naïve (Node.js), C++ ❤️ don’t.', known)).toEqual(words);
  });

  it.each([
    ['国王 带 着', ['国王', '带', '着']],
    ['国王带着他的王冠离开宝座。', ['国王', '带', '着', '他', '的', '王冠', '离开', '宝座']],
    ['国王吃苹果', ['国王', '吃苹果']],
  ])('cuts %j at the longest words it knows', (text, words) => {
    expect(wordsOf(text, chinese)).toEqual(words);
  });

  it('keeps a blank apart, full width or not, spaced or not', () => {
    expect(wordsOf('the _ left', english, { blank: true })).toEqual(['the', '_', 'left']);
    expect(wordsOf('国王带着他的＿离开', chinese, { blank: true })).toEqual([
      ...['国王', '带', '着', '他', '的'],
      ...['_', '离开'],
    ]);
  });
});

describe('phrasesFor', () => {
  const of = (more) => ({ vocabulary: [], known: new Set(), ...more });
  const none = { next: null, blank: null, scored: null, prompt: null, first: null, second: null };

  it("takes the reader's words, an empty line included, else the corpus's example", () => {
    const preset = { id: 'relations-en' };
    const known = new Set('the king left throne with his sceptre'.split(' '));
    const given = phrasesFor({ ...none, next: '' }, of({ preset, known }));
    expect(given.next).toBe('');
    expect(given.blank).toContain('_');
    expect(given.first).toContain('apple');
    expect(given.second).toContain('apple');
    const phrases = { ...given, next: 'from the corpus' };
    expect(phrasesFor(none, of({ preset: { phrases }, known })).next).toBe('from the corpus');
    const foreign = {
      preset,
      known: new Set(['chat', 'chien']),
      vocabulary: [{ word: 'chat' }, { word: 'chien' }],
    };
    expect(phrasesFor(none, of(foreign)).scored).toBe('chat chien'); // it knows no king
  });

  it('makes examples of the first sentences of an own text', () => {
    const text = 'Dogs bark at cats all night. Cats sleep. My cats climb trees.';
    const known = new Set('dogs bark at cats all night sleep my climb trees'.split(' '));
    const bytes = new TextEncoder().encode(text);
    const made = phrasesFor(none, of({ bytes, known }));
    expect(made.scored).toBe('dogs bark at cats all night');
    expect(made.next).toBe('dogs bark at cats');
    expect(made.blank).toBe('dogs bark at _ all night');
    expect(made.second).toBe('my cats climb trees');
  });

  it('stands a text without sentences', () => {
    const vocabulary = [{ word: 'a' }, { word: 'b' }];
    expect(phrasesFor(none, of({ vocabulary })).scored).toBe('a b');
    expect(phrasesFor(none, of({})).next).toBe('');
  });
});

describe('placesIn', () => {
  const first = ['the', 'apple', 'is', 'sweet'];
  const second = ['an', 'apple', 'phone', 'is', 'dear'];
  const rank = (word) => ['the', 'is', 'an', 'sweet', 'apple'].indexOf(word);

  it('compares the rarest word both have, else the first ones', () => {
    expect(placesIn(first, second, { places: null, rank })).toEqual([1, 1]);
    expect(placesIn(first, ['nothing'], { places: null, rank })).toEqual([0, 0]);
  });

  it("takes the reader's choice while the sentences are long enough", () => {
    expect(placesIn(first, second, { places: [3, 4], rank })).toEqual([3, 4]);
    expect(placesIn(first, ['apple'], { places: [3, 4], rank })).toEqual([1, 0]);
  });
});
