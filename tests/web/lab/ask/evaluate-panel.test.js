// @ts-nocheck: small results on purpose
import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../../../web/src/lab/ask/evaluate-panel.js';
import { setLanguage } from '../../../../web/src/i18n/index.js';

const whole = { lines: 3, read: 3, headings: 0, blank: 0, leftOut: null };
const pairs = {
  ...whole,
  kind: 'wordPairs',
  spearman: 0.5,
  pearson: 0.4,
  pairs: 3,
  oov: 0,
  firstUnknown: null,
  noCorrelation: null,
};
const analogies = {
  ...whole,
  kind: 'wordAnalogies',
  sections: [
    { name: '', correct: 1, total: 2, oov: 0, accuracy: 0.5 },
    { name: 'none', correct: 0, total: 0, oov: 1, accuracy: 0 },
  ],
  correct: 1,
  total: 2,
  accuracy: 0.5,
  oov: 1,
  firstUnknown: 'zebra',
};

/** The panel's text after a file was evaluated. */
async function shown(evaluate) {
  const panel = document.createElement('evaluate-panel');
  panel.evaluate = evaluate;
  document.body.replaceChildren(panel);
  await panel.updateComplete;
  panel.querySelector('textarea').value = 'a file';
  panel.querySelector('#evaluate-run').click();
  await new Promise((resolve) => setTimeout(resolve));
  await panel.updateComplete;
  return {
    result: [...panel.querySelectorAll('#evaluate-result p')].map((p) => p.textContent),
    problem: panel.querySelector('#evaluate-problem')?.textContent.trim(),
  };
}

afterEach(() => {
  document.body.replaceChildren();
  setLanguage('en');
});

describe('the evaluation of a reader’s file', () => {
  it('names its kind and, without losses, nothing else', async () => {
    const { result } = await shown(async () => pairs);
    expect(result).toEqual(['Word pairs: Spearman 0.50 · Pearson 0.40 · 3 pairs']);
  });

  it.each(['en', 'zh'])('says what was left out: %s', async (language) => {
    setLanguage(language);
    const leftOut = { count: 2, line: 4, reason: 'noNumber', message: '"x" is no number' };
    const { result } = await shown(async () => ({ ...analogies, lines: 9, leftOut }));
    expect(result).toHaveLength(3);
    expect(result[1]).toContain('zebra');
    expect(result[2]).toMatch(
      language === 'en' ? /^2 of 9 lines .+ line 4: its score/ : /^共 9 行.+第 4 行/,
    );
    expect(result.join()).not.toMatch(/leftOut\.|evaluate\./);
  });

  it('keeps the file that was chosen, and does not call it pasted', async () => {
    const panel = document.createElement('evaluate-panel');
    const texts = [];
    panel.evaluate = async (text) => {
      texts.push(text);
      throw Object.assign(new Error('no pairs'), { code: 'BadFormat' });
    };
    document.body.replaceChildren(panel);
    await panel.updateComplete;
    const input = panel.querySelector('#evaluate-file');
    const files = [new File(['foo bar\n'], 'pairs.txt')];
    Object.defineProperty(input, 'files', { value: files });
    input.dispatchEvent(new Event('change'));
    const problem = () => panel.querySelector('#evaluate-problem')?.textContent ?? '';
    await vi.waitFor(() => expect(problem()).toContain('The file could not be understood'));
    panel.querySelector('#evaluate-run').click();
    await vi.waitFor(() => expect(texts).toEqual(['foo bar\n', 'foo bar\n']));
    await panel.updateComplete;
    expect(problem()).toContain('The file could not be understood');
  });

  it('says why there is no correlation', async () => {
    for (const noCorrelation of ['onePair', 'equalScores', 'equalSimilarities']) {
      const { result } = await shown(async () => ({ ...pairs, spearman: NaN, noCorrelation }));
      expect(result[0]).toMatch(/^Word pairs: 3 pairs without a correlation\. [A-Z]/);
    }
  });

  it('a file without a known line, and one of neither kind, are problems with their reason', async () => {
    const fails = (error) => shown(() => Promise.reject(error));
    const unknown = await fails({ code: 'UnknownWord', value: 'zebra', message: '' });
    expect(unknown.problem).toContain('Every line of the file has a word');
    expect(unknown.problem).toContain('zebra');
    const neither = await fails({ code: 'BadFormat', parameter: 'evaluation.format', message: '' });
    expect(neither.problem).toContain('neither word pairs');
    expect(neither.problem).toContain('four words');
  });
});
