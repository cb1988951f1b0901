// @ts-nocheck: fakes

import { render } from 'lit';
import { describe, expect, it } from 'vitest';
import { promisedOf } from '../../../web/src/lab/lab-actions.js';
import { whyItDiffers } from '../../../web/src/lab/lab-view.js';
import { tokenPreview } from '../../../web/src/lab/settings/token-preview.js';
import { field } from '../../../web/src/lab/table.js';
import { wordsHash } from '../../../web/src/link/copied-link.js';
import { CUTTING_RULES } from '../../../web/src/text/script.js';

const vocabulary = [{ word: 'king', count: 2 }];
const slotOf = (corpus) => ({
  ...{ kind: 'skip-gram', hash: '0123456789abcdef', vocabulary, values: { corpus } },
  ...{ report: { finished: true }, model: { info: { build: 'exact' } } },
});

describe('the rules by which a text was cut', () => {
  it('explain other words than those of an older link', () => {
    const why = (corpus, link) => whyItDiffers(slotOf(corpus), link);
    expect(why('own', { words: 'ffffffff', rules: CUTTING_RULES - 1 })).toBe('rules');
    expect(why('own', { words: 'ffffffff', rules: CUTTING_RULES })).toBe('words');
    expect(why('relations-en', { words: 'ffffffff', rules: 1 })).toBe('words');
    expect(why('own', { words: wordsHash(vocabulary), rules: 1 })).toBe('program');
  });

  it('are in a copied link with the reader’s text, and in no other', () => {
    const promised = (corpus) =>
      promisedOf({ present: slotOf(corpus), isStale: () => false, store: { get: () => corpus } });
    expect(promised('own').rules).toBe(CUTTING_RULES);
    expect(promised('relations-en').rules).toBeUndefined();
  });

  it('are 1 in a link that does not name them', () => {
    expect(field('rules').initial).toBe(1);
    expect(field('rules').parse('2')).toBe(2);
  });
});

it('signs that are left out are shown, with their number', () => {
  const counts = { tokens: 5, sentences: 1, vocabulary: 5, replaced: 0, overlong: 0, preview: [] };
  const text = (more) => {
    const place = document.createElement('div');
    render(tokenPreview({ ...counts, ...more }), place);
    return place.querySelector('[data-testid="dropped"]')?.textContent.trim();
  };
  expect(text({ dropped: 3, droppedSigns: ['€', '→'] })).toBe('Signs left out: 3 (€ →)');
  expect(text({ dropped: 0, droppedSigns: [] })).toBeUndefined();
});
