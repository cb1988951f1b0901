// @ts-nocheck: fakes on purpose
import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../../../web/src/lab/ask/ask-blank.js';
import '../../../../web/src/lab/ask/ask-generate.js';
import '../../../../web/src/lab/ask/ask-next.js';
import '../../../../web/src/lab/ask/ask-sentence.js';
import '../../../../web/src/lab/ask/context-panel.js';
import '../../../../web/src/lab/perplexity-table.js';
import { setLanguage } from '../../../../web/src/i18n/index.js';

async function mount(name, properties = {}) {
  const element = Object.assign(document.createElement(name), properties);
  document.body.append(element);
  await settle(element);
  return element;
}

async function settle(element) {
  await element.updateComplete;
  await Promise.all([...element.querySelectorAll('*')].map((part) => part.updateComplete));
}

const heard = (element) => {
  const listener = vi.fn();
  element.addEventListener('set', (event) => listener(event.detail));
  return listener;
};

const items = [
  { word: 'throne', probability: 0.62 },
  { word: '</s>', probability: 0.031 },
  { word: '<b>', probability: 0.00001 },
];

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
);

afterEach(() => {
  document.body.replaceChildren();
  setLanguage('en');
});

describe('ask-next', () => {
  const answer = { words: ['the', 'king'], items };
  const make = () => mount('ask-next', { text: 'the king ', answer, trained: true });

  it('lists words with their chances; a press appends one', async () => {
    const element = await make();
    const rows = [...element.querySelectorAll('.chance')].map((row) =>
      row.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(rows).toEqual(['throne62 %', 'sentence ends3.1 %', '<b><0.01 %']);
    const set = heard(element);
    element.querySelector('[data-word=throne]').click();
    expect(set).toHaveBeenCalledWith({ next: 'the king throne' });
    expect(element.querySelectorAll('button.chance')).toHaveLength(2); // the end is no word
    expect(element.querySelector('[data-word=throne]').getAttribute('aria-label')).toBe(
      'throne, 62 %: append',
    );
  });

  it('takes the last word back, and what is typed', async () => {
    const element = await make();
    const set = heard(element);
    element.querySelector('#next-back').click();
    expect(set).toHaveBeenLastCalledWith({ next: 'the' });
    const input = element.querySelector('#next');
    input.value = 'a\u0000 queen\n';
    input.dispatchEvent(new Event('input'));
    expect(set).toHaveBeenLastCalledWith({ next: 'a queen ' });
    const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true });
    input.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(true);
  });

  it('says which words NNLM sees', async () => {
    const element = await make();
    expect(element.querySelector('#next-seen')).toBeNull(); // ELMo reads all of them
    const seen = async (context) => {
      element.context = context;
      await settle(element);
      return [...element.querySelectorAll('#next-seen .token')].map((token) => token.textContent);
    };
    expect(await seen(1)).toEqual(['king']);
    expect(await seen(3)).toEqual(['<s>', 'the', 'king']);
  });

  it('offers the nearest spelling, and says that an untrained model guesses', async () => {
    const error = { code: 'UnknownWord', value: 'kng', suggestion: 'king' };
    const element = await mount('ask-next', { text: 'the kng', answer: { words: [], error } });
    const set = heard(element);
    element.querySelector('#next-problem button').click();
    expect(set).toHaveBeenCalledWith({ next: 'the king' });
    expect(element.querySelector('.untrained')).not.toBeNull();
    expect(element.querySelector('#next').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('ask-blank', () => {
  it('fills the blank with what is pressed; ELMo may read one side only', async () => {
    const answer = { words: ['the', 'left'], items };
    const element = await mount('ask-blank', { text: 'the _ left', answer, sides: true });
    const set = heard(element);
    element.querySelector('[data-word=throne]').click();
    expect(set).toHaveBeenLastCalledWith({ blank: 'the throne left' });
    element.querySelector('#using input[value=backward]').click();
    expect(set).toHaveBeenLastCalledWith({ using: 'backward' });
  });

  it('asks for a blank where there is none', async () => {
    const answer = { words: [], error: { code: 'NoBlank' } };
    const element = await mount('ask-blank', { text: 'the king', answer });
    expect(element.querySelector('#blank-problem').textContent).toContain('_');
    expect(element.querySelector('#using')).toBeNull();
  });
});

describe('ask-sentence', () => {
  it('shows each word with its probability, and the whole in two numbers', async () => {
    const words = [
      { word: 'king', probability: 0.25 },
      { word: '</s>', probability: 0.9 },
    ];
    const answer = { words: ['king'], score: { words, perplexity: 2.108, bitsPerWord: 1.0757 } };
    const element = await mount('ask-sentence', { text: 'king', answer, trained: true });
    expect(element.querySelector('.scored .number').dir).toBe('ltr'); // 43 %, also among Arabic words
    const shown = [...element.querySelectorAll('.scored .number')].map((n) => n.textContent);
    expect(shown).toEqual(['25 %', '90 %']);
    expect(element.querySelector('#scored-total').textContent.trim()).toBe(
      'perplexity 2.11 · 1.08 bits per word',
    );
    setLanguage('zh');
    await settle(element);
    expect(element.querySelector('.scored li:last-child .word').textContent).toBe('句尾');
  });
});

describe('ask-generate', () => {
  const values = { temperature: 1, topK: 0, length: 20, draw: 7 };

  it('shows the text, and draws another with another seed', async () => {
    const answer = { words: ['the'], text: { words: ['king', 'left'], ended: true } };
    const element = await mount('ask-generate', { text: 'the', answer, values, trained: true });
    expect(element.querySelector('#generated').textContent.replace(/\s+/g, ' ').trim()).toBe(
      'the king left sentence ends',
    );
    const set = heard(element);
    element.querySelector('#generate').click();
    expect(set.mock.calls[0][0].draw).toBeGreaterThan(0);
    const draw = element.querySelector('#draw');
    draw.value = '-1';
    draw.dispatchEvent(new Event('change'));
    expect(draw.value).toBe('7');
  });
});

describe('context-panel', () => {
  const layer = (...numbers) => Float32Array.from(numbers);
  const contexts = {
    first: { words: ['an', 'apple'], layers: [layer(1, 0, 1, 1), layer(0, 1, 1, 0)] },
    second: { words: ['apple', 'phone'], layers: [layer(1, 1, 0, 1), layer(0, 1, 1, 1)] },
    third: { words: ['apple'], layers: [layer(1, 1), layer(1, 0.5)], unknown: ['zest'] },
    typical: null,
  };
  const phrases = { first: 'an apple', second: 'apple phone', third: 'apple zest' };

  it('compares a word in two sentences, layer by layer', async () => {
    const element = await mount('context-panel', { phrases, contexts, places: [1, 0, 0] });
    const numbers = [...element.querySelectorAll('#cosines li')].map((li) => [
      li.dataset.layer,
      li.querySelector('.number').textContent,
    ]);
    expect(numbers).toEqual([
      ['1', '0.00'],
      ['0', '1.00'],
    ]);
    expect(element.querySelector('#cosines-title').textContent).toContain('apple · apple');
    const set = heard(element);
    expect(element.querySelectorAll('.strip-legend')).toHaveLength(1); // once for all sentences
    element.querySelector('#second-strips .strip-words button:last-child').click();
    expect(set).toHaveBeenCalledWith({ places: [1, 1, 0] });
    expect(element.querySelector('#third-dropped').textContent).toContain('zest');
    expect(element.querySelectorAll('#cosines-third li')).toHaveLength(2);
  });

  it('takes off what the word has in common in all sentences', async () => {
    const typical = { word: 'apple', count: 24, means: [layer(1, 1), layer(0.5, 0.4)] };
    const given = { ...contexts, typical };
    const element = await mount('context-panel', { phrases, contexts: given, places: [1, 0, 0] });
    const numbers = (id) =>
      [...element.querySelectorAll(`#${id} .number`)].map((number) => number.textContent);
    expect(numbers('cosines')).toEqual(['−0.98', '–']); // layer 0: nothing is left
    expect(numbers('cosines-third')).toEqual(['0.64', '–']);
    expect(element.querySelector('#cosines-note').textContent).toContain('24');
  });

  it('says what is wrong with a sentence, and draws the other', async () => {
    const broken = { ...contexts, first: { words: [], error: { code: 'NoWords' } } };
    const element = await mount('context-panel', { phrases, contexts: broken, places: [0, 0] });
    expect(element.querySelector('#first-problem')).not.toBeNull();
    expect(element.querySelector('#second-strips')).not.toBeNull();
    expect(element.querySelector('#cosines')).toBeNull();
  });
});

describe('perplexity-table', () => {
  const measured = {
    sentences: 812,
    unigram: 120.4,
    bigram: 31,
    trigram: 22.12,
    model: 19.5,
    mixed: 17.2,
  };
  const shown = (element) => [...element.querySelectorAll('dd')].map((dd) => dd.textContent);

  it('sets the model beside n-grams and marks the best', async () => {
    const element = await mount('perplexity-table', { measured, model: 'nnlm' });
    expect(shown(element)).toEqual(['120', '31.0', '22.1', '19.5', '17.2']);
    expect(element.querySelector('.best dt').textContent).toBe('NNLM + trigram');
    expect(element.querySelector('#perplexity-title').textContent).toContain('812');
  });

  it.each([
    [{ bigram: 11.6, trigram: 21.3, model: 10, mixed: 9 }, ['smaller', 'both']],
    [{ bigram: 30, trigram: 20, model: 12, mixed: 13.5 }, ['weaker']],
    [{ bigram: 30, trigram: 20, model: 150, mixed: 19 }, ['untrained']],
    [{ bigram: 11.6, trigram: 21.3, model: 150, mixed: 20 }, ['smaller', 'untrained']],
  ])('explains what would mislead: %o', async (numbers, said) => {
    const given = { ...measured, ...numbers };
    const element = await mount('perplexity-table', { measured: given, model: 'nnlm' });
    const note = element.querySelector('#perplexity-note').textContent;
    const words = {
      smaller: 'More context helps only',
      both: 'better than both',
      weaker: 'weaker trigram',
      untrained: 'untrained model',
    };
    const found = Object.keys(words).filter((name) => note.includes(words[name]));
    expect(found.sort()).toEqual(said.sort());
  });

  it('tells the last epoch while the weights move, and waits without numbers', async () => {
    const element = await mount('perplexity-table', { measured, model: 'elmo', now: Math.log(25) });
    expect(shown(element)).toEqual(['120', '31.0', '22.1', '25.0', '–']);
    Object.assign(element, { measured: null, now: Number.NaN });
    await element.updateComplete;
    expect(shown(element)).toEqual(['–', '–', '–', '–', '–']);
  });
});
