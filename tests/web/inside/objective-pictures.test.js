import { describe, expect, it } from 'vitest';
import { pathOf, treePicture, typicalNoise } from '../../../web/src/inside/objective-pictures.js';

/** Node 2 is the root: word 0, and node 1 with word 1, and node 0 with words 2 and 3. */
const tree = {
  nodes: Int32Array.of(2, 2, 1, 2, 1, 0, 2, 1, 0),
  branches: Int32Array.of(0, 1, 0, 1, 1, 0, 1, 1, 1),
  offsets: Int32Array.of(0, 1, 3, 6, 9),
};
const size = { w: 400, h: 90 };

describe('the drawing of a tree', () => {
  it('walks from the root to the word', () => {
    expect([...pathOf(tree, 2).nodes]).toEqual([2, 1, 0]);
    const { path, dots, end } = treePicture(tree, 2, size);
    expect(dots).toEqual([
      [100, 0],
      [200, 10],
      [300, 20],
    ]);
    expect(end).toEqual([250, 30]); // the third of four words
    expect(path).toBe('M100 0H200V10M200 10H300V20M300 20H250V30');
  });

  it('draws the other branches once', () => {
    const { others } = treePicture(tree, 2, size);
    expect(others.split('M').slice(1).sort()).toEqual([
      '100 0H50V10',
      '200 10H150V20',
      '300 20H350V30',
    ]);
  });

  it('leaves out what is too narrow, but not the path', () => {
    const narrow = treePicture(tree, 3, { w: 4, h: 90 });
    expect(narrow.dots).toHaveLength(3);
    expect(narrow.others).toBe('');
  });

  it('survives a vocabulary without a tree', () => {
    const none = { nodes: new Int32Array(0), branches: new Int32Array(0) };
    const picture = treePicture({ ...none, offsets: Int32Array.of(0, 0) }, 0, size);
    expect(picture).toMatchObject({ others: '', path: '', dots: [] });
  });
});

describe('typical noise', () => {
  it('prefers what is drawn often, and never the target', () => {
    expect(typicalNoise([0.5, 0.3, 0.1, 0.1], 4, 9)).toEqual([0, 0, 1, 2]);
    expect(typicalNoise([0.5, 0.3, 0.1, 0.1], 4, 0)).not.toContain(0);
    expect(typicalNoise([], 4, 0)).toEqual([]);
  });
});
