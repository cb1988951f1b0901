import { describe, expect, it } from 'vitest';
import { generateLadder } from '../../../web/corpora/polysemy.js';
import { POLYSEMES } from '../../../web/src/ladder/first-questions.js';
import { LadderStore } from '../../../web/src/ladder/store.js';
import { FIELDS } from '../../../web/src/ladder/table.js';
import {
  continuations,
  cutBlank,
  fillings,
  kin,
  occurrences,
} from '../../../web/src/ladder/words.js';
import { corpus, fakePlace } from './fake.js';

const open = (/** @type {string} */ fragment, /** @type {'en' | 'zh'} */ language = 'en') => {
  const place = fakePlace(fragment);
  return { place, store: new LadderStore({ place, language }) };
};

describe('the state of the ladder', () => {
  it('is empty in the address at first; the corpus follows the language', () => {
    expect(open('').place.fragment).toBe('');
    expect(open('').store.get('corpus')).toBe('en');
    expect(open('', 'zh').store.get('similar')).toBe('国王');
    expect(open('#v=1&lang=zh').store.get('corpus')).toBe('zh');
  });

  it('says the corpus whenever it says anything', () => {
    const { store, place } = open('');
    store.set({ seed: 7 });
    expect(place.fragment).toBe('#v=1&corpus=en&seed=7');
    store.set({ question: 'senses', polyseme: 'bank' });
    expect(place.fragment).toContain('ask=senses&word=bank');
    expect(store.get('first')).toContain('bank');
    store.set({ corpus: 'zh' });
    expect(store.get('polyseme')).toBe('苹果');
    expect(open(place.fragment).store.values).toEqual(store.values);
  });

  it('another corpus, other words; another polyseme, other sentences', () => {
    const { store } = open('#v=1&similar=paris&s1=my+apple');
    expect(store.get('first')).toBe('my apple');
    store.set({ polyseme: 'bank' });
    expect(store.get('first')).toContain('bank');
    store.set({ corpus: 'zh' });
    expect(store.get('similar')).toBe('国王');
  });

  it.each([
    '#v=1&seed=-1&corpus=fr&ask=all&word=苹果&analogy=a',
    '#seed=99999999999999999999&corpus=%%%&s1=%00%01',
    '#'.repeat(9999),
    '#v=1&word=toString&similar=',
  ])('hostile links fall back to what is allowed: %s', (fragment) => {
    const { store } = open(fragment);
    const polysemes = POLYSEMES[/** @type {'en'} */ (store.get('corpus'))];
    expect(polysemes).toContain(store.get('polyseme'));
    for (const { name } of FIELDS) expect(store.get(name)).not.toBeUndefined();
    expect(store.get('seed')).toBeLessThanOrEqual(4294967295);
  });

  it('tells what changed', () => {
    const { store } = open('');
    /** @type {string[][]} */
    const heard = [];
    store.addEventListener('change', (/** @type {any} */ event) =>
      heard.push(event.detail.changed),
    );
    store.set({ polyseme: 'bank' });
    store.set({ polyseme: 'bank' });
    expect(heard).toEqual([['polyseme', 'first', 'second']]);
  });
});

describe.each(
  /** @type {const} */ ([
    ['en', 1],
    ['en', 2],
    ['zh', 1],
    ['zh', 2],
  ]),
)('the first questions, %s, edition %i', (language, edition) => {
  const text = generateLadder({ language, edition });
  const { store } = open(`#v=1&corpus=${language}&edition=${edition}`);
  const lines = text.heldout.split('\n');

  it('speak of sentences that no model was trained on', () => {
    expect(lines.some((line) => line.startsWith(`${store.get('next')} `))).toBe(true);
    const [left, right] = store.get('blank').split('_');
    expect(lines.some((line) => line.startsWith(left) && line.endsWith(right))).toBe(true);
    for (const polyseme of POLYSEMES[language]) {
      store.set({ polyseme });
      const senses = [store.get('first'), store.get('second')].map((sentence) => {
        const i = lines.indexOf(sentence);
        expect(i, sentence).toBeGreaterThanOrEqual(0);
        expect(text.labels.heldout[i]?.word).toBe(polyseme);
        return text.labels.heldout[i]?.sense;
      });
      expect(senses).toEqual([0, 1]);
    }
  });

  it('have a truth', () => {
    const known = new Set(text.text.split(/\s+/));
    const tokens = store.get('next').split(' ');
    expect(continuations(text, tokens).size).toBe(1);
    const cut = cutBlank(store.get('blank'), known);
    expect(cut?.unknown).toEqual([]);
    const truth = fillings(text, cut?.left ?? [], cut?.right ?? []).size;
    expect([1, 2]).toContain(truth); // of either gender
  });
});

describe('words', () => {
  const known = new Set(corpus.text.split(/\s+/));

  it('a blank parts a sentence', () => {
    expect(cutBlank('the _ left', known)).toEqual({ left: ['the'], right: ['left'], unknown: [] });
    expect(cutBlank('The ____ left, zzz', known)).toEqual({
      left: ['the'],
      right: ['left'],
      unknown: ['zzz'],
    });
    expect(cutBlank('the left', known)).toBeNull();
    expect(cutBlank('_', known)).toEqual({ left: [], right: [], unknown: [] });
  });

  it('the corpus knows what follows, and what fills', () => {
    expect(continuations(corpus, ['the', 'king']).size).toBeGreaterThan(1);
    expect(continuations(corpus, ['king', 'king']).size).toBe(0);
    expect(
      fillings(corpus, ['the'], ['left', 'the', 'playground', 'with', 'her', 'schoolbag']),
    ).toEqual(new Set(['girl']));
    expect(fillings(corpus, ['the', 'woman', 'left'], ['the', 'woman', 'left']).size).toBe(0);
  });

  it('kin: the group, or the twins of a polyseme', () => {
    expect(kin(corpus, 'king')).toContain('queen');
    expect(kin(corpus, 'king')).not.toContain('king');
    expect(kin(corpus, 'apple')).toEqual(new Set(corpus.senses.apple.twins.flat()));
    expect(kin(corpus, 'the').size).toBe(0);
  });

  it('occurrences of both senses alike, held-out ones marked', () => {
    const { sentences, senses, heldout } = occurrences(corpus, 'apple', 40);
    expect(heldout.filter((held) => !held)).toHaveLength(40);
    expect(senses.filter((sense, i) => !heldout[i] && sense === 0)).toHaveLength(20);
    expect(heldout.filter(Boolean).length).toBeGreaterThan(10);
    for (const sentence of sentences) expect(sentence).toContain('apple');
  });
});
