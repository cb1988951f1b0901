/** The picture of an ELMo: two readers, a lane for each of their layers, the words between them. */
import { t } from '../i18n/index.js';
import { fullScale } from '../plots/cells.js';
import { elmoMarks, laneWires, layersOf } from './elmo-marks.js';
import { columnOf, laneId, READERS, tokensOf, wordAt } from './elmo-net.js';
import { elmoPlaces } from './elmo-places.js';
import { chance, exactChance, moved } from './figures.js';
import { BLAME, NUDGE, stopNames } from './scene.js';
import { fitted } from './text-width.js';

/**
 * @typedef {import('./scene.js').Block} Block
 * @typedef {import('./scene.js').Look} Look
 * @typedef {import('./elmo-net.js').ElmoNet} ElmoNet
 * @typedef {ReturnType<typeof elmoPlaces>} Places
 */

const EMPTY = new Float32Array(0);

/** @param {ElmoNet} net @param {Look} look @returns {import('./scene.js').Scene} */
export function elmoScene(net, look) {
  const lines = Math.max(
    3,
    ...[net.f, net.b].flatMap(({ guessed }) => guessed.map((g) => g.length)),
  );
  const at = elmoPlaces(net, look, lines + (look.stop === 5 || look.stop === NUDGE ? 1 : 0));
  const both = [net.f, net.b];
  const middle = at.boxAt(net.column) + at.box.w / 2;
  return {
    width: look.width,
    wide: at.wide,
    focus: middle,
    height: at.height,
    blocks: blocksOf(net, look, at, lines),
    unseen: READERS.flatMap((reader) =>
      net[reader].layers.flatMap((lane) =>
        /** @type {const} */ (['keep', 'write', 'candidate', 'show']).map((gate) =>
          laneBlock(net, reader, lane.layer, gate, lane[gate], { x: 0, y: 0, w: 1, h: 1 }, 0),
        ),
      ),
    ),
    wires: laneWires(net, look, at),
    marks: elmoMarks(net, look, at),
    stops: stopsOf(net, look, at),
    full: {
      value: fullScale(
        both.flatMap(({ layers, tokens }) => [
          tokens,
          ...layers.flatMap(({ cell, hidden }) => [cell, hidden]),
        ]),
      ),
      blame: fullScale(
        both.flatMap(({ layers, blame }) => [
          blame.tokens,
          ...layers.flatMap((lane) => [lane.blame.gates, lane.blame.hidden]),
        ]),
      ),
    },
    formula: formulaOf(net),
    keys:
      look.stop >= BLAME || look.stop < 3
        ? []
        : [
            { look: 'memory', text: t('inside.elmo.key.memory') },
            { look: 'shown', text: t('inside.elmo.key.shown') },
          ],
    sentence: sentenceOf(net, look.stop),
    note: noteOf(net, look),
  };
}

/** @param {ElmoNet} net */
function formulaOf(net) {
  const layers = Array.from(
    { length: net.layers + 1 },
    (_, k) => `*s*_${k}_ ${t('inside.elmo.layer', { layer: k })}`,
  );
  const word = wordAt(net, net.column);
  return t('inside.elmo.vector', {
    word,
    sum: `*γ* ( ${layers.join(' + ')} )`,
    share: `1/${layers.length}`,
  });
}

/** @param {ElmoNet} net @param {Look} look */
function noteOf(net, { stop, narrow }) {
  const notes = [];
  const word = wordAt(net, net.column);
  if (narrow && stop >= 3) notes.push(t('inside.elmo.column', { word, layers: layersOf(net) }));
  if (stop === 6 || stop === NUDGE) notes.push(t('inside.elmo.strips'));
  if (stop >= 3 && isSkipping(net)) notes.push(t('inside.elmo.skips'));
  if (stop >= 3 && net.C > 160) notes.push(t('inside.elmo.fine', { cells: net.C }));
  return notes.join(' ');
}

/** Whether what goes up is more than what is shown: layers are skipped. @param {ElmoNet} net */
const isSkipping = ({ f, layers }) =>
  layers > 1 && f.layers[1].out.some((value, i) => value !== f.layers[1].hidden[i]);

/** @param {ElmoNet} net @param {number} stop */
function sentenceOf(net, stop) {
  const { column, f, b, D, ids, steps } = net;
  const word = wordAt(net, column);
  // Reader → guesses the word of a column one step before it, reader ← one step after it.
  const guess = (/** @type {'f' | 'b'} */ reader, /** @type {boolean} */ later) => {
    const slot = reader === 'f' ? column - 1 : column;
    const { p, pAfter, targets } = net[reader];
    return (later ? pAfter : p)[slot * (p.length / steps) + targets[slot]];
  };
  const key = stop === 2 && !net.Q ? 'inside.elmo.2.spelled' : `inside.elmo.${stop}`;
  const [p, back] = [guess('f', false), guess('b', false)];
  const isMoved = stop === NUDGE;
  return t(key, {
    count: t(`inside.count.${Math.min(ids.length, 11)}`, { many: ids.length }),
    many: 2 * steps,
    numbers: D,
    cells: f.layers.length && b.layers.length ? net.C : 0,
    w: word,
    back: exactChance(back),
    ...moved('p', 'after', p, isMoved ? guess('f', true) : p, 3),
    ...moved('loss', 'lossAfter', net.loss, isMoved ? net.lossAfter : net.loss, 2),
  });
}

/** @param {ElmoNet} net @param {Look} look @param {Places} at @param {number} lines @returns {Block[]} */
function blocksOf(net, { stop }, at, lines) {
  const back = stop >= BLAME;
  const tone = /** @type {'value' | 'blame'} */ (back ? 'blame' : 'value');
  const { columns, D } = net;
  /** @type {Block} */
  const tokens = {
    id: 'tokens',
    name: t('inside.elmo.tokens'),
    box: at.tokens,
    rows: 1,
    cols: columns.length * D,
    values: stop < 2 ? EMPTY : tokensOf(net, back),
    rowName: () => '',
    colName: (col) => `${wordAt(net, Math.floor(col / D))} ${(col % D) + 1}`,
    tone,
    every: D,
    gap: at.gap,
    table: { rows: columns.length, cols: D, rowName: (i) => wordAt(net, i), colName: number },
  };
  // Before they are computed, lanes are empty boxes (elmo-marks.js).
  const lanes = (/** @type {'f' | 'b'} */ reader) =>
    (stop < 3 ? [] : net[reader].layers).flatMap(({ layer, cell, hidden, blame }) => {
      const y = at.laneY(reader, layer);
      const memory = { ...at.strip(reader, 0, 0), ...at.memory(y) };
      const shown = { ...at.strip(reader, 0, 0), ...at.shown(y) };
      const make = (
        /** @type {string} */ what,
        /** @type {Float32Array} */ values,
        /** @type {import('./scene.js').Box} */ box,
      ) => ({ ...laneBlock(net, reader, layer, what, values, box, at.gap), tone });
      return back
        ? [make('gates', blame.gates, memory), make('hidden', blame.hidden, shown)]
        : [make('cell', cell, memory), make('hidden', hidden, shown)];
    });
  const guesses = (/** @type {'f' | 'b'} */ reader) =>
    stop < 4 ? [] : [guessBlock(net, reader, stop, at, lines)];
  return [tokens, ...lanes('f'), ...guesses('f'), ...lanes('b'), ...guesses('b')];
}

const number = (/** @type {number} */ i) => `${i + 1}`;

/**
 * One quantity of one layer, all steps beside each other.
 * @param {ElmoNet} net @param {'f' | 'b'} reader @param {number} layer @param {string} what
 * @param {Float32Array} values @param {import('./scene.js').Box} box @param {number} gap
 * @returns {Block}
 */
function laneBlock(net, reader, layer, what, values, box, gap) {
  const { steps, C } = net;
  const lane = net[reader].layers[layer - 1];
  const wide = what === 'gates' ? 4 * C : what === 'hidden' ? lane.hidden.length / steps : C;
  const word = (/** @type {number} */ slot) => wordAt(net, columnOf(reader, slot));
  const cell = (/** @type {number} */ i) =>
    what === 'gates' ? `${t(`inside.elmo.gate.${Math.floor(i / C)}`)} ${(i % C) + 1}` : number(i);
  return {
    id: laneId(reader, layer, what),
    name: t('inside.elmo.lane', {
      reader: t(`inside.elmo.reader.${reader}`),
      layer,
      what: t(`inside.elmo.what.${what}`),
    }),
    box,
    rows: 1,
    cols: steps * wide,
    values,
    rowName: () => '',
    colName: (col) => `${word(Math.floor(col / wide))} ${cell(col % wide)}`,
    tone: 'value',
    every: wide,
    gap,
    table: { rows: steps, cols: wide, rowName: word, colName: cell },
  };
}

/**
 * The guesses of a reader: a column of words per slot.
 * @param {ElmoNet} net @param {'f' | 'b'} reader @param {number} stop @param {Places} at
 * @param {number} lines @returns {Block}
 */
function guessBlock(net, reader, stop, at, lines) {
  const { p, pAfter, guessed } = net[reader];
  const { steps, words } = net;
  const V = words.length;
  const values = new Float32Array(lines * steps).fill(Number.NaN);
  guessed.forEach((ids, slot) => {
    ids.forEach((id, line) => {
      values[line * steps + slot] = (stop === NUDGE ? pAfter : p)[slot * V + id];
    });
  });
  const from = (/** @type {number} */ slot) => wordAt(net, columnOf(reader, slot));
  return {
    id: `${reader}-guess`,
    name: t(`inside.elmo.guesses.${reader}`),
    box: { ...at.strip(reader, at.guess[reader], lines * at.line) },
    rows: lines,
    cols: steps,
    values,
    rowName: () => '',
    colName: (slot) => t(`inside.elmo.after.${reader}`, { word: from(slot) }),
    cell: (line, slot) => {
      const id = guessed[slot]?.[line];
      return id === undefined ? '' : `${words[id]} ${chance(values[line * steps + slot])}`;
    },
    tone: 'value',
    look: 'blank',
    every: 1,
    gap: at.gap,
    bars: { pitch: at.line, thickness: at.line - 1 },
  };
}

/** What stands under a stop has room until the next one. @param {Places} at @param {number} i */
const roomAfter = ({ stops, width }, i) => (i < 4 ? stops[i + 1].x : width) - stops[i].x - 42;

/** @param {ElmoNet} net @param {Look} look @param {Places} at @returns {import('./scene.js').Stop[]} */
function stopsOf(net, { narrow }, at) {
  const subs = [
    t('inside.elmo.sub.read'),
    t(net.Q ? 'inside.sub.lookUp' : 'inside.elmo.sub.spelled'),
    t('inside.elmo.sub.mix'),
    t('inside.elmo.sub.guess'),
    t('inside.sub.compare'),
    '',
    '',
  ];
  return at.stops.map(({ x, y, ends = false }, i) => ({
    stop: i + 1,
    shown: i + 1,
    x,
    y,
    ends,
    ...stopNames(i + 1, narrow || !subs[i] ? '' : fitted(subs[i], roomAfter(at, i), 12.5)),
  }));
}
