// @ts-nocheck: rows with only what is asked of them
/** The data of a class's diagrams, and the sentences that are made from it. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  columnsFor,
  effort,
  goalDots,
  numberIn,
  predictionDots,
} from '../../../web/src/class/dots.js';
import { remarksOn } from '../../../web/src/class/remarks.js';
import { taskOf } from '../../../web/src/class/task.js';
import { en } from '../../../web/src/i18n/class-en.js';
import { zh } from '../../../web/src/i18n/class-zh.js';
import { addMessages, setLanguage } from '../../../web/src/i18n/index.js';
import { median } from '../../../web/src/plots/statistics.js';
import { dimensions } from '../../wasm/hand-ins.js';

addMessages({ en, zh });
afterEach(() => setLanguage('en'));

const task = taskOf(dimensions.steps[0]);

/** @param {number} seat @param {object} step */
const done = (seat, step) => ({
  row: { number: seat, handIn: { result: { seat } } },
  step: { hints: 0, attempts: 1, reached: true, came: -1, ...step },
});
const sized = (seat, guess, size) =>
  done(seat, { guess: String(guess), outcome: size, best: size });

describe('columns', () => {
  const names = (numbers) =>
    columnsFor(numbers).map(({ value, to, gap }) => (gap ? '…' : (to ?? value)));

  it('have all numbers between near ones, and a gap between far ones', () => {
    expect(names([6, 8, 11, 32])).toEqual([6, 7, 8, 9, 10, 11, '…', 32]);
    expect(names([5])).toEqual([5]);
    expect(names([])).toEqual([]);
  });

  it('of many or broken numbers are ranges that hold them all', () => {
    for (const numbers of [
      Array.from({ length: 60 }, (_, i) => 7 * i),
      [0.5, 0.913, 1],
      [-3.2, 400],
      [1e-7, 3e-7],
    ]) {
      const places = columnsFor(numbers);
      expect(places.length).toBeLessThanOrEqual(16);
      for (const number of numbers) {
        const inside = places.filter(({ value, to }) => number >= value - 1e-12 && number < to);
        expect(inside.length, String(number)).toBe(1);
      }
    }
  });

  it('a guess is read as people write it', () => {
    expect(['12', ' 3,5 ', '90 %', '−4', 'many', ''].map(numberIn)).toEqual([
      12,
      3.5,
      0.9,
      -4,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

it('guesses stand above what was reached, each with its seat', () => {
  const dots = predictionDots(task, [
    sized(3, 2, 8),
    sized(1, 2, 8),
    sized(2, 8, 6),
    done(4, { guess: '4', outcome: Number.NaN, reached: false }),
  ]);
  const at = (value) => dots.places.find((place) => place.value === value);
  expect(at(2)).toMatchObject({ guessed: [1, 3], came: [] });
  expect(at(8)).toMatchObject({ guessed: [2], came: [1, 3] });
  expect(at(6)).toMatchObject({ came: [2] });
  expect(dots.open).toBe(1);
  expect(goalDots(task, [sized(1, 2, 8)])).toBe(null); // the prediction shows it
});

it('options and words have a row each', () => {
  const options = { ...task, kind: 'options', options: ['a', 'b'] };
  const rows = predictionDots(options, [
    done(1, { guess: '0', came: 1 }),
    done(2, { guess: '', came: 1 }),
  ]);
  expect(rows.places).toEqual([
    { value: 'a', guessed: [1], came: [] },
    { value: 'b', guessed: [], came: [1, 2] },
  ]);
  const words = predictionDots({ ...task, kind: 'word' }, [
    done(1, { guess: 'Prince', outcome: 'queen' }),
  ]);
  expect(words.places.map(({ value }) => value)).toEqual(['queen', 'prince']);
});

it('the middle, and who got by with the least', () => {
  expect([median([3, 1, 2]), median([4, 1]), median([])]).toEqual([2, 2.5, Number.NaN]);
  const all = [sized(1, 2, 8), sized(2, 2, 6), done(3, { reached: false, hints: 2, attempts: 5 })];
  expect(effort(task, all)).toEqual({
    reached: 2,
    of: 3,
    best: 6,
    who: [2],
    attempts: 1,
    helped: 1,
  });
});

describe('what the teacher may say', () => {
  const class3 = [sized(1, 2, 8), sized(2, 3, 8), sized(3, 4, 11)];
  const setting = (value, reached, seeds = 3) => ({
    setting: { changed: [{ name: 'vectorSize', value }] },
    reached,
    trained: seeds,
  });

  it('compares the guesses with what was reached', () => {
    expect(remarksOn(task, class3, null)).toEqual({
      look: '3 of 3 guessed less than anybody reached; the middle guess was 3 dimensions, what was reached 8 dimensions to 11 dimensions.',
      ask: 'Seats 1, 2 got by with 8 dimensions. Would it work for everybody?',
    });
    setLanguage('zh');
    expect(remarksOn(taskOf(dimensions.steps[0]), class3, null).look).toContain('中间值是 3 维');
  });

  it('tells luck from method, once all are trained', () => {
    const seeds = [1, 2, 3];
    const lucky = { seeds, missing: [], outcomes: [setting(6, [2]), setting(12, seeds)] };
    expect(remarksOn(task, class3, lucky).ask).toContain('only seed 2 gets there, one of 3');
    const partly = { seeds, missing: [], outcomes: [setting(6, [1, 2]), setting(12, seeds)] };
    expect(remarksOn(task, class3, partly).ask).toContain(
      '2 of 3 seeds get there; with 12 dimensions, 3',
    );
    const sure = { seeds, missing: [], outcomes: [setting(12, seeds)] };
    expect(remarksOn(task, class3, sure).ask).toContain('before you call it a method');
    const half = { seeds, missing: [{}], outcomes: [setting(6, [], 2)] };
    expect(remarksOn(task, class3, half).ask).toContain('Would it work for everybody?');
  });

  it('of options asks why the frequent guess was reasonable', () => {
    const options = { ...task, goal: '', kind: 'options', options: ['far', 'near'] };
    const all = [
      done(1, { guess: '0', came: 1 }),
      done(2, { guess: '0', came: 1 }),
      done(3, { guess: '1', came: 1 }),
    ];
    expect(remarksOn(options, all, null)).toEqual({
      look: '2 of 3 guessed “far”. “near” came out; 1 had expected it.',
      ask: 'Why was “far” a reasonable guess, and what speaks against it now?',
    });
    expect(remarksOn(options, [], null)).toEqual({ look: '', ask: '' });
  });
});
