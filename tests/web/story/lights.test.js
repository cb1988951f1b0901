// @vitest-environment jsdom
/** A formula lights up its parts of the figure. */
import { beforeEach, expect, it } from 'vitest';
import { startLights } from '../../../web/src/story/lights.js';

beforeEach(() => {
  document.body.innerHTML = `
    <section class="beat">
      <div class="formula">
        <math><mi data-part="w">w</mi><mi data-part="Q">Q</mi></math>
        <ul class="symbols">
          <li data-part="w">the word</li>
          <li data-part="Q b">the table</li>
        </ul>
      </div>
      <div class="figure"><i data-part="w"></i><i data-part="Q"></i><i data-part="b"></i></div>
    </section>
    <section class="beat"><div class="figure"><b data-part="w"></b></div></section>`;
  startLights();
});

const lit = () =>
  Array.from(document.querySelectorAll('.figure [data-lit]'), (element) =>
    element.getAttribute('data-part'),
  );

it('by keyboard: every line below the formula is a button', () => {
  const [word, table] = document.querySelectorAll('button');
  word.focus();
  expect(lit()).toEqual(['w']);
  table.focus();
  expect(lit()).toEqual(['Q', 'b']);
  table.blur();
  expect(lit()).toEqual([]);
});

it('by pointer: a symbol of the formula, until the pointer leaves it', () => {
  const symbol = document.querySelector('mi[data-part=Q]');
  symbol?.dispatchEvent(new Event('pointerover', { bubbles: true }));
  expect(lit()).toEqual(['Q']);
  symbol?.dispatchEvent(new Event('pointerout', { bubbles: true }));
  expect(lit()).toEqual([]);
});

it('what has the focus stays lit when the pointer leaves another symbol', () => {
  document.querySelector('button')?.focus();
  const symbol = document.querySelector('mi[data-part=Q]');
  symbol?.dispatchEvent(new Event('pointerover', { bubbles: true }));
  symbol?.dispatchEvent(new Event('pointerout', { bubbles: true }));
  expect(lit()).toEqual(['w']);
});
