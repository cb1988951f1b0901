/**
 * A picture of a model as data: which blocks of numbers are where, what connects them, what is
 * written beside them. One file per model builds it from a trace; inside-view draws it. All places
 * are in pixels for type of the default size.
 *
 * The seven stops: 1 read, 2 look up, 3 mix, 4 guess, 5 compare, 6 blame, 7 nudge.
 *
 * @typedef {{x: number, y: number, w: number, h: number}} Box
 * @typedef {{block: string, row: number, col: number}} Place a number by its block
 *
 * @typedef {object} Block numbers that belong together
 * @property {string} id
 * @property {string} name for speech: 'Q, 260 by 32'
 * @property {Box} box
 * @property {number} rows that are drawn
 * @property {number} cols
 * @property {ArrayLike<number>} values [rows, cols]; empty: not yet known
 * @property {ArrayLike<number>} [rowIds] the row of the whole matrix that each drawn row is
 * @property {(row: number) => boolean} [has] whether the whole matrix has a row; given with `rowIds`
 * @property {(row: number) => string} rowName of the whole matrix
 * @property {(col: number) => string} colName
 * @property {'value' | 'blame'} tone
 * @property {'cells' | 'figures' | 'blank'} [look] `figures`: as text; `blank`: drawn by marks
 * @property {(value: number) => string} [text] of a figure
 * @property {(row: number) => string} [figureClass]
 * @property {number} [every] columns per group
 * @property {number} [gap] between groups
 * @property {number[]} [large] drawn rows that are magnified
 * @property {number} [magnify] height of a magnified row
 * @property {boolean} [dimmed] whether all rows but the `bright` ones are pale
 * @property {number[]} [bright] by default the magnified ones
 * @property {number} [line] numbers of the one row that is broken into lines
 * @property {{pitch: number, thickness: number}} [bars] rows as bars apart
 * @property {boolean} [decoration] not to be opened
 * @property {(row: number, col: number) => string} [cell] what a number is, and its value
 * @property {{rows: number, cols: number, rowName: (row: number) => string,
 *   colName: (col: number) => string}} [table] how it is broken into rows as a table
 * @property {boolean} [follows] whether the active number is always the opened one
 *
 * @typedef {object} Wire a connector: only where numbers go
 * @property {string} d
 * @property {'forward' | 'blame' | 'quiet' | 'trail' | 'rail' | 'up'} tone
 * @property {'end' | 'start' | ''} arrow
 *
 * @typedef {{kind: 'text', x: number, y: number, text: string, anchor?: 'start' | 'middle' | 'end',
 *     look?: string}
 *   | {kind: 'rect', box: Box, look: string, r?: number}
 *   | {kind: 'path', d: string, look: string}
 *   | {kind: 'dot', x: number, y: number, r: number, look: string}} Mark
 *
 * @typedef {object} Stop
 * @property {number} stop 1 … 7
 * @property {number} shown its number on the rail; 0: struck out
 * @property {number} x
 * @property {number} y
 * @property {string} name
 * @property {string} sub
 * @property {boolean} [ends] whether x is its right edge
 *
 * @typedef {object} Scene
 * @property {number} width
 * @property {number} height
 * @property {Block[]} blocks in flow order
 * @property {Wire[]} wires
 * @property {Mark[]} marks
 * @property {Stop[]} stops
 * @property {{value: number, blame: number}} full the ends of the scales
 * @property {string} formula
 * @property {string} sentence what the present stop says
 * @property {string} [note] about what is shown
 * @property {number} [wide] more than `width`: the drawing scrolls sideways, marks whose look has
 *   `pinned` do not
 * @property {number} [focus] what is to be in sight of it
 * @property {Block[]} [unseen] blocks that can be shown as tables only
 * @property {{look: string, text: string}[]} [keys] to what is drawn
 *
 * @typedef {object} Look how a scene is to be drawn
 * @property {number} stop 1 … 7
 * @property {number} width
 * @property {boolean} narrow whether blocks are stacked
 * @property {Place | null} opened
 * @property {number} [ratio] device pixels per unit of the drawing; 1
 * @property {number} lane Skip-gram: which word of the window is the input
 */
import { t } from '../i18n/index.js';
import { rowsPerLine } from '../plots/cells.js';
import { fixed } from './figures.js';

/** From this width on, blocks stand side by side. */
export const WIDE = 900;

export const FORWARD = 5; // the last stop of the way forward
export const BLAME = 6;
export const NUDGE = 7;

/** Whether there is a number at a place, drawn or not. @param {Block} block @param {Place} place */
export function holds({ rows, cols, values, rowIds, has, line }, { row, col }) {
  if (!values.length || col < 0) return false;
  if (line !== undefined) return row === 0 && col < line;
  if (col >= cols) return false;
  return has
    ? has(row)
    : rowIds
      ? Array.prototype.includes.call(rowIds, row)
      : row >= 0 && row < rows;
}

/** @param {number} x @param {number} y @param {string} text @param {string} [look] @param {'start' | 'middle' | 'end'} [anchor] @returns {Mark} */
export const words = (x, y, text, look = '', anchor = 'start') => ({
  kind: 'text',
  x,
  y,
  text,
  anchor,
  look,
});

/** @param {number} x @param {number} y @param {number} w @param {number} h @param {string} look @param {number} [r] @returns {Mark} */
export const rect = (x, y, w, h, look, r = 0) => ({ kind: 'rect', box: { x, y, w, h }, look, r });

/** A bar that fills a track. @param {Box} box @param {number} share @param {string} look @returns {Mark[]} */
export function bar({ x, y, w, h }, share, look) {
  const length = Math.max(h * 0.6, Math.min(1, Math.max(0, share || 0)) * w);
  return [rect(x, y, w, h, 'track', h / 2), rect(x, y, length, h, look, h / 2)];
}

/**
 * A path with right angles, rounded: [x, y] to [x, y].
 * @param {[number, number][]} points
 */
export function elbow(points, radius = 6) {
  let d = `M${points[0].map(round).join(' ')}`;
  for (let i = 1; i < points.length; i++) {
    const [x, y] = points[i];
    const next = points[i + 1];
    if (!next) {
      d += `L${round(x)} ${round(y)}`;
      break;
    }
    const [bx, by] = towards([x, y], points[i - 1], radius);
    const [ax, ay] = towards([x, y], next, radius);
    d += `L${round(bx)} ${round(by)}Q${round(x)} ${round(y)} ${round(ax)} ${round(ay)}`;
  }
  return d;
}

const round = (/** @type {number} */ x) => Math.round(x * 10) / 10;

/** @param {[number, number]} from @param {[number, number]} to @param {number} length */
function towards([x, y], [tx, ty], length) {
  const whole = Math.hypot(tx - x, ty - y) || 1;
  const part = Math.min(length, whole / 2) / whole;
  return [x + (tx - x) * part, y + (ty - y) * part];
}

/**
 * The rows that are named: the likeliest, and always the true one.
 * @param {ArrayLike<number>} chances @param {number} target @param {number} [most]
 */
export function likeliest(chances, target, most = 8) {
  /** @type {number[]} */
  const top = [];
  for (let i = 0; i < chances.length; i++) {
    const chance = chances[i] || 0;
    if (top.length === most && !(chance > (chances[top[most - 1]] || 0))) continue;
    let at = top.length;
    while (at > 0 && chance > (chances[top[at - 1]] || 0)) at -= 1;
    top.splice(at, 0, i);
    top.length = Math.min(most, top.length);
  }
  if (!top.includes(target)) top.push(target);
  return top;
}

/** The rows that are not among `shown`, at most so many, evenly. @param {number} count @param {number[]} shown @param {number} most */
export function sampled(count, shown, most) {
  const known = new Set(shown);
  const others = Math.max(0, count - known.size);
  const every = Math.max(1, Math.ceil(others / Math.max(1, most)));
  /** @type {number[]} */
  const rows = [];
  for (let row = 0, seen = 0; row < count; row++) {
    if (!known.has(row) && seen++ % every === 0) rows.push(row);
  }
  return { rows, every, count: others };
}

/** A one-hot column per id. @param {number} count @param {number[]} ids @returns {Uint8Array} [count, ids] */
export function oneHot(count, ids) {
  const values = new Uint8Array(count * ids.length);
  ids.forEach((id, col) => {
    values[id * ids.length + col] = 1;
  });
  return values;
}

/** The size of a matrix; where rows are finer than a line of the drawing, also how many share one. @param {number} rows @param {number} cols @param {number} height @param {number} [ratio] */
export function sizeText(rows, cols, height, ratio = 1) {
  const shared = rowsPerLine(rows, height, ratio);
  const size = `${rows} × ${cols}`;
  return shared > 1 ? `${size} · ${t('inside.lineOfRows', { rows: shared })}` : size;
}

/** Some rows of a matrix. @param {ArrayLike<number>} values @param {number} cols @param {number[]} rows */
export function rowsOf(values, cols, rows) {
  const picked = new Float32Array(rows.length * cols);
  rows.forEach((row, n) => {
    for (let i = 0; i < cols; i++) picked[n * cols + i] = values[row * cols + i];
  });
  return picked;
}

/** −ln p from 0 to 1, with points on it. @param {Box} box @param {{p: number, loss: number, look: string}[]} points @returns {Mark[]} */
export function lossCurve({ x, y, w, h }, points) {
  const most = 5;
  const at = (/** @type {number} */ loss) => y + h - (Math.min(most, Math.max(0, loss)) / most) * h;
  const path = Array.from({ length: 41 }, (_, i) => {
    const p = Math.exp(-most) + ((1 - Math.exp(-most)) * i * i) / 1600;
    return `${i ? 'L' : 'M'}${round(x + p * w)} ${round(at(-Math.log(p)))}`;
  });
  return [
    { kind: 'path', d: `M${x} ${y}V${y + h}H${x + w}`, look: 'axis' },
    { kind: 'path', d: path.join(''), look: 'curve' },
    words(x + 3, y + h + 16, '0', 'small'),
    words(x + w, y + h + 16, '1', 'small', 'end'),
    words(x + w / 2, y + h + 16, '*p*', 'small', 'middle'),
    ...points.flatMap(
      ({ p, loss, look }) =>
        /** @type {Mark[]} */ ([
          {
            kind: 'path',
            d: `M${round(x + p * w)} ${round(y + h)}V${round(at(loss))}`,
            look: 'drop',
          },
          { kind: 'dot', x: x + p * w, y: at(loss), r: 4.5, look },
        ]),
    ),
  ];
}

/** The loss, which marks have written: it can be opened. @param {Box} box @param {number} loss @returns {Block} */
export const lossBlock = (box, loss) => ({
  id: 'loss',
  name: t('inside.loss'),
  box,
  rows: 1,
  cols: 1,
  values: [loss],
  rowName: () => '',
  colName: () => '',
  tone: 'value',
  look: 'blank',
  text: (value) => fixed(value),
});

/** Name and field word of a stop. @param {number} stop @param {string} sub */
export const stopNames = (stop, sub) => ({ name: t(`inside.stop.${stop}`), sub });

/** @param {number} rows @param {number} cols @param {string} name */
export const sized = (name, rows, cols) => t('inside.sized', { name, rows, cols });
