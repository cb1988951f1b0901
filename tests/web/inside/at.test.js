import { describe, expect, it } from 'vitest';
import { afterChoice, isOther, nameOf, placeOf } from '../../../web/src/inside/at.js';
import { holds } from '../../../web/src/inside/scene.js';

const at = { stop: 1, typed: null, nth: 3, guess: null, lane: 0, number: null };

describe('the place in Inside', () => {
  it('names a number in the link; a block alone is its first number', () => {
    expect(placeOf('h.2.0')).toEqual({ block: 'h', row: 2, col: 0 });
    expect(placeOf('f1-cell')).toEqual({ block: 'f1-cell', row: 0, col: 0 });
    expect(placeOf(null)).toBe(null);
    expect(nameOf({ block: 'Q', row: 69, col: 4 })).toBe('Q.69.4');
  });

  it('follows another example for another sentence or word, not for an opened number', () => {
    expect(isOther(at, { ...at, number: 'h.2.0', stop: 4 })).toBe(false);
    expect(isOther(at, { ...at, guess: 2 })).toBe(true);
    expect(isOther(undefined, at)).toBe(true);
  });

  it("keeps training's sentence when a word of it is chosen", () => {
    /** @type {any} only what is read */
    const shown = { next: { position: 1 }, sentence: ['king', 'found', 'crown'] };
    expect(afterChoice({ lane: 1 }, shown)).toEqual({
      typed: 'king found crown',
      guess: 1,
      lane: 1,
    });
    expect(afterChoice({ guess: 2 }, shown).typed).toBe('king found crown');
    expect(afterChoice({ guess: 2 }, null)).toEqual({ guess: 2, lane: 0 });
    expect(afterChoice({ nth: 4 }, shown)).toEqual({ nth: 4, typed: null, guess: null, lane: 0 });
  });
});

describe('a block', () => {
  /** @type {any} only what is read */
  const block = { rows: 2, cols: 3, values: new Float32Array(6) };
  const at = (/** @type {number} */ row, /** @type {number} */ col) => ({ block: '', row, col });

  it('holds its numbers and no others', () => {
    expect(holds(block, at(1, 2))).toBe(true);
    expect(holds(block, at(2, 0))).toBe(false);
    expect(holds(block, at(0, 3))).toBe(false);
    expect(holds({ ...block, values: [] }, at(0, 0))).toBe(false);
  });

  it('holds rows that are not drawn, and no place that only fills a line', () => {
    const some = { ...block, rowIds: [5, 9] };
    expect(holds(some, at(9, 0))).toBe(true);
    expect(holds(some, at(6, 0))).toBe(false);
    expect(holds({ ...some, has: (/** @type {number} */ row) => row < 10 }, at(6, 0))).toBe(true);
    expect(holds({ ...block, line: 5 }, at(0, 4))).toBe(true);
    expect(holds({ ...block, line: 5 }, at(0, 5))).toBe(false);
  });
});
