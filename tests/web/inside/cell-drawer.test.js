// @vitest-environment jsdom
/** The drawer of a memory cell: what is said, and how keys and presses choose the cell. */
import { afterEach, expect, it } from 'vitest';
import { addMessages } from '../../../web/src/i18n/index.js';
import { en as elmoEn } from '../../../web/src/i18n/inside-elmo-en.js';
import { zh as elmoZh } from '../../../web/src/i18n/inside-elmo-zh.js';
import { en } from '../../../web/src/i18n/inside-en.js';
import { zh } from '../../../web/src/i18n/inside-zh.js';
import '../../../web/src/inside/cell-drawer.js';
import { cellStory } from '../../../web/src/inside/elmo-cell.js';
import { readElmo } from '../../../web/src/inside/elmo-net.js';

addMessages({ en, zh });
addMessages({ en: elmoEn, zh: elmoZh });

Element.prototype.scrollIntoView = () => {}; // jsdom has no layout

const CELLS = 4;
const STEPS = 3; // two words and the sign before them

/** Quantities of one layer in which cell k keeps 0.5, writes 0.25 of k and shows half. */
function trace() {
  const all = (/** @type {(step: number, cell: number) => number} */ of) =>
    Float32Array.from({ length: STEPS * CELLS }, (_, i) => of(Math.floor(i / CELLS), i % CELLS));
  /** @type {number[][]} */
  const cells = [];
  for (let step = 0; step < STEPS; step++)
    cells.push(Array.from({ length: CELLS }, (_, k) => 0.5 * (cells[step - 1]?.[k] ?? 0) + k / 4));
  const shared = { rows: STEPS, cols: CELLS };
  const forward = ['forward', 'backward'].flatMap((reader) => [
    { ...shared, name: `${reader}.tokens`, values: all(() => 0.1) },
    ...Object.entries({
      'input-gate': all(() => 0.25),
      candidate: all((_, k) => k),
      'forget-gate': all(() => 0.5),
      'output-gate': all(() => 0.5),
      cell: all((step, k) => cells[step][k]),
      hidden: all((step, k) => 0.5 * Math.tanh(cells[step][k])),
      out: all((step, k) => 0.5 * Math.tanh(cells[step][k])),
    }).map(([name, values]) => ({ ...shared, name: `${reader}.lstm1.${name}`, values })),
  ]);
  const sentence = Int32Array.from([0, 1]);
  return { sentence, position: 0, loss: 1, lossAfter: 1, forward, backward: [], changes: [] };
}

const words = ['she', 'ate', '(begins)', '(ends)'];
const net = readElmo(trace(), new Map(), { words, position: 1, alpha: 0.1 });

/** @param {number} col of the lane */
async function shown(col) {
  const drawer = document.createElement('cell-drawer');
  const place = { block: 'f1-cell', row: 0, col };
  Object.assign(drawer, { story: cellStory(net, place, { blamed: false, width: 200 }) });
  document.body.append(drawer);
  await /** @type {any} any: a Lit element */ (drawer).updateComplete;
  await new Promise((resolve) => setTimeout(resolve));
  return drawer;
}

afterEach(() => {
  document.body.replaceChildren();
});

const text = (/** @type {Element | null} */ element) =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ');

it('says what a cell keeps, writes and shows', async () => {
  const drawer = await shown(2 * CELLS + 3); // at ‘ate’, the fourth cell
  expect(text(drawer.querySelector('#cell-title'))).toContain('at ‘ate’: 4 memory cells');
  // 0.75, then 0.5 × 0.75 + 0.75 = 1.125, then 0.5 × 1.125 + 0.25 × 3
  const numbers = text(drawer.querySelector('#cell-numbers'));
  expect(numbers).toContain('Cell 4 in numbers');
  expect(numbers).toMatch(/= 0\.500\d* × 1\.125\d* \+ 0\.250\d* × 3\.000/);
  expect(numbers).toMatch(/= 0\.56\d* \+ 0\.75\d* = ?1\.31/);
  expect(text(drawer.querySelector('#cell-path'))).toContain('(begins) 0.75, she 1.13, ate 1.31');
  const figures = [...drawer.querySelectorAll('.cell-value')].map((one) => text(one).trim());
  expect(figures).toEqual(['1.13', '0.50', '0.25', '3.00', '1.31', '0.50', '0.43']);
});

it('moves to another cell by arrow keys, and opens a gate', async () => {
  const drawer = await shown(2 * CELLS + 1);
  /** @type {unknown[]} */
  const asked = [];
  drawer.addEventListener('open-number', (event) => {
    asked.push(/** @type {CustomEvent} */ (event).detail);
  });
  const strips = drawer.querySelector('#block-cells');
  strips?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
  expect(asked).toEqual([{ block: 'f1-cell', row: 0, col: 2 * CELLS + 2 }]);
  strips?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
  /** @type {HTMLElement | null} */ (drawer.querySelector('#gate-keep'))?.click();
  expect(asked.pop()).toEqual({ block: 'f1-keep', row: 0, col: 2 * CELLS + 1 });
});
