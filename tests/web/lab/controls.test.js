// @ts-nocheck: fakes and wrong values on purpose
import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../../web/src/lab/ask/ask-analogy.js';
import '../../../web/src/lab/ask/ask-odd.js';
import '../../../web/src/lab/settings/parameter-panel.js';
import '../../../web/src/ui/range-field.js';
import '../../../web/src/ui/status-line.js';
import '../../../web/src/ui/model-row.js';
import '../../../web/src/lab/ask/word-chip.js';
import { setLanguage } from '../../../web/src/i18n/index.js';
import { FIELDS, field } from '../../../web/src/lab/table.js';
import { initialOf } from '../../../web/src/link/field.js';

async function mount(name, properties = {}) {
  const element = Object.assign(document.createElement(name), properties);
  document.body.append(element);
  await element.updateComplete;
  return element;
}

const heard = (element, name) => {
  const listener = vi.fn();
  element.addEventListener(name, (event) => listener(event.detail));
  return listener;
};

afterEach(() => {
  document.body.replaceChildren();
  setLanguage('en');
});

describe('range-field', () => {
  const make = (name, value) => mount('range-field', { row: field(name), value, initial: value });

  it('shows the value at its right edge and is labelled', async () => {
    const element = await make('window', 5);
    expect(element.querySelector('#window').ariaLabel ?? '').toBe('Window');
    expect(element.querySelector('.term').textContent).toBe('Window');
    expect(element.querySelector('.value').value).toBe('5');
    expect(element.querySelector('#window').getAttribute('aria-valuetext')).toBe('5');
  });

  it.each(['0', '-1', '11', '1.5', 'NaN', '1e308', 'Infinity', '', 'five', '<script>'])(
    'refuses %s, says what is permitted, and keeps the value',
    async (text) => {
      const element = await make('window', 5);
      const set = heard(element, 'set');
      const input = element.querySelector('.value');
      input.value = text;
      input.dispatchEvent(new Event('change'));
      await element.updateComplete;
      expect(set).not.toHaveBeenCalled();
      expect(element.querySelector('[role=alert]').textContent).toContain('from 1 to 10');
      expect(input.value).toBe('5');
      expect(input.getAttribute('aria-invalid')).toBe('true');
    },
  );

  it('takes its message back when one types again, or confirms the value that stands', async () => {
    const element = await make('window', 5);
    const input = element.querySelector('.value');
    const refuse = async () => {
      input.value = '99';
      input.dispatchEvent(new Event('change'));
      await element.updateComplete;
      expect(element.querySelector('[role=alert]')).not.toBeNull();
    };
    await refuse();
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await element.updateComplete;
    expect(element.querySelector('[role=alert]')).toBeNull();
    await refuse();
    input.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(element.querySelector('[role=alert]')).toBeNull();
  });

  it('takes an exact value', async () => {
    const element = await make('alpha', 0.05);
    const set = heard(element, 'set');
    const input = element.querySelector('.value');
    input.value = '.025';
    input.dispatchEvent(new Event('change'));
    expect(set).toHaveBeenCalledWith({ alpha: 0.025 });
  });

  it('maps its slider onto permitted values and back, for every field', async () => {
    for (const row of FIELDS.filter(
      (r) => r.min !== undefined && r.initial !== null && !Array.isArray(r.initial),
    )) {
      if (!row.step || row.name === 'seed') continue;
      const element = await make(row.name, initialOf(row, { model: 'cbow' }));
      for (let at = 0; at <= 1000; at += 50) {
        const value = element.valueAt(at);
        expect(value, row.name).toBeGreaterThanOrEqual(row.min);
        expect(value, row.name).toBeLessThanOrEqual(row.max);
        expect(row.parse(row.format(value)), row.name).toBe(value);
      }
      expect(element.positionOf(row.min)).toBeCloseTo(0);
      expect(element.positionOf(row.max)).toBeCloseTo(1000);
    }
  });

  it('moves by one step with an arrow key', async () => {
    const element = await make('window', 10);
    const set = heard(element, 'set');
    const slider = element.querySelector('#window');
    slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', cancelable: true }));
    slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', cancelable: true }));
    expect(set.mock.calls).toEqual([[{ window: 9 }], [{ window: 10 }]]);
  });
});

describe('parameter-panel', () => {
  const values = (more) => ({
    ...Object.fromEntries(FIELDS.map((row) => [row.name, initialOf(row, { model: 'cbow' })])),
    model: 'cbow',
    ...more,
  });

  it('shows negatives only where negatives are drawn', async () => {
    const element = await mount('parameter-panel', { values: values() });
    expect(element.querySelector('#negative')).not.toBeNull();
    element.values = values({ objective: 'softmax' });
    await element.updateComplete;
    expect(element.querySelector('#negative')).toBeNull();
  });

  it('has nothing to set for one-hot but what makes the vocabulary', async () => {
    const element = await mount('parameter-panel', { values: values({ model: 'one-hot' }) });
    expect(element.querySelector('#objective')).toBeNull();
    expect(element.querySelector('#minCount')).not.toBeNull();
  });

  it.each(['nnlm', 'elmo'])('has a control and an explanation for all of %s', async (model) => {
    const element = await mount('parameter-panel', {
      values: values({ model, charCnn: true }),
      context: { model },
    });
    await Promise.all([...element.querySelectorAll('*')].map((part) => part.updateComplete));
    const names = FIELDS.filter((row) => row.models?.includes(model)).map((row) => row.name);
    expect(names.length).toBeGreaterThan(9);
    for (const name of names) {
      expect(element.querySelector(`#${name}`), name).not.toBeNull();
      for (const language of ['en', 'zh']) {
        setLanguage(language);
        await element.updateComplete;
        expect(element.querySelector(`#${name}-help`).textContent.trim(), name).not.toMatch(
          /^parameter\.|^$/,
        );
      }
      setLanguage('en');
    }
    expect(element.querySelector('#window')).toBeNull();
    expect(element.querySelector('#objective')).toBeNull();
  });

  it('switches on and off, and takes filters as text', async () => {
    const context = { model: 'elmo' };
    const element = await mount('parameter-panel', {
      values: values({ model: 'elmo', charCnn: true }),
      context,
    });
    await Promise.all([...element.querySelectorAll('*')].map((part) => part.updateComplete));
    const set = heard(element, 'set');
    element.querySelector('#charCnn').click();
    expect(set).toHaveBeenLastCalledWith({ charCnn: false });
    const filters = element.querySelector('#charFilters');
    const type = async (text) => {
      filters.value = text;
      filters.dispatchEvent(new Event('change'));
      await element.querySelector('filters-field').updateComplete;
    };
    await type('2x4 3x8');
    const list = [
      [2, 4],
      [3, 8],
    ];
    expect(set).toHaveBeenLastCalledWith({ charFilters: list });
    await type('many');
    expect(set).toHaveBeenCalledTimes(2);
    expect(element.querySelector('#charFilters-problem').textContent).toContain('1x16');
  });

  it('rolls another seed', async () => {
    const element = await mount('parameter-panel', { values: values() });
    const set = heard(element, 'set');
    element.querySelector('#seed-roll').click();
    expect(set.mock.calls[0][0].seed).toBeGreaterThan(0);
  });
});

describe('word-chip', () => {
  it('takes a known word while it is typed, an unknown one when the field is left', async () => {
    const known = new Set(['king', 'kings']);
    const element = await mount('word-chip', { word: 'man', name: 'w', known });
    const word = heard(element, 'word');
    const input = element.querySelector('input');
    const type = (text, event) => {
      input.value = text;
      input.dispatchEvent(new Event(event));
    };
    type('kin', 'input');
    expect(word).not.toHaveBeenCalled();
    type('king', 'input');
    expect(word).toHaveBeenLastCalledWith({ word: 'king' });
    type('kinx', 'input');
    type('kinx', 'change');
    expect(word).toHaveBeenLastCalledWith({ word: 'kinx' });
    type('   ', 'change');
    expect(word).toHaveBeenCalledTimes(2);
    expect(input.value).toBe('man');
  });
});

describe('ask-analogy', () => {
  it('one-hot vectors, which are not trained, are not called random', async () => {
    const answer = { items: [{ word: 'the', similarity: 0 }] };
    const words = ['man', 'woman', 'king'];
    const element = await mount('ask-analogy', { words, answer, level: true });
    expect(element.textContent).toContain('every other word is 0');
    expect(element.textContent).not.toContain('train first');
    expect(element.querySelector('#analogy-best').textContent).toBe('?');
  });
});

describe('ask-odd', () => {
  const words = ['paris', 'rome', 'apple', 'tokyo'];

  it('strikes out the odd one and says so', async () => {
    const answer = { words, odd: { word: 'apple' } };
    const element = await mount('ask-odd', { words, answer });
    await Promise.all([...element.querySelectorAll('word-chip')].map((c) => c.updateComplete));
    expect(element.querySelector('.chip.out input').value).toBe('apple');
    expect(element.querySelector('#odd-answer').textContent).toContain('‘apple’');
  });

  it('says that vectors are random instead of striking out a word', async () => {
    const answer = { words, odd: { word: 'apple' } };
    const element = await mount('ask-odd', { words, answer, trained: false });
    await Promise.all([...element.querySelectorAll('word-chip')].map((c) => c.updateComplete));
    expect(element.querySelector('.chip.out')).toBeNull();
    expect(element.querySelector('#odd-answer').textContent).toContain('random');
  });

  it('keeps at least three words', async () => {
    const element = await mount('ask-odd', { words: words.slice(1) });
    expect([...element.querySelectorAll('word-chip')].some((chip) => chip.removable)).toBe(false);
  });

  it('offers the nearest spelling of an unknown word', async () => {
    const error = { code: 'UnknownWord', value: 'rome', suggestion: 'roma' };
    const element = await mount('ask-odd', { words, answer: { words, error } });
    const set = heard(element, 'set');
    element.querySelector('#odd-problem button').click();
    expect(set).toHaveBeenCalledWith({ odd: ['paris', 'roma', 'apple', 'tokyo'] });
  });
});

describe('model-row', () => {
  it('takes five models as gracefully as three', async () => {
    const models = ['one-hot', 'nnlm', 'cbow', 'skip-gram', 'elmo'];
    const element = await mount('model-row', { models, current: 'cbow' });
    expect(element.querySelectorAll('li')).toHaveLength(5);
    expect(element.querySelectorAll('[aria-current=step]')).toHaveLength(1);
    const set = heard(element, 'set');
    element.querySelector('#model-skip-gram').click();
    expect(set).toHaveBeenCalledWith({ model: 'skip-gram' });
  });
});

describe('status-line', () => {
  const hash = '0123456789abcdef';

  it.each([
    ['', 'the link expects 0123…cdef'],
    ['reproduced', 'reproduced exactly'],
    ['differs', 'differs from the link (0123…cdef)'],
  ])('verdict %s: %s', async (verdict, text) => {
    const element = await mount('status-line', { build: 'exact', hash, expected: hash, verdict });
    expect(element.querySelector('#verdict').textContent).toBe(text);
  });

  it('does not promise the same bits of the fast build', async () => {
    const element = await mount('status-line', { build: 'fast', hash });
    expect(element.textContent).toContain('may differ');
    expect(element.querySelector('#hash').dataset.hash).toBe(hash);
  });

  it('tells the threads, and that shared weights do not repeat', async () => {
    const element = await mount('status-line', { build: 'parallel', threads: 2, repeats: false });
    expect(element.querySelector('#build-now').textContent).toBe('parallel build, threads: 2');
    expect(element.querySelector('#build-promise').textContent).toBe(
      'results are not bit-reproducible',
    );
  });

  it.each([
    ['exact', 'relaxed-simd', 'exact build: this browser lacks relaxed SIMD'],
    ['fast', 'isolation', 'fast build: this page is not cross-origin isolated'],
    ['fast', 'cores', 'fast build: only one processor core'],
  ])('%s instead, for want of %s', async (build, lacks, text) => {
    const element = await mount('status-line', { build, lacks });
    expect(element.querySelector('#build-now').textContent).toContain(text);
  });
});
