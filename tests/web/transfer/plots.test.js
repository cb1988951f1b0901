// @ts-nocheck: small wrong values on purpose
import { describe, expect, it } from 'vitest';
import { historyLayout } from '../../../web/src/plots/history.js';
import { labelCurves } from '../../../web/src/plots/label-curves.js';
import { paintHeat, paintInk, paintSigned, rgb } from '../../../web/src/plots/pixels.js';
import { summarise } from '../../../web/src/transfer/results.js';
import { cutReview } from '../../../web/src/transfer/sentence.js';
import { accuracyText, pointsApart } from '../../../web/src/transfer/transfer-parts.js';

const box = { width: 600, height: 300, labels: [1, 2, 5, 10, 50], chance: 0.2 };
const result = (mode, labels, accuracy, seed = 1) => ({ mode, labels, accuracy, seed });
const finite = (text) => !/NaN|Infinity/.test(text);

describe('accuracy against labels', () => {
  it('has its axes before anything has come in', () => {
    const layout = labelCurves([], ['frozen', 'scratch'], box);
    expect(layout.labelTicks.map(({ value }) => value)).toEqual(box.labels);
    expect(layout.curves.map(({ path }) => path)).toEqual(['', '']);
    expect(layout.yOf(0.2)).toBe(layout.base);
  });

  it('labels stand at even distances of their logarithm; more accuracy is higher', () => {
    const { xOf, yOf } = labelCurves([], [], box);
    expect(xOf(10) - xOf(5)).toBeCloseTo(xOf(2) - xOf(1));
    expect(yOf(0.9)).toBeLessThan(yOf(0.5));
  });

  it('draws what is there: a point for one result, a band for a spread', () => {
    const modes = ['frozen', 'scratch'];
    const one = labelCurves(summarise([result('frozen', 5, 0.8)]), modes, box);
    expect(one.curves[0].points).toHaveLength(1);
    expect(one.curves[0].band).toBe('');
    const many = [
      result('frozen', 5, 0.8),
      result('frozen', 5, 0.9, 2),
      result('frozen', 1, 0.5),
      result('frozen', 50, Number.NaN),
    ];
    const { curves } = labelCurves(summarise(many), modes, box);
    const [frozen, scratch] = curves;
    expect(frozen.points.map(({ row }) => row.labels)).toEqual([1, 5]);
    expect(frozen.dots.length).toBe(3);
    expect(frozen.band).not.toBe('');
    expect(finite(frozen.path + frozen.band)).toBe(true);
    expect(scratch.path).toBe('');
  });

  it('the floor goes below chance when a result does, and one number of labels will do', () => {
    const low = labelCurves(summarise([result('scratch', 5, 0.07)]), ['scratch'], box);
    expect(low.yOf(0)).toBe(low.base);
    const single = labelCurves(summarise([result('scratch', 1, 0.7)]), ['scratch'], {
      ...box,
      labels: [1],
    });
    expect(finite(single.curves[0].path)).toBe(true);
  });
});

describe('loss and accuracy over the epochs', () => {
  const moments = [0.1, 0.5, 1, 2].map((epoch) => ({
    epoch,
    loss: 2 / (1 + epoch),
    accuracy: epoch / 2,
  }));

  it('has two curves for what classifies, one for what does not', () => {
    const both = historyLayout(moments, { width: 400, height: 170, epochs: 2 });
    expect(both.curves.map(({ id }) => id)).toEqual(['loss', 'accuracy']);
    const lone = moments.map((moment) => ({ ...moment, accuracy: Number.NaN }));
    const { curves } = historyLayout(lone, { width: 400, height: 170, epochs: 2 });
    expect(curves.map(({ id }) => id)).toEqual(['loss']);
    expect(finite(curves[0].path)).toBe(true);
  });

  it('the names at the ends do not lie on each other', () => {
    const level = moments.map(({ epoch }) => ({ epoch, loss: 1, accuracy: 1 }));
    const { curves } = historyLayout(level, { width: 400, height: 170, epochs: 2 });
    expect(Math.abs(curves[0].y - curves[1].y)).toBeGreaterThanOrEqual(17);
  });
});

describe('small pictures', () => {
  const canvas = () => {
    const image = { data: new Uint8ClampedArray(16) };
    const context = { createImageData: () => image, putImageData: () => {} };
    return { image, width: 0, height: 0, getContext: () => context };
  };

  it('ink is opaque, paper transparent', () => {
    const node = canvas();
    paintInk(node, Uint8Array.of(0, 255, 128, 1), 2, 2);
    expect([node.width, node.height]).toEqual([2, 2]);
    expect([3, 7, 11, 15].map((i) => node.image.data[i])).toEqual([0, 255, 128, 1]);
  });

  it('the largest number is full; negative ones and a dead layer are blank', () => {
    const node = canvas();
    paintHeat(node, [0, 2, 1, -3], 2, 2, 2);
    expect([3, 7, 11, 15].map((i) => node.image.data[i])).toEqual([0, 255, 128, 0]);
    paintHeat(node, [0, 0, 0, 0], 2, 2, 0);
    expect([3, 7].map((i) => node.image.data[i])).toEqual([0, 0]);
  });

  it('weights have a colour for each sign', () => {
    const node = canvas();
    const look = { most: 1, positive: rgb('#0b6e6e'), negative: rgb('#b4532a') };
    paintSigned(node, [1, -0.5, 0, Number.NaN], 2, 2, look);
    expect([...node.image.data.slice(0, 4)]).toEqual([11, 110, 110, 255]);
    expect([...node.image.data.slice(4, 8)]).toEqual([180, 83, 42, 128]);
    expect(node.image.data[15]).toBe(0);
  });
});

describe('a reader’s sentence', () => {
  it('English: lower case, marks kept where they are words, strange words named', () => {
    const known = new Set(['the', 'plot', 'was', 'superb', ',']);
    expect(cutReview('The plot, was SUPERB! xyzzy', known)).toEqual({
      tokens: ['the', 'plot', ',', 'was', 'superb'],
      unknown: ['xyzzy'],
    });
  });

  it('Chinese: the longest known word, spaces or none', () => {
    const known = new Set(['房间', '很', '精彩', '，']);
    const { tokens, unknown } = cutReview('房间 很精彩，龙', known);
    expect(tokens).toEqual(['房间', '很', '精彩', '，']);
    expect(unknown).toEqual(['龙']);
  });
});

describe('numbers beside each other', () => {
  it('do not contradict: the difference is that of the numbers shown', () => {
    for (const [a, b] of [
      [0.8746, 0.7954],
      [0.885, 0.8],
      [0.2, 0.99951],
    ]) {
      const [left, right] = [a, b].map((share) => Number.parseFloat(accuracyText(share)));
      expect(Number(pointsApart(a, b))).toBeCloseTo(Math.abs(left - right), 9);
    }
    expect(accuracyText(0.885)).toContain('88.5');
  });
});
