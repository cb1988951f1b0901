// @ts-nocheck: fakes
import { describe, expect, it, vi } from 'vitest';
import { answer } from '../../../../web/src/lab/ask/answers.js';
import { nearestSpelling } from '../../../../web/src/lab/ask/words.js';

const vocabulary = [{ word: 'café' }, { word: 'nai\u0308ve' }];
const slot = {
  known: new Set(vocabulary.map(({ word }) => word)),
  vocabulary,
  model: { info: { vocabulary: 2 } },
};

describe('a question', () => {
  it('is asked for a word in its other spelling, and shown in the corpus’s', async () => {
    const ask = vi.fn(async () => 1);
    const { words, error } = await answer(slot, ['cafe\u0301', 'naïve'], 'value', ask);
    expect(error).toBeUndefined();
    expect(words).toEqual(['café', 'nai\u0308ve']);
    expect(ask).toHaveBeenCalled();
  });

  it('for an unknown word is not asked', async () => {
    const ask = vi.fn();
    const { error } = await answer(slot, ['cafés'], 'value', ask);
    expect(error).toEqual({ code: 'UnknownWord', value: 'cafés', suggestion: 'café' });
    expect(ask).not.toHaveBeenCalled();
  });
});

it('a spelling is suggested as the reader sees it, however it is composed', () => {
  expect(nearestSpelling('CAFE\u0301', vocabulary)).toBe('café');
});
