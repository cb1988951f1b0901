// @ts-nocheck: a slot with only the fields that are read
import { expect, it } from 'vitest';
import { groupsOf } from '../../../web/src/lab/lab-view.js';

it('a cluster is named by its most frequent words; dots stand for others only', () => {
  const vocabulary = ['the', 'cat', 'dog', 'cow', 'rain'].map((word) => ({ word, count: 1 }));
  const clusters = Int32Array.from([0, 1, 1, 1, 2]);
  expect(groupsOf({ vocabulary, clusters }, undefined).names).toEqual([
    'the',
    'cat, dog …',
    'rain',
  ]);
});
