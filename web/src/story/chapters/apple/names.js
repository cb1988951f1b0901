/** Where the names of the words stand on the map. */
import { middleOf, widthOf } from '../../figures/places.js';

/** @typedef {import('../../figures/places.js').Point} Point */
/** @typedef {import('../../figures/places.js').Frame} Frame */
/** @typedef {import('./run.js').Named} Named */
/** @typedef {{text: string, kind: string, x: number, y: number, width: number, centred?: boolean}} Name x: the left end */
/** @typedef {[number, number, number, number]} Box left, top, right, bottom */

const MARK = 7;
const ROUNDS = 4;

/** The area that two boxes share. @param {Box} a @param {Box} b */
const shared = (a, b) =>
  Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) *
  Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));

/** Where the name of a point can stand, the nearest places first. @param {Point} point @param {number} width @param {number} type @returns {{box: Box, cost: number}[]} */
function sidesOf([x, y], width, type) {
  const sides = [];
  for (const gap of [11, 19]) {
    for (let turn = 0; turn < 12; ++turn) {
      const [dx, dy] = [Math.cos((turn * Math.PI) / 6), Math.sin((turn * Math.PI) / 6)];
      const [cx, cy] = [x + dx * (gap + width / 2), y + dy * (gap + type * 0.6)];
      const [left, top] = [cx - width / 2, cy - type * 0.6];
      const box = /** @type {Box} */ ([left, top, left + width, top + type * 1.2]);
      sides.push({ box, cost: gap * 2 + Math.abs(dy) * 6 });
    }
  }
  return sides;
}

/**
 * Beside each point, where it covers the least.
 * @param {Point[]} points @param {Named[]} names @param {Frame} frame
 * @returns {Name[]}
 */
export function besidePoints(points, names, { width, height, type }) {
  const marks = points.map(
    ([x, y]) => /** @type {Box} */ ([x - MARK, y - MARK, x + MARK, y + MARK]),
  );
  const chosen = /** @type {Box[]} */ ([]);
  const widths = names.map(({ word }) => widthOf(word, type));
  const place = (/** @type {number} */ i) => {
    const costs = sidesOf(points[i], widths[i], type).map(({ box, cost }) => {
      let total = cost;
      marks.forEach((mark) => {
        total += 3 * shared(box, mark);
      });
      chosen.forEach((other, j) => {
        if (j !== i) total += 4 * shared(box, other);
      });
      const outside = box[0] < 2 || box[1] < 2 || box[2] > width - 2 || box[3] > height - 2;
      return { box, total: outside ? total + 1e4 : total };
    });
    chosen[i] = costs.reduce((a, b) => (b.total < a.total ? b : a)).box;
  };
  for (let round = 0; round < ROUNDS; ++round) {
    for (let i = 1; i < points.length; ++i) place(i);
  }
  return names.slice(1).map(({ word, kind }, i) => {
    const [left, top, right, bottom] = chosen[i + 1];
    return { text: word, kind, x: left, y: (top + bottom) / 2, width: right - left };
  });
}

/**
 * In a list above or below each group, where there is no room beside the points.
 * @param {Point[]} points @param {Named[]} names @param {Frame} frame
 * @param {string} comma between two words
 * @returns {Name[]}
 */
export function inLists(points, names, { width, type }, comma) {
  const line = type * 1.2;
  return ['fruit', 'company', 'fruitCue', 'companyCue'].flatMap((kind) => {
    const cue = kind.endsWith('Cue');
    const group = names.flatMap((name, i) => (name.kind === kind ? [i] : []));
    const words = group.map((i) => names[i].word);
    const lines = cue ? pairsOf(words).map((pair) => pair.join(comma)) : words;
    const ys = group.map((i) => points[i][1]);
    const first = cue ? Math.max(...ys) + 1.4 * line : Math.min(...ys) - line * lines.length;
    const [middle] = middleOf(group.map((i) => points[i]));
    const widest = Math.max(...lines.map((text) => widthOf(text, type))) / 2 + 2;
    const centre = Math.min(width - widest, Math.max(widest, middle));
    return lines.map((text, i) => {
      const wide = widthOf(text, type);
      return { text, kind, x: centre - wide / 2, y: first + i * line, width: wide, centred: true };
    });
  });
}

/** @param {string[]} words */
const pairsOf = (words) => words.flatMap((_, i) => (i % 2 ? [] : [words.slice(i, i + 2)]));
