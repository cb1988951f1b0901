import { describe, expect, it } from 'vitest';
import { arranged, byName, products, runningSums } from '../../../web/src/inside/arithmetic.js';
import {
  chance,
  digitsFor,
  exactChance,
  figure,
  fixed,
  moved,
  signed,
} from '../../../web/src/inside/figures.js';
import { bare, pieces } from '../../../web/src/inside/rich.js';
import { likeliest, sampled } from '../../../web/src/inside/scene.js';
import { fitted, widthOf } from '../../../web/src/inside/text-width.js';

/** @param {number[]} values @param {number} [bias] */
const equation = (values, bias) => ({
  symbol: '*z*_1_',
  kind: /** @type {const} */ ('sum'),
  value: 0,
  parts: values.map((value, i) => ({ name: `word ${i % 2}`, index: i + 1, value })),
  bias: bias === undefined ? null : { name: 'b', value: bias },
  sum: values.reduce((a, b) => a + b, bias ?? 0),
  squeeze: null,
  groups: [],
  goes: null,
});

describe('a sum', () => {
  it('names the largest parts; the rest adds up in the digits shown', () => {
    const { lines, rest, bias, total } = arranged(
      equation([0.334, -0.115, 0.004, 0.284, 0.276, 0.005, 0.004], -0.355),
      2,
    );
    expect(lines.map(({ units }) => units)).toEqual([33, 28, 28, -12]);
    expect(bias?.units).toBe(-36);
    expect(total).toBe(44);
    expect(rest).toEqual({ count: 3, units: 44 - 33 - 28 - 28 + 12 + 36 });
  });

  it('shows what rounding took when no part is left', () => {
    expect(arranged(equation([0.005, 0.005, 0.005]), 2).rest).toEqual({ count: 0, units: -1 });
    expect(arranged(equation([0.25, 0.5]), 2).rest).toBeNull();
  });

  it('is drawn from the bias on', () => {
    expect(runningSums(equation([1, -2, 4], 0.5))).toEqual([0.5, 1.5, -0.5, 3.5]);
  });

  it('is grouped by word', () => {
    const parts = products([1, 2, 3], [2, 2, 2], (i) => ({ name: i < 2 ? 'a' : 'b' }));
    expect(byName(parts)).toEqual([
      { name: 'a', value: 6 },
      { name: 'b', value: 6 },
    ]);
  });
});

describe('numbers as text', () => {
  it('have a true minus, and no minus for zero', () => {
    expect([fixed(-0.836), fixed(-0.001), signed(0.3), signed(-0.001)]).toEqual([
      '−0.84',
      '0.00',
      '+0.30',
      '0.00',
    ]);
    expect([fixed(Number.NaN), fixed(-Infinity), fixed(1e308)]).toEqual(['NaN', '−∞', '1.00e308']);
  });

  it('have as many digits as count', () => {
    expect([0.836, 12.345, 0.00143, 0].map(figure)).toEqual(['0.836', '12.35', '0.00143', '0.000']);
    expect(digitsFor([0.0021, -0.0004])).toBe(4);
    expect(digitsFor([0.3, Number.NaN])).toBe(2);
    expect([0.178, 0.0003, 0].map(chance)).toEqual(['0.178', '0.0003', '0.000']);
    expect(exactChance(0.003337)).toBe('0.00334');
  });

  it('are told apart', () => {
    expect(moved('a', 'b', 1.7269, 1.6828, 2)).toEqual({ a: '1.73', b: '1.68' });
    expect(moved('a', 'b', 0.99512, 0.99508, 2)).toEqual({ a: '0.99512', b: '0.99508' });
    expect(moved('a', 'b', 1, 1, 2)).toEqual({ a: '1.00', b: '1.00' });
  });
});

describe('names', () => {
  it('have variables and subscripts', () => {
    expect(pieces('*h*_26_ = 1')).toEqual([
      { kind: 'letter', text: 'h' },
      { kind: 'sub', text: '26' },
      { kind: 'plain', text: ' = 1' },
    ]);
    expect(bare('*W*_1_ (*xQ*)')).toBe('W1 (xQ)');
  });

  it('are cut to fit, by the width of their letters', () => {
    expect(widthOf('国王')).toBe(28);
    expect(fitted('spectacles', 40)).toMatch(/^s.*…$/);
    expect(fitted('crown', 80)).toBe('crown');
    expect([fitted('国王', 16), fitted('国王', 8)]).toEqual(['国', '']);
  });
});

describe('rows', () => {
  it('are the likeliest, and always the true one', () => {
    expect(likeliest([0.1, 0.4, 0.2, 0.3], 1, 2)).toEqual([1, 3]);
    expect(likeliest([0.1, 0.4, 0.2, 0.3], 0, 2)).toEqual([1, 3, 0]);
    expect(likeliest([0.25, 0.25, 0.25], 0, 2)).toEqual([0, 1]);
    expect(likeliest([Number.NaN, 0.5, Number.NaN], 2, 2)).toEqual([1, 0, 2]);
  });

  it('that are not named are sampled evenly', () => {
    expect(sampled(10, [1, 3], 4)).toEqual({ rows: [0, 4, 6, 8], every: 2, count: 8 });
    expect(sampled(2, [0, 1], 4)).toEqual({ rows: [], every: 1, count: 0 });
  });
});
