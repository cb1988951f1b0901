/** The same word in two sentences: what a reader remembers in each, and how alike the word's vectors are. */
import { t } from '../i18n/index.js';
import { fullScale } from '../plots/cells.js';
import { cosine } from '../plots/vectors.js';
import { columnOf, laneId, slotOf, wordAt } from './elmo-net.js';
import { valuesOf } from './nnlm-net.js';

/**
 * @typedef {import('./elmo-net.js').ElmoNet} ElmoNet
 * @typedef {import('./elmo-net.js').Reader} Reader
 * @typedef {import('../worker/wasm').Trace} Trace
 */

/** Least width of a word's strip. */
const LEAST = 58;
const GAP = 10;
const TALL = 16;

/**
 * How alike the word's vectors are, layer by layer: of each reader and of both. A layer's vector is
 * what reader → shows, then what reader ← shows.
 * @param {Trace} one @param {number} at its position in the sentence @param {Trace} other @param {number} beside
 */
export function likeness(one, at, other, beside) {
  const rows = [];
  for (let layer = 0; ; layer++) {
    const [a, b] = [one, other].map(({ forward }) => valuesOf(forward, `layer${layer}`));
    if (!a || !b) return rows;
    const wide = a.length / one.sentence.length;
    const [va, vb] = [
      a.subarray(at * wide, (at + 1) * wide),
      b.subarray(beside * wide, (beside + 1) * wide),
    ];
    rows.push({
      layer,
      f: cosine(va.subarray(0, wide / 2), vb.subarray(0, wide / 2)),
      b: cosine(va.subarray(wide / 2), vb.subarray(wide / 2)),
      both: cosine(va, vb),
    });
  }
}

/**
 * The memory of a layer in both sentences, word by word, the common word in one column.
 * @param {ElmoNet} net @param {ElmoNet} other @param {{reader: Reader, layer: number, width: number}} how
 */
export function besideLanes(net, other, { reader, layer, width }) {
  const before = Math.max(net.column, other.column);
  const after = Math.max(net.steps - net.column, other.steps - other.column);
  const total = before + after + 1;
  const C = net.C;
  const wide = Math.max(width, total * LEAST);
  const pitch = wide / total;
  const full = fullScale([net, other].map((one) => one[reader].layers[layer - 1].cell));
  const lanes = [net, other].map((one, n) => {
    const shift = before - one.column;
    const { cell } = one[reader].layers[layer - 1];
    const values = new Float32Array(total * C).fill(Number.NaN);
    for (let slot = 0; slot < one.steps; slot++) {
      const column = columnOf(reader, slot) + shift;
      values.set(cell.subarray(slot * C, (slot + 1) * C), column * C);
    }
    const word = (/** @type {number} */ i) => (i < shift ? '' : wordAt(one, i - shift));
    /** @type {import('./scene.js').Block} */
    const block = {
      id: n ? 'beside-second' : 'beside-first',
      name: t(`inside.elmo.beside.lane.${n}`, {
        reader: t(`inside.elmo.reader.${reader}`),
        layer,
      }),
      box: { x: GAP / 2, y: 0, w: wide - GAP, h: TALL },
      rows: 1,
      cols: total * C,
      values,
      rowName: () => '',
      colName: (col) => `${word(Math.floor(col / C))} ${(col % C) + 1}`,
      tone: 'value',
      every: C,
      gap: GAP,
      table: { rows: total, cols: C, rowName: word, colName: (i) => `${i + 1}` },
    };
    const words = one.columns.map((_, column) => ({
      text: wordAt(one, column),
      x: (column + shift + 0.5) * pitch,
      sign: column === 0 || column === one.columns.length - 1,
      common: column === one.column,
    }));
    return { block, words };
  });
  return { lanes, full, wide, pitch, band: before * pitch, C, shift: before - net.column };
}

/**
 * The cell of the first sentence that a pressed number stands for: the same cell; in the second
 * sentence, at the common word.
 * @param {ElmoNet} net @param {{reader: Reader, layer: number, shift: number}} how
 * @param {import('./scene.js').Place} pressed @returns {import('./scene.js').Place}
 */
export function cellBeside(net, { reader, layer, shift }, { block, col }) {
  const cell = col % net.C;
  const column = block === 'beside-first' ? Math.floor(col / net.C) - shift : net.column;
  const slot = Math.max(0, slotOf(net, reader, column));
  return { block: laneId(reader, layer, 'cell'), row: 0, col: slot * net.C + cell };
}

/**
 * What a cell carries through the second sentence, for the chart of the first: NaN where there is
 * no word of it.
 * @param {ElmoNet} net @param {ElmoNet} other @param {{reader: Reader, layer: number, cell: number}} of
 */
export function pathBeside(net, other, { reader, layer, cell }) {
  const lane = other[reader].layers[layer - 1].cell;
  return Array.from({ length: net.steps }, (_, slot) => {
    const column = columnOf(reader, slot) - net.column + other.column;
    const at = slotOf(other, reader, column);
    return at < 0 ? Number.NaN : lane[at * other.C + cell];
  });
}

/**
 * Sentences in which the word stands among other words: the most different one first, then those
 * most different from all before.
 * @param {string[][]} sentences @param {string} word @param {string[]} shown @param {number} most
 */
export function othersWith(sentences, word, shown, most) {
  const known = new Set(shown);
  const all = new Map(sentences.map((sentence) => [sentence.join(' '), sentence]));
  all.delete(shown.join(' '));
  const left = [...all.values()].filter((sentence) => sentence.includes(word));
  const overlap = (/** @type {string[]} */ sentence) =>
    sentence.filter((one) => known.has(one)).length / sentence.length;
  /** @type {string[]} */
  const found = [];
  while (found.length < most && left.length) {
    let least = 0;
    for (let i = 1; i < left.length; i++) if (overlap(left[i]) < overlap(left[least])) least = i;
    const [sentence] = left.splice(least, 1);
    for (const one of sentence) known.add(one);
    found.push(sentence.join(' '));
  }
  return found;
}
