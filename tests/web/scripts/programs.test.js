/** What stands in the programs; tests/golden runs them. */
import { describe, expect, it } from 'vitest';
import { programOf } from '../../../web/src/scripts/index.js';
import { literal } from '../../../web/src/scripts/python.js';
import { pairSimilarities } from '../../../web/src/scripts/run.js';

/** @type {any} */
const options = {
  model: 'skip-gram',
  objective: 'negative-sampling',
  vectorSize: 8,
  window: 2,
  negative: 5,
  sample: 0,
  nsExponent: 0.75,
  alpha: 0.05,
  minAlpha: 0.0001,
  epochs: 3,
  seed: 4,
  minCount: 1,
};

/** @param {Partial<import('../../../web/src/scripts/python.js').Run>} more */
const run = (more = {}) => ({
  options,
  train: 'a b\nc d',
  heldout: '',
  words: ['a', 'b'],
  similarities: [0.25],
  perplexity: Number.NaN,
  loss: 1.5,
  link: '',
  ...more,
});

describe('programs', () => {
  it('are named by model and library', () => {
    expect(programOf('skip-gram', 'gensim', run()).name).toBe('preformer-skip-gram-gensim.py');
    expect(programOf('skip-gram', 'spark', run()).name).toBe('preformer-skip-gram-spark.py');
  });

  it('carry settings under the names of their library', () => {
    const gensim = programOf('skip-gram', 'gensim', run()).code;
    expect(gensim).toContain('"vector_size": 8,');
    expect(gensim).toContain('"seed": 4,');
    const spark = programOf('skip-gram', 'spark', run()).code;
    expect(spark).toContain('"maxIter": 3,');
    expect(spark).toContain('The run in the browser used negative sampling instead.');
  });

  it('no text ends the string it stands in', () => {
    const hostile = '""" \\""" \\\nimport os\r\n"""';
    const { code } = programOf('skip-gram', 'gensim', run({ train: hostile }));
    expect(code).toContain('\\"\\"\\" \\\\\\"\\"\\" \\\\\nimport os\\r\n\\"\\"\\"');
  });

  it('no link ends the comment it stands in', () => {
    const { code } = programOf('skip-gram', 'gensim', run({ link: 'https://x/#"""\\' }));
    expect(code).toContain('https://x/#%22%22%22\n');
  });

  it('a long text lies in a file beside the program', () => {
    const train = 'word '.repeat(100_000);
    const { code, files } = programOf('skip-gram', 'gensim', run({ train }));
    expect(files).toEqual([{ name: 'sentences.txt', text: train }]);
    expect(code).toContain('read("sentences.txt")');
    expect(code.length).toBeLessThan(10_000);
  });

  it('values are written as Python writes them', () => {
    expect([true, false, Number.NaN, 1e-4, '国"王\n'].map(literal)).toEqual([
      'True',
      'False',
      'float("nan")',
      '0.0001',
      '"国\\"王\\n"',
    ]);
  });

  it('similarities come pair by pair', () => {
    const rows = [
      [1, 0],
      [0, 2],
      [1, 1],
      [0, 0],
    ].map((row) => new Float32Array(row));
    const half = Math.SQRT1_2;
    const expected = [0, half, 0, half, 0, 0];
    const found = pairSimilarities(rows);
    expect(found.map((value) => Number(value.toFixed(6)))).toEqual(
      expected.map((value) => Number(value.toFixed(6))),
    );
  });
});
