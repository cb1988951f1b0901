/** One memory cell of an ELMo at one word: the rows of its box, and its way through the sentence. */
import { t } from '../i18n/index.js';
import { fullScale } from '../plots/cells.js';
import { pathBeside } from './elmo-beside.js';
import { before, cellOf, columnOf, laneId, laneOf, spotOf, wordAt } from './elmo-net.js';
import { fixed } from './figures.js';

/** From the memory before to what is shown. */
export const ROWS = /** @type {const} */ ([
  'before',
  'keep',
  'write',
  'candidate',
  'after',
  'show',
  'shown',
]);
/** @type {Record<string, number>} */
const BLAMED = { write: 0, candidate: 1, keep: 2, show: 3 }; // by block of the gates

const PITCH = 27;
const MOST = 7; // digits after the point

/**
 * Digits after the point with which rounded terms add up to the rounded sum.
 * @param {number[]} terms @param {number} sum
 */
export function agreeing(terms, sum) {
  const units = (/** @type {number} */ x, /** @type {number} */ digits) =>
    Math.round(Number(x.toFixed(digits)) * 10 ** digits);
  for (let digits = 2; digits < MOST; digits++) {
    const all = terms.reduce((given, term) => given + units(term, digits), 0);
    if (all === units(sum, digits)) return digits;
  }
  return MOST;
}

/**
 * What the drawer of a cell shows; null where the place is no cell.
 * @param {import('./elmo-net.js').ElmoNet} net @param {import('./scene.js').Place} place
 * @param {{blamed: boolean, width: number, other?: import('./elmo-net.js').ElmoNet | null}} how other:
 *   a second sentence with the same word
 */
export function cellStory(net, place, { blamed, width, other = null }) {
  const spot = spotOf(net, place);
  const lane = spot && laneOf(net, spot.reader, spot.layer);
  if (!spot || !lane || (spot.what === 'hidden' && lane.unprojected)) return null;
  const { C, steps } = net;
  const { reader, layer, slot, cell } = spot;
  const past = before(net, reader, slot);
  const at = (/** @type {Float32Array} */ all, /** @type {number} */ n) =>
    n < 0 ? new Float32Array(C) : all.subarray(n * C, (n + 1) * C);
  const rows = {
    before: at(lane.cell, past),
    keep: at(lane.keep, slot),
    write: at(lane.write, slot),
    candidate: at(lane.candidate, slot),
    after: at(lane.cell, slot),
    show: at(lane.show, slot),
    shown: at(lane.unprojected ?? lane.hidden, slot),
  };
  const values = new Float32Array(ROWS.length * C);
  ROWS.forEach((row, n) => {
    values.set(rows[row], n * C);
  });
  const word = wordAt(net, columnOf(reader, slot));
  const about = { reader: t(`inside.elmo.reader.${reader}`), layer, word, cells: C };
  /** @type {import('./scene.js').Block} */
  const block = {
    id: 'cells',
    name: t('inside.elmo.box', about),
    box: { x: 0, y: 0, w: width, h: ROWS.length * PITCH },
    rows: ROWS.length,
    cols: C,
    values,
    rowName: (row) => t(`inside.elmo.row.${ROWS[row]}`),
    colName: (col) => t('inside.elmo.cell', { cell: col + 1 }),
    tone: 'value',
    bars: { pitch: PITCH, thickness: 17 },
    follows: true,
  };
  const gates = lane.blame.gates;
  const one = cellOf(net, spot);
  const sum = one.kept + one.written;
  return {
    title: block.name,
    block,
    full: fullScale([lane.cell, lane.hidden]),
    cell,
    pitch: PITCH,
    rows: ROWS.map((row) => ({
      row,
      value: rows[row][cell],
      blame:
        blamed && row in BLAMED && gates.length ? gates[(slot * 4 + BLAMED[row]) * C + cell] : null,
      gate: row in BLAMED ? placeIn(reader, layer, row, slot * C + cell) : null,
    })),
    numbers: numbersOf(one, sum, cell),
    projected: lane.unprojected ? { cells: C, numbers: lane.hidden.length / steps } : null,
    path: Array.from({ length: steps }, (_, n) => ({
      word: wordAt(net, columnOf(reader, n)),
      value: lane.cell[n * C + cell],
    })),
    /** What it carries through the second sentence. */
    other: other && pathBeside(net, other, { reader, layer, cell }),
    slot,
    backwards: reader === 'b',
    /** Another cell of the box. @param {number} other */
    placeOf: (other) => placeIn(reader, layer, 'cell', slot * C + other),
  };
}

/** @param {'f' | 'b'} reader @param {number} layer @param {string} what @param {number} col */
const placeIn = (reader, layer, what, col) => ({ block: laneId(reader, layer, what), row: 0, col });

/**
 * The two equations, in digits that add up.
 * @param {ReturnType<typeof cellOf>} one @param {number} sum before it is clipped @param {number} cell
 */
function numbersOf(
  { before: past, keep, write, candidate, after, show, shown, kept, written },
  sum,
  cell,
) {
  const digits = agreeing([kept, written], sum);
  const [n, fine] = [cell + 1, digits + 1];
  const bracket = (/** @type {number} */ x) => (x < 0 ? `(${fixed(x, fine)})` : fixed(x, fine));
  const second = written < 0 ? `− ${fixed(-written, digits)}` : `+ ${fixed(written, digits)}`;
  const clipped = Math.abs(sum - after) > 5e-4;
  return {
    memory: [
      `*c*_${n}_ = ${t('inside.elmo.formula.memory')}`,
      `= ${fixed(keep, fine)} × ${bracket(past)} + ${fixed(write, fine)} × ${bracket(candidate)}`,
      `= ${fixed(kept, digits)} ${second} = `,
    ],
    result: fixed(sum, digits),
    clipped: clipped ? t('inside.elmo.clipped', { value: fixed(after) }) : '',
    shown: [
      `*h*_${n}_ = ${t('inside.elmo.formula.shown')}`,
      `= ${fixed(show, 3)} × tanh(${fixed(after, 3)}) = `,
    ],
    out: fixed(shown),
  };
}
