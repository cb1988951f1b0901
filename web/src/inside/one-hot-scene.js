/** The picture of one-hot beside an embedding: w · Q = c, the multiplication that it is. */
import { t } from '../i18n/index.js';
import { fullScale, magnified } from '../plots/cells.js';
import { fixed } from './figures.js';
import { oneHot, rect, sized, sizeText, words } from './scene.js';
import { fitted } from './text-width.js';

/**
 * @typedef {ReturnType<typeof readOneHot>} Net
 * @typedef {import('./scene.js').Mark} Mark
 */

/** @param {Float32Array} Q @param {string[]} names by id @param {number} row */
export function readOneHot(Q, names, row) {
  const V = names.filter((name) => name !== '<s>' && name !== '</s>').length;
  const D = Q.length / Math.max(1, names.length);
  return {
    Q: Q.subarray(0, V * D),
    words: names.slice(0, V),
    V,
    D,
    row,
    c: Q.subarray(row * D, (row + 1) * D),
  };
}

const EMPTY = new Float32Array(0);
const AROUND = 3; // neighbours in the list that are named

/** @param {Net} net @param {import('./scene.js').Look} look @returns {import('./scene.js').Scene} */
export function oneHotScene(net, { stop, width, narrow }) {
  const { V, D, Q, row, c, words: names } = net;
  const left = narrow ? 16 : 22;
  const room = narrow ? width - 2 * left : Math.min(620, width * 0.5);
  const label = narrow ? 84 : 110;
  const top = 100;
  const tall = 392;
  const hot = { x: left + label, y: top, w: 30, h: tall };
  const at = { x: hot.x + 58, y: top, w: room - label - 58, h: tall };
  const large = [];
  for (let i = Math.max(0, row - AROUND); i <= Math.min(V - 1, row + AROUND); i++) large.push(i);
  const edges = magnified(V, tall, large, 18);
  const centre = (/** @type {number} */ i) => top + (edges.starts[i] + edges.ends[i]) / 2;
  const beside = width - (at.x + at.w + 120) - 30;
  const columns = D % 8 === 0 && !narrow && beside > 8 * 56 ? 8 : 4;
  const rows = Math.ceil(D / columns);
  const pitch = narrow ? 34 : Math.min(34, 300 / rows);
  const first = narrow ? top + tall + 90 : top + 30;
  const grid = narrow
    ? { x: left + 52, y: first, w: room - 52, h: rows * pitch }
    : { x: at.x + at.w + 120, y: first, w: width - (at.x + at.w + 120) - 30, h: rows * pitch };
  const full = { value: fullScale([Q]), blame: 1 };
  const common = {
    tone: /** @type {const} */ ('value'),
    rowName: (/** @type {number} */ i) => names[i] ?? '',
    colName: (/** @type {number} */ i) => `${i + 1}`,
  };
  const padded = new Float32Array(rows * columns).fill(Number.NaN);
  padded.set(c.subarray(0, rows * columns));
  /** @type {import('./scene.js').Block[]} */
  const blocks = [
    {
      ...common,
      id: 'x',
      name: sized('w', V, 1),
      box: hot,
      rows: V,
      cols: 1,
      values: oneHot(V, [row]),
      colName: () => '',
      look: 'blank',
      large,
      magnify: 18,
    },
    {
      ...common,
      id: 'Q',
      name: sized('Q', V, D),
      box: at,
      rows: V,
      cols: D,
      values: Q,
      large,
      magnify: 18,
      dimmed: stop >= 2,
      bright: stop >= 2 ? [row] : large,
    },
    {
      ...common,
      id: 'c',
      name: sized('c', 1, D),
      box: grid,
      rows,
      cols: columns,
      values: stop >= 2 ? padded : EMPTY,
      rowName: () => '',
      line: D,
      bars: { pitch, thickness: pitch - 4 },
      every: 1,
      gap: 3,
    },
  ];
  return {
    width,
    height: (narrow ? grid.y + grid.h : top + tall) + 30,
    blocks,
    wires: stop >= 2 ? wiresOf(hot, at, grid, centre(row), narrow) : [],
    marks: [
      ...readMarks(net, { hot, at, large, edges, centre, label }),
      ...(stop >= 2 ? vectorMarks(net, { grid, columns, rows, pitch }) : []),
    ],
    stops: [
      { stop: 1, shown: 1, x: left, y: 30, name: t('inside.stop.1'), sub: t('inside.oneHotW') },
      { stop: 2, shown: 2, x: at.x, y: 30, name: t('inside.stop.2'), sub: t('inside.sub.lookUpW') },
    ],
    full,
    formula: '*w* · *Q* = *c*',
    sentence: t(`inside.onehot.${stop}`, { input: names[row], row: row + 1, count: V, numbers: D }),
  };
}

/** @param {import('./scene.js').Box} hot @param {import('./scene.js').Box} at @param {import('./scene.js').Box} grid @param {number} y @param {boolean} narrow @returns {import('./scene.js').Wire[]} */
function wiresOf(hot, at, grid, y, narrow) {
  const x = at.x + at.w / 2;
  const low = at.y + at.h;
  return [
    { d: `M${hot.x + hot.w + 2} ${y}H${at.x - 4}`, tone: 'forward', arrow: 'end' },
    narrow
      ? { d: `M${x} ${low + 4}V${low + 32}`, tone: 'forward', arrow: 'end' }
      : {
          d: `M${at.x + at.w + 4} ${y}C${grid.x - 60} ${y} ${grid.x - 70} ${grid.y + grid.h / 2} ${grid.x - 50} ${grid.y + grid.h / 2}`,
          tone: 'forward',
          arrow: 'end',
        },
  ];
}

/**
 * @param {Net} net
 * @param {{hot: import('./scene.js').Box, at: import('./scene.js').Box, large: number[],
 *   edges: import('../plots/cells.js').Edges, centre: (i: number) => number, label: number}} where
 * @returns {Mark[]}
 */
function readMarks({ row, V, D, words: names }, { hot, at, large, edges, centre, label }) {
  const middle = hot.x + hot.w / 2;
  const one = centre(row);
  const tall = Math.max(18, edges.ends[row] - edges.starts[row] + 2);
  /** @type {Mark[]} */
  const marks = [
    words(middle, hot.y - 12, '*w*', 'letter', 'middle'),
    words(at.x + at.w, at.y - 12, `*Q* ${sizeText(V, D, at.h)}`, 'small', 'end'),
    rect(hot.x, hot.y, hot.w, hot.h, 'hot', 4),
  ];
  const [low, high] = [edges.starts[large[0]], edges.ends[large[large.length - 1]]];
  for (let y = 16; y < hot.h - 4; y += 30) {
    if (y < low - 4 || y > high + 14) marks.push(words(middle, hot.y + y, '0', 'zero', 'middle'));
  }
  for (const i of large) {
    const isOne = i === row;
    const y = centre(i);
    const name = fitted(names[i] ?? '', label - 14, isOne ? 16 : 13);
    marks.push(words(hot.x - 10, y + 5, name, isOne ? 'true large' : 'soft', 'end'));
    if (!isOne) marks.push(words(middle, y + 5, '0', 'zero', 'middle'));
  }
  marks.push(rect(hot.x, one - tall / 2, hot.w, tall, 'one', 4));
  marks.push(words(middle, one + 5, '1', 'one-text', 'middle'));
  marks.push(rect(at.x - 2, one - tall / 2, at.w + 4, tall, 'frame accent', 4));
  const before = large[0];
  const after = V - 1 - large[large.length - 1];
  if (before > 0 && low > 40)
    marks.push(
      words(
        hot.x - 10,
        hot.y + low / 2,
        fitted(t('inside.before', { count: before }), label + 10, 12),
        'small',
        'end',
      ),
    );
  if (after > 0 && hot.h - high > 40) {
    marks.push(
      words(
        hot.x - 10,
        hot.y + (high + hot.h) / 2,
        fitted(t('inside.after', { count: after }), label + 10, 12),
        'small',
        'end',
      ),
    );
  }
  return marks;
}

/** @param {Net} net @param {{grid: import('./scene.js').Box, columns: number, rows: number, pitch: number}} where @returns {Mark[]} */
function vectorMarks({ c, D, row, words: names }, { grid, columns, rows, pitch }) {
  const width = grid.w / columns;
  /** @type {Mark[]} */
  const marks = [
    words(
      grid.x - 44,
      grid.y - 16,
      fitted(
        `*c*: ${t('inside.vectorOf', { numbers: D, word: names[row] }).replace(/^\*v\*[:：]\s*/, '')}`,
        grid.w + 40,
        15,
      ),
      'strong',
    ),
  ];
  for (let r = 0; r < rows; r++) {
    const y = grid.y + (r + 0.5) * pitch + 5;
    const last = Math.min(D, (r + 1) * columns);
    marks.push(words(grid.x - 8, y, `${r * columns + 1}–${last}`, 'small', 'end'));
    for (let i = r * columns; i < last; i++) {
      const x = grid.x + ((i % columns) + 0.5) * width;
      marks.push(words(x, y, fixed(c[i], 3), 'on-cell', 'middle'));
    }
  }
  return marks;
}

/**
 * All of the products: V − 1 zeros and one number.
 * @param {Net} net @param {import('./scene.js').Place} place
 * @returns {import('./arithmetic.js').Equation}
 */
export function oneHotEquation({ Q, D, V, row, words: names }, { block, row: r, col }) {
  const plain = { parts: [], bias: null, squeeze: null, groups: [], goes: null };
  if (block === 'x') {
    const value = r === row ? 1 : 0;
    return { ...plain, symbol: `*w*_${r + 1}_`, kind: 'weight', value, sum: value };
  }
  if (block === 'Q') {
    const value = Q[r * D + col];
    return { ...plain, symbol: `${names[r]}_${col + 1}_`, kind: 'weight', value, sum: value };
  }
  return sumOf({ Q, D, V, row, names }, col);
}

/** @param {{Q: Float32Array, D: number, V: number, row: number, names: string[]}} net @param {number} i @returns {import('./arithmetic.js').Equation} */
function sumOf({ Q, D, V, row, names }, i) {
  const parts = Array.from({ length: V }, (_, k) => {
    const a = k === row ? 1 : 0;
    const b = Q[k * D + i];
    return { name: names[k], a, b, value: a * b };
  });
  const value = Q[row * D + i];
  return {
    symbol: `*c*_${i + 1}_`,
    kind: 'copy',
    value,
    parts,
    bias: null,
    sum: value,
    squeeze: null,
    groups: [],
    goes: null,
  };
}
