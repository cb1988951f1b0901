/** What the figures of the Story compute by themselves. */
import { expect, it } from 'vitest';
import * as api from '../../../web/src/api/index.js';
import { mixed } from '../../../web/src/story/chapters/apple/run.js';
import { wordsOf } from '../../../web/src/story/chapters/context/run.js';
import { planeOf } from '../../../web/src/story/figures/plane.js';

it('lays words in the same plane as the core', async () => {
  const words = ['a', 'b', 'c', 'd', 'e', 'f'];
  const corpus = 'a b c\nb c d\nc d e\nd e f\ne f a\nf a b\n'.repeat(20);
  const model = await api.train({
    corpus,
    model: 'skip-gram',
    vectorSize: 8,
    minCount: 1,
    seed: 3,
  });
  const rows = await Promise.all(words.map((word) => model.vector(word)));
  const { positions } = await model.projection({ words });
  const place = planeOf(rows);
  rows.forEach((row, i) => {
    const [x, y] = place(row);
    expect(Math.abs(x)).toBeCloseTo(Math.abs(positions[2 * i]), 4);
    expect(Math.abs(y)).toBeCloseTo(Math.abs(positions[2 * i + 1]), 4);
  });
  await model.close();
});

it('mixes the meanings of a word as asked and leaves other sentences alone', () => {
  const lines = [
    ...Array.from({ length: 10 }, () => 'this ripe apple came from the orchard'),
    ...Array.from({ length: 10 }, () => 'engineers at apple finished the phone this year'),
    'the king left the throne',
  ];
  for (const percent of [0, 30, 50, 100]) {
    const result = mixed(lines, percent, 'en');
    const fruit = result.filter((line) => /\b(ripe|sweet|juicy)\b.*|\btoo\b/.test(line));
    expect(fruit.length).toBe(percent / 5);
    expect(result.filter((line) => line.split(' ').includes('apple')).length).toBe(20);
    expect(result.at(-1)).toBe(lines.at(-1));
  }
  expect(mixed(lines, 50, 'en')).toEqual(lines);
});

it('cuts a typed sentence into words of the text and keeps what is unknown', () => {
  const known = new Set(['apple', 'need', '村民', '觉得', '苹果', '需要']);
  expect(wordsOf('Apple, need!', known)).toEqual(['apple', 'need']);
  expect(wordsOf('my apple', known)).toEqual(['my', 'apple']);
  expect(wordsOf('村民觉得苹果很甜', known)).toEqual(['村民', '觉得', '苹果', '很甜']);
  expect(wordsOf('村民 需要很多 苹果', known)).toEqual(['村民', '需要', '很多', '苹果']);
  expect(wordsOf('  ', known)).toEqual([]);
});
