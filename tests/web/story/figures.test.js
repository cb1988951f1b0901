// @vitest-environment jsdom
/** The figures that chapters share draw the numbers that they are given. */
import { render } from 'lit';
import { expect, it } from 'vitest';
import { cells } from '../../../web/src/story/figures/cells.js';
import { oneHot } from '../../../web/src/story/figures/one-hot.js';
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
  expect(path('above')).toBe('M0 0h2v1h-2zM2 1h1v1h-1z');
  expect(path('below')).toBe('M0 1h1v1h-1z');
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
