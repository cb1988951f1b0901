// @vitest-environment jsdom
/** The figures that chapters share draw the numbers that they are given. */
import { render } from 'lit';
import { expect, it, vi } from 'vitest';
import { arrows } from '../../../web/src/story/figures/arrows.js';
import { cells } from '../../../web/src/story/figures/cells.js';
import { oneHot } from '../../../web/src/story/figures/one-hot.js';
import { race } from '../../../web/src/story/figures/race.js';
import { scale } from '../../../web/src/story/figures/scale.js';
import { labLink, plans } from '../../../web/src/story/plans.js';

/** @param {unknown} template */
function drawn(template) {
  const place = document.createElement('div');
  render(template, place);
  return place;
}

it('cells: neighbours of one colour are one piece, zero is the ground', () => {
  const place = drawn(cells([1, 1, 0, -1, 0, 1], 3, { full: 1, label: 'six numbers' }));
  const path = (/** @type {string} */ kind) => place.querySelector(`.${kind}`)?.getAttribute('d');
  expect(place.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 3 2');
  expect(place.querySelector('svg')?.getAttribute('aria-label')).toBe('six numbers');
  expect(path('above')).toBe('M0 .5m0 0h2m0 1h1');
  expect(path('below')).toBe('M0 .5m0 1h1');
});

it('cells: a number beyond the end of the scale has the strongest colour', () => {
  const place = drawn(cells([7, 0.25], 2, { full: 1 }));
  const shares = Array.from(place.querySelectorAll('path'), (path) => path.getAttribute('style'));
  expect(shares).toEqual(['--share: 100%', '--share: 50%']);
  expect(place.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
});

it('a one-hot row has its 1 at its place, and no 0 below it', () => {
  const place = drawn(oneHot(10, [4], { label: 'number 5' }));
  const one = place.querySelector('.one');
  expect(one?.getAttribute('style')).toContain('45.00%');
  const zeros = Array.from(place.querySelectorAll('.zero'), (zero) =>
    Number.parseFloat(zero.getAttribute('style')?.split(':')[1] ?? ''),
  );
  expect(zeros.every((at) => Math.abs(at - 45) > 5)).toBe(true);
  expect(drawn(oneHot(10, [], { label: 'products' })).querySelector('.one')).toBeNull();
});

it('a chapter that trains nothing opens the Lab without training', () => {
  expect(labLink(plans.oneHot, 'en')).toMatch(/&start=paused$/);
  expect(labLink(plans.nnlm, 'zh', { more: '&inside=2' })).toBe(
    './lab.html#v=1&lang=zh&model=nnlm&corpus=relations-zh&context=4&inside=2&start=training',
  );
});

it('arrows: names of crowded points stand apart, in the order of their points', () => {
  const heights = [0, 0.01, 0.02, 0.03, 1];
  const all = heights.map((y, i) => ({
    from: `from ${i}`,
    to: `to ${i}`,
    start: /** @type {[number, number]} */ ([0, y]),
    end: /** @type {[number, number]} */ ([1, y]),
  }));
  const place = drawn(arrows(all, { label: 'five arrows' }));
  const names = [...place.querySelectorAll('text.start')].map((text) => ({
    name: text.textContent,
    y: Number(text.getAttribute('y')),
  }));
  names.sort((a, b) => a.y - b.y);
  expect(names.map(({ name }) => name)).toEqual([4, 3, 2, 1, 0].map((i) => `from ${i}`));
  for (const [i, { y }] of names.slice(1).entries()) expect(y - names[i].y).toBeGreaterThan(25);
});

it('race: a curve ends where the clock stands, and says its result once it has arrived', () => {
  const runner = (/** @type {string} */ id, /** @type {number} */ seconds) => ({
    id,
    name: id,
    note: `${id} is there`,
    points: [
      { seconds: 0, value: 0 },
      { seconds, value: 10 },
    ],
  });
  const of = { runners: [runner('first', 1), runner('second', 4)], most: 10, label: '' };
  const moment = (/** @type {string} */ seconds) => `${seconds} s`;
  const notes = (/** @type {number} */ until) =>
    [...drawn(race({ ...of, until, moment })).querySelectorAll('.curve-note')].map(
      (note) => note.textContent,
    );
  expect(notes(0.5)).toEqual([]);
  expect(notes(2)).toEqual(['first is there']);
  expect(notes(4)).toEqual(['first is there', 'second is there']);
});

it('scale: a place is guessed by a tap, and the value is not told before', () => {
  const choose = vi.fn();
  const guesses = [{ value: -1, letter: 'A', chosen: false, choose, label: 'guess A' }];
  const asked = drawn(scale([{ name: 'he – she', value: null, label: '', guesses }]));
  expect(asked.querySelector('.scale-dot')).toBeNull();
  /** @type {HTMLElement | null} */ (asked.querySelector('button'))?.click();
  expect(choose).toHaveBeenCalledOnce();
  const told = drawn(scale([{ name: 'he – she', value: -0.5, label: '' }]));
  expect(told.querySelector('.scale-dot')?.getAttribute('style')).toContain('25.00%');
  expect(told.querySelector('.scale-value')?.textContent).toBe('−0.50');
});
