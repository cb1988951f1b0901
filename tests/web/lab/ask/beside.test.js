// @ts-nocheck: fakes on purpose
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../../../web/src/i18n/index.js';
import '../../../../web/src/lab/ask/ask-beside.js';
import { beside } from '../../../../web/src/lab/ask/beside.js';
import {
  sampledChances,
  softmax,
  treeChances,
  wordsBeside,
} from '../../../../web/src/lab/ask/beside-chances.js';

// The browser of these tests adopts no style sheets.
vi.mock('../../../../web/src/share/adopt.js', () => ({ adopt: () => {} }));

async function mount(properties) {
  const element = document.createElement('ask-beside');
  Object.assign(element, { word: 'king', trained: true, ...properties });
  document.body.append(element);
  await element.updateComplete;
  return element;
}

afterEach(() => {
  document.body.replaceChildren();
  setLanguage('en');
});

const sampled = [
  { word: 'crown', probability: 0.5, score: 0.8125 },
  { word: 'the', probability: 0.25, score: 0.4 },
];

describe('the words beside a word', () => {
  it('have chances that add up to 1', () => {
    const logits = Float64Array.of(1000, 999, 0);
    const p = softmax(logits);
    expect(p[0] / p[1]).toBeCloseTo(Math.E, 9);
    const noisy = sampledChances(Float64Array.of(0, 0, 0), [16, 1, 0], 0.5);
    expect(noisy[0]).toBeCloseTo(0.8, 9); // 4 : 1
    expect(noisy[2]).toBeLessThan(1e-12);
    const tree = {
      nodes: Int32Array.of(1, 1, 0, 1, 0),
      branches: Int32Array.of(0, 1, 0, 1, 1),
      offsets: Int32Array.of(0, 1, 3, 5),
    };
    const leaves = treeChances(Float64Array.of(0.3, -2), tree);
    expect(leaves[0] + leaves[1] + leaves[2]).toBeCloseTo(1, 12);
    expect(leaves[0]).toBeCloseTo(1 / (1 + Math.exp(2)), 12); // branch 0: σ(f)
  });

  it('are not asked of a huge vocabulary', async () => {
    const model = { info: { vocabulary: 1e6, dimensions: 300 }, vector: vi.fn() };
    expect(await wordsBeside(model, 'king', 8)).toBeNull();
    expect(model.vector).not.toHaveBeenCalled();
    const element = await mount({ answer: { words: ['king'], items: null } });
    expect(element.textContent).toContain('too large');
  });

  it('are asked of a Skip-gram that has begun', () => {
    const suits = (kind, begun) => beside.suits({ begun, slot: { kind } });
    expect(suits('skip-gram', true)).toBe(true);
    expect(suits('skip-gram', false)).toBe(false);
    expect(suits('cbow', true)).toBe(false);
  });

  it('are listed with scores that are called scores, and lead on', async () => {
    const element = await mount({
      objective: 'negative-sampling',
      answer: { words: ['king'], items: sampled },
    });
    const [first] = element.querySelectorAll('.chance');
    expect(first.textContent.replace(/\s+/g, ' ').trim()).toBe('crown50 %0.813');
    expect(first.getAttribute('aria-label')).toBe('crown, 50 %, score 0.813: ask about this word');
    expect(element.querySelector('#beside-how').textContent).toContain('not a probability');
    const heard = vi.fn();
    element.addEventListener('set', ({ detail }) => heard(detail));
    first.click();
    expect(heard).toHaveBeenCalledWith({ nearest: 'crown' });
  });

  it('name an unknown word and offer a known one', async () => {
    const error = { code: 'UnknownWord', value: 'kng', suggestion: 'king' };
    const element = await mount({ word: 'kng', answer: { words: ['kng'], error } });
    expect(element.querySelector('#beside-problem').textContent).toContain('kng');
    const heard = vi.fn();
    element.addEventListener('set', ({ detail }) => heard(detail));
    element.querySelector('#beside-problem button').click();
    expect(heard).toHaveBeenCalledWith({ nearest: 'king' });
  });
});
