// @ts-nocheck: rows with only what is asked of them
/** The exported table: what spreadsheets must not compute, and what they must not tear apart. */
import { expect, it } from 'vitest';
import { cell, classTable, csv } from '../../../web/src/class/csv.js';
import { taskOf } from '../../../web/src/class/task.js';
import { en } from '../../../web/src/i18n/class-en.js';
import { addMessages } from '../../../web/src/i18n/index.js';
import { dimensions } from '../../wasm/hand-ins.js';

addMessages({ en });

it('quotes what contains separators, quotes and line ends', () => {
  expect(['a', 'a,b', 'say "a"', 'two\nlines', ' padded', 3, Number.NaN, null].map(cell)).toEqual([
    'a',
    '"a,b"',
    '"say ""a"""',
    '"two\nlines"',
    '" padded"',
    '3',
    '',
    '',
  ]);
});

it('computes nothing', () => {
  const names = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '＝1', "=cmd|' /C calc'!A0"];
  for (const name of names) expect(cell(name)).toMatch(/^"?'/);
  expect([-0.5, '-12', '1e-7'].map(cell)).toEqual(['-0.5', '-12', '1e-7']); // numbers stay numbers
});

it('begins with the mark of UTF-8, and ends lines as the format says', () => {
  expect(csv([['名字', 1], ['b']])).toBe('\ufeff名字,1\r\nb\r\n');
});

it('has a line per hand-in, with its verdict', () => {
  const tasks = dimensions.steps.map(taskOf);
  const step = {
    guess: '4',
    outcome: 8,
    reached: true,
    best: 8,
    hints: 1,
    attempts: 3,
    hash: 'ab',
    link: 'lab.html#v=1',
    came: -1,
  };
  const rows = [
    {
      number: 1,
      label: '=Ada',
      kind: 'reproduced',
      handIn: { result: { seat: 7 } },
      judged: { steps: [step] },
    },
    {
      number: 2,
      label: '',
      kind: 'unreadable',
      handIn: null,
      judged: null,
      link: 'lessons.html#v=1',
    },
  ];
  const [head, first, second] = classTable(rows, tasks, {
    reasonOf: ({ kind }) => (kind === 'unreadable' ? 'cut, twice' : ''),
    here: 'https://example.org/p/class.html',
  })
    .trim()
    .split('\r\n');
  expect(head.split(',')).toHaveLength(15);
  expect(first).toBe(
    "1,'=Ada,7,1,As few as you can,4,8,yes,8,1,3,reproduced,,ab,https://example.org/p/lab.html#v=1",
  );
  expect(second).toBe('2,,,,,,,,,,,unreadable,"cut, twice",,lessons.html#v=1');
});
