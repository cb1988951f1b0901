import { afterEach, describe, expect, it } from 'vitest';
import { en } from '../../../web/src/i18n/glosses-en.js';
import { zh } from '../../../web/src/i18n/glosses-zh.js';
import { messages, setLanguage } from '../../../web/src/i18n/index.js';
import { TERMS, termsIn } from '../../../web/src/i18n/terms.js';

afterEach(() => setLanguage('en'));

/** @param {string} text */
const found = (text) => termsIn(text).flatMap((part) => (typeof part === 'string' ? [] : [part]));

describe('terms', () => {
  it('are explained in both languages, each without a rest', () => {
    const keys = Object.keys(TERMS.en).map((term) => `gloss.${term}`);
    expect(Object.keys(TERMS.zh).sort()).toEqual(Object.keys(TERMS.en).sort());
    expect(Object.keys(en).sort()).toEqual(keys.sort());
    expect(Object.keys(zh).sort()).toEqual(keys.sort());
    for (const text of Object.values(zh)) expect(text).toMatch(/[\u4e00-\u9fff]/);
  });

  it('leave the text as it was', () => {
    for (const text of Object.values(messages.en)) {
      const parts = termsIn(text).map((part) => (typeof part === 'string' ? part : part.text));
      expect(parts.join('')).toBe(text);
    }
  });

  it('are found once each, the longest first, and not inside words', () => {
    expect(found('Loss, nats per prediction: the loss').map(({ term }) => term)).toEqual([
      'loss',
      'nat',
    ]);
    expect(found('hierarchical softmax, then full softmax')).toEqual([
      { term: 'hierarchical', text: 'hierarchical softmax' },
      { term: 'softmax', text: 'full softmax' },
    ]);
    expect(found('a nation of gloss')).toEqual([]);
    expect(found('NNLM + trigram')).toEqual([{ term: 'ngram', text: 'trigram' }]);
  });

  it('are found in Chinese, where words have no spaces', () => {
    setLanguage('zh');
    expect(found('困惑度越低越好，二元文法见过就行').map(({ term }) => term)).toEqual([
      'perplexity',
      'ngram',
    ]);
    expect(found('用同一个随机种子')).toEqual([{ term: 'seed', text: '随机种子' }]);
  });

  it('of every kind stand somewhere in the texts of the pages', () => {
    for (const language of /** @type {const} */ (['en', 'zh'])) {
      setLanguage(language);
      const all = Object.values(messages[language]).join(' \n ');
      const here = new Set(found(all).map(({ term }) => term));
      for (const term of [
        'loss',
        'nat',
        'perplexity',
        'ngram',
        'softmax',
        'seed',
        'build',
        'rate',
      ]) {
        expect(here.has(term), `${language}: ${term}`).toBe(true);
      }
    }
  });
});
