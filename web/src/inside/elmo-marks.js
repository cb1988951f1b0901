/** What is written and drawn beside an ELMo's lanes. */
import { t } from '../i18n/index.js';
import { columnOf, READERS, wordAt } from './elmo-net.js';
import { exactChance, fixed } from './figures.js';
import { BLAME, bar, NUDGE, rect, words } from './scene.js';
import { fitted, widthOf } from './text-width.js';

/**
 * @typedef {import('./scene.js').Mark} Mark
 * @typedef {import('./scene.js').Wire} Wire
 * @typedef {import('./scene.js').Look} Look
 * @typedef {import('./elmo-net.js').ElmoNet} ElmoNet
 * @typedef {ReturnType<typeof import('./elmo-places.js').elmoPlaces>} Places
 */

const FIGURE = 42; // width of a probability

/** @param {ElmoNet} net @param {Look} look @param {Places} at @returns {Mark[]} */
export function elmoMarks(net, look, at) {
  return [
    ...columnMarks(net, look, at),
    ...boxMarks(net, look, at),
    ...nameMarks(net, look, at),
    ...wordMarks(net, at),
    ...(look.stop >= 4 ? READERS.flatMap((reader) => guessMarks(net, reader, look, at)) : []),
  ];
}

/** The chosen word's column, and what it means. @param {ElmoNet} net @param {Look} look @param {Places} at @returns {Mark[]} */
function columnMarks(net, { stop, narrow }, at) {
  const { top, bottom } = at.band;
  const x = at.boxAt(net.column) - 9;
  const tall = stop >= 3;
  const low = at.tokens.y + at.tokens.h + 10;
  const high = at.words - 22;
  const band = tall ? { y: top, h: bottom - top } : { y: high, h: low - high };
  const marks = [rect(x, band.y, at.box.w + 18, band.h, 'band', 10)];
  if (!tall || narrow) return marks;
  // The reader → stops before the last column, so there is room for the text.
  const room = at.pitch - 16;
  const said = t('inside.elmo.column', { word: wordAt(net, net.column), layers: layersOf(net) });
  const lines = wrapped(said, room, 13);
  const free = at.column.bottom - at.column.top;
  const start = at.column.top + Math.max(12, (free - lines.length * 17) / 2 + 12);
  return [
    ...marks,
    ...lines.map((line, i) => words(at.boxAt(net.steps), start + i * 17, line, 'small')),
  ];
}

/** '0, 1, 2' @param {ElmoNet} net */
export const layersOf = ({ layers }) =>
  Array.from({ length: layers + 1 }, (_, k) => k).join(t('inside.elmo.comma'));

/** @param {string} text @param {number} width @param {number} size */
function wrapped(text, width, size) {
  /** @type {string[]} */
  const lines = [''];
  for (const part of text.match(/[⺀-鿿＀-｠、。“”]|[^\s⺀-鿿＀-｠、。“”]+\s*|\s+/g) ?? []) {
    const last = lines.length - 1;
    const hangs = /^[，。、；：”]/.test(part); // never at the beginning of a line
    if (lines[last] && !hangs && widthOf(lines[last] + part.trimEnd(), size) > width)
      lines.push(part);
    else lines[last] += part;
  }
  return lines.map((line) => line.trim());
}

/** Boxes, and the memory between them. @param {ElmoNet} net @param {Look} look @param {Places} at @returns {Mark[]} */
function boxMarks(net, { stop, opened }, at) {
  /** @type {Mark[]} */
  const marks = [];
  for (const reader of READERS) {
    for (const { layer, cell, hidden } of net[reader].layers) {
      const y = at.laneY(reader, layer);
      const { y: memory, h } = at.memory(y);
      const cells = cell.length / net.steps;
      const wide = hidden.length / net.steps;
      for (let slot = 0; slot < net.steps; slot++) {
        const x = at.boxAt(columnOf(reader, slot));
        if (stop >= 3 && slot > 0) {
          marks.push(
            rect(
              x - at.pitch + at.box.w,
              memory,
              at.pitch - at.box.w,
              h,
              stop >= BLAME ? 'memory back' : 'memory',
            ),
          );
        }
        marks.push(rect(x, y, at.box.w, at.box.h, 'lane-box', 9));
        if (opened && isIn(opened, `${reader}${layer}-`, slot, { cells, wide })) {
          marks.push(rect(x, y, at.box.w, at.box.h, 'frame', 9));
        }
      }
    }
  }
  return marks;
}

/** Whether an opened number is in a box. @param {import('./scene.js').Place} opened @param {string} lane @param {number} slot @param {{cells: number, wide: number}} sizes */
function isIn({ block, col }, lane, slot, { cells, wide }) {
  if (!block.startsWith(lane)) return false;
  const size = block.endsWith('-gates') ? 4 * cells : block.endsWith('-hidden') ? wide : cells;
  return Math.floor(col / size) === slot;
}

/** The names of the rows. They stay where they are while the lanes scroll. @param {ElmoNet} net @param {Look} look @param {Places} at @returns {Mark[]} */
function nameMarks(net, { stop }, at) {
  const pin = at.stacked ? ' pinned' : '';
  const named = (/** @type {number} */ y, /** @type {string} */ name, /** @type {string} */ sub) =>
    at.stacked
      ? [words(at.left, y - 5, `${name} · ${sub}`, `small${pin}`)]
      : [words(at.left, y + 16, name, 'name'), words(at.left, y + 33, sub, 'small')];
  /** @type {Mark[]} */
  const marks = READERS.flatMap((reader) =>
    net[reader].layers.flatMap(({ layer }) =>
      named(
        at.laneY(reader, layer),
        t(`inside.elmo.reader.${reader}`),
        t('inside.elmo.layer', { layer }),
      ),
    ),
  );
  marks.push(
    ...named(
      at.stacked ? at.words - 18 : at.words - 16,
      t('inside.elmo.tokens'),
      t('inside.elmo.layer', { layer: 0 }),
    ),
  );
  if (stop < 4) return marks;
  for (const reader of READERS) {
    const y = at.guess[reader] - (at.stacked ? 2 : 4);
    marks.push(...named(y, t('inside.elmo.guess'), t(`inside.elmo.guess.${reader}`)));
  }
  return marks;
}

/** @param {ElmoNet} net @param {Places} at @returns {Mark[]} */
function wordMarks(net, at) {
  const last = net.columns.length - 1;
  return net.columns.map((_, column) => {
    const sign = column === 0 || column === last;
    const x = at.boxAt(column) + at.box.w / 2;
    const size = sign ? 13 : 17;
    const text = fitted(wordAt(net, column), at.box.w, size);
    const look = sign ? 'sign-word' : column === net.column ? 'true large' : 'strong large';
    return words(x, at.words, text, look, 'middle');
  });
}

/** The likeliest words with their bars. @param {ElmoNet} net @param {'f' | 'b'} reader @param {Look} look @param {Places} at @returns {Mark[]} */
function guessMarks(net, reader, { stop }, at) {
  const { guessed, targets, p, pAfter } = net[reader];
  const V = net.words.length;
  const isMoved = stop === NUDGE;
  const wide = Math.min(150, at.pitch - 14);
  // Words come before bars where there is no room for both.
  const longest = Math.max(...guessed.flat().map((id) => widthOf(net.words[id], 13.5, 650)));
  const room = Math.min(0.4 * (wide - FIGURE), wide - FIGURE - longest - 10);
  const long = room < 16 ? 0 : room; // of a bar
  return guessed.flatMap((ids, slot) => {
    const x = at.boxAt(columnOf(reader, slot)) + (at.box.w - wide) / 2;
    const name = wide - FIGURE - long;
    const track = { x: x + name, w: long, h: 6 };
    /** @type {Mark[]} */
    const marks = ids.flatMap((id, line) => {
      const y = at.guess[reader] + (line + 0.5) * at.line;
      const was = p[slot * V + id];
      const now = isMoved ? pAfter[slot * V + id] : was;
      const isTrue = id === targets[slot];
      const look = isTrue ? 'true' : '';
      const before = Math.max(4, track.w * was || 0);
      return [
        words(x, y + 5, fitted(net.words[id], name - 4, 13.5, isTrue ? 650 : 400), `guess ${look}`),
        ...(long ? bar({ ...track, y: y - 3 }, now, isTrue ? 'bar true' : 'bar') : []),
        ...(long && isMoved ? [rect(track.x, y - 5.5, before, 11, 'before', 5.5)] : []),
        words(x + wide, y + 5, fixed(now, 3), `guess ${look}`, 'end'),
      ];
    });
    if (stop !== 5 && !isMoved) return marks;
    const y = at.guess[reader] + (ids.length + 0.5) * at.line + 5;
    const [was, now] = [p, pAfter].map((all) => all[slot * V + targets[slot]]);
    const [cost, after] = [was, now].map((chance) => fixed(-Math.log(chance)));
    const whole = `−ln ${exactChance(was)} = ${cost}`;
    const fits = widthOf(whole, 12.5) <= at.pitch - 6;
    const text = isMoved ? `${cost} → ${after}` : fits ? whole : `−ln *p* = ${cost}`;
    marks.push(words(x + wide, y, text, 'small', 'end'));
    return marks;
  });
}

/** @param {ElmoNet} net @param {Look} look @param {Places} at @returns {Wire[]} */
export function laneWires(net, { stop, opened }, at) {
  if (stop < 3) return [];
  const back = stop >= BLAME;
  /** @type {Wire[]} */
  const wires = [];
  const line = (
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {number} */ toX,
    /** @type {number} */ toY,
    /** @type {Wire['tone']} */ look,
  ) =>
    wires.push(
      back
        ? { d: `M${toX} ${toY}L${x} ${y}`, tone: 'blame', arrow: 'end' }
        : { d: `M${x} ${y}L${toX} ${toY}`, tone: look, arrow: 'end' },
    );
  for (const reader of READERS) {
    const up = reader === 'f';
    for (const { layer } of net[reader].layers) {
      const y = at.laneY(reader, layer);
      const low = at.shown(y).y + at.shown(y).h / 2;
      for (let slot = 0; slot < net.steps; slot++) {
        const x = at.boxAt(columnOf(reader, slot));
        const middle = x + at.box.w / 2;
        if (slot > 0) {
          const [from, to] = [x - at.pitch + at.box.w + 2, x - 2];
          if (up) line(from, low, to, low, 'forward');
          else line(to, low, from, low, 'forward');
        }
        // From the layer below, or from the word.
        const source =
          layer > 1
            ? at.laneY(reader, layer - 1) + (up ? 0 : at.box.h)
            : up
              ? at.words - (at.stacked ? 34 : 20)
              : at.tokens.y + at.tokens.h + 3;
        line(middle, source, middle, up ? y + at.box.h + 2 : y - 2, 'up');
        if (stop >= 4 && layer === net.layers) {
          if (up) line(middle, y - 2, middle, y - 18, 'up');
          else line(middle, y + at.box.h + 2, middle, y + at.box.h + 16, 'up');
        }
      }
    }
  }
  const trail = opened && trailOf(net, opened, at);
  if (trail) wires.push(trail);
  return wires;
}

/** From the opened box down to the drawer, between the columns. @param {ElmoNet} net @param {import('./scene.js').Place} opened @param {Places} at @returns {Wire | null} */
function trailOf(net, { block, col }, at) {
  const found = /^([fb])(\d+)-/.exec(block);
  if (!found) return null;
  const reader = /** @type {'f' | 'b'} */ (found[1]);
  const lane = net[reader].layers[Number(found[2]) - 1];
  if (!lane) return null;
  const all = block.endsWith('-gates')
    ? 4 * lane.cell.length
    : block.endsWith('-hidden')
      ? lane.hidden.length
      : lane.cell.length;
  const slot = Math.min(net.steps - 1, Math.floor((col * net.steps) / all));
  const x = at.boxAt(columnOf(reader, slot)) + at.box.w;
  const y = at.laneY(reader, lane.layer) + at.box.h;
  const aisle = x + (at.pitch - at.box.w) / 2;
  const low = y + 8;
  return {
    d: `M${x - 16} ${y}V${low - 6}Q${x - 16} ${low} ${x - 10} ${low}H${aisle - 6}Q${aisle} ${low} ${aisle} ${low + 6}V${at.height - 4}`,
    tone: 'trail',
    arrow: 'end',
  };
}
