import { describe, expect, it } from 'vitest';
import { Limits, veiled } from '../../../web/src/inside/limits.js';
import { oneHotScene, readOneHot } from '../../../web/src/inside/one-hot-scene.js';

const Q = Float32Array.from({ length: 6 * 8 }, (_, i) => (i - 20) / 100);
const net = readOneHot(Q, ['a', 'b', 'c', 'd', 'e', 'f'], 3);
const scene = oneHotScene(net, {
  stop: 2,
  width: 1200,
  narrow: false,
  opened: null,
  lane: 0,
});
/** @param {import('../../../web/src/inside/scene.js').Scene} scene */
const texts = ({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('what is hidden of a scene', () => {
  it('keeps the numbers of a block to itself, and shows that there are some', () => {
    expect(texts(scene)).toContain('0.040'); // c₁
    const hidden = veiled(scene, ['c']);
    expect(hidden.blocks.find(({ id }) => id === 'c')?.values).toHaveLength(0);
    expect(texts(hidden).filter((text) => /^−?\d\.\d+$/.test(text))).toEqual([]);
    expect(texts(hidden).filter((text) => text === '?')).toHaveLength(1);
    expect(hidden.blocks.find(({ id }) => id === 'Q')?.values).toBe(net.Q);
    expect(hidden.wires).toBe(scene.wires);
  });

  it('is the scene itself if no block is hidden', () => {
    expect(veiled(scene, ['legend', 'nonsense'])).toBe(scene);
  });
});

it('a locked part is shown, but not to be used; a hidden one is neither', () => {
  const limits = new Limits(['legend'], ['step']);
  expect([limits.shows('step'), limits.frees('step')]).toEqual([true, false]);
  expect([limits.shows('legend'), limits.frees('legend')]).toEqual([false, false]);
  expect(limits.frees('number')).toBe(true);
});
