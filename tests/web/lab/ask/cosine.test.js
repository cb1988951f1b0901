// @ts-nocheck: fakes on purpose
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../../../web/src/i18n/index.js';
import { cosineOf, fullOf } from '../../../../web/src/lab/ask/cosine.js';
import '../../../../web/src/lab/ask/cosine-sum.js';

// The browser of these tests adopts no style sheets.
vi.mock('../../../../web/src/share/adopt.js', () => ({ adopt: () => {} }));

const vectors = { king: [3, 4, 0], queen: [4, 3, 0], none: [0, 0, 0], lost: [Number.NaN, 1, 1] };

async function mount(words, kind = 'cbow', language = 'en') {
  document.body.replaceChildren();
  setLanguage(language);
  const model = {
    options: { model: kind },
    info: { vocabulary: 4 },
    vector: vi.fn(async (word) => Float32Array.from(vectors[word])),
  };
  const vocabulary = Object.keys(vectors).map((word) => ({ word }));
  const element = document.createElement('cosine-sum');
  Object.assign(element, { model, words, value: 0.96, vocabulary, matrix: 'output' });
  document.body.append(element);
  await settle(element);
  return element;
}

async function settle(element) {
  await element.updateComplete;
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

const text = (element, selector) =>
  element.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();

afterEach(() => {
  document.body.replaceChildren();
  setLanguage('en');
});

describe('the cosine', () => {
  it('is the sum of the products over both lengths', () => {
    const { products, sum, lengths, cosine } = cosineOf([3, 4], [4, -3]);
    expect([...products]).toEqual([12, -12]);
    expect({ sum, lengths, cosine }).toEqual({ sum: 0, lengths: [5, 5], cosine: 0 });
    expect(cosineOf([3, 4], [6, 8]).cosine).toBeCloseTo(1, 12);
    expect(cosineOf([0, 0], [6, 8]).cosine).toBeNaN();
    expect(fullOf([1, -3], [Number.NaN, 2])).toBe(3);
  });

  it('is shown with its products, lengths and quotient', async () => {
    const element = await mount(['king', 'queen']);
    expect(element.model.vector).toHaveBeenCalledWith('king', { matrix: 'output' });
    expect(text(element, '#cosine-products')).toBe('24.00');
    expect(text(element, '#cosine-value')).toBe('24.00 ÷ (5.00 × 5.00) = 0.96');
    const rows = [...element.querySelectorAll('tbody tr')].map(
      (row) => row.children[3].textContent,
    );
    expect(rows).toEqual(['12.000', '12.000', '0.000']);
    expect(text(element, '#cosine-onehot')).toContain('0 ÷ (1 × 1) = 0');
    expect(element.querySelectorAll('svg[role=img]')).toHaveLength(3);
  });

  it('says why there is none', async () => {
    expect(text(await mount(['king', 'none']), '#cosine-value')).toContain('Train first');
    expect(text(await mount(['king', 'lost']), '#cosine-value')).toContain('finite');
    expect(text(await mount(['king', 'none'], undefined, 'zh'), '#cosine-value')).toContain('训练');
  });

  it('needs no vectors for one-hot', async () => {
    const element = await mount(['king', 'king'], 'one-hot');
    expect(element.model.vector).not.toHaveBeenCalled();
    expect(text(element, '#cosine-onehot')).toContain('The same word');
    expect(element.querySelector('#cosine-value')).toBeNull();
  });

  it('shows the last of several questions', async () => {
    const element = await mount(['king', 'queen']);
    let answer;
    const slow = new Promise((resolve) => {
      answer = resolve;
    });
    element.model.vector.mockReturnValueOnce(slow);
    element.words = ['none', 'king'];
    await element.updateComplete;
    element.words = ['king', 'king'];
    await settle(element);
    answer(Float32Array.from([9, 9, 9]));
    await settle(element);
    expect(text(element, '#cosine-value')).toBe('25.00 ÷ (5.00 × 5.00) = 1.00');
  });
});
