import { placeLabels } from './labels.js';
import { addMark, COLOURS, markOf } from './marks.js';

/**
 * Draws the map of words: trails, dots, marks, lines to neighbours, arrows of the analogy, labels.
 *
 * @typedef {import('./drawing.js').Drawing} Drawing
 *
 * @typedef {object} Scene all positions in pixels of the canvas box, [V, 2]
 * @property {Float32Array} screen
 * @property {Float32Array[]} trails previous positions, oldest first
 * @property {string[]} words most frequent first
 * @property {Int32Array | null} groups −1 for none
 * @property {boolean} named whether groups come from the corpus (clusters do not)
 * @property {number[]} labelled points that had a label in the previous frame; only they have
 *   trails
 * @property {number} selected −1 for none
 * @property {number} hovered −1 for none
 * @property {number[]} neighbours neighbours of the selected word
 * @property {Array<{from: number, to: number, dashed: boolean}>} arrows
 * @property {number[]} [asked] words that the reader's questions are about
 * @property {(import('./pull.js').Pull & {draw: import('./pull.js').DrawPull}) | null} [pull] what a
 *   step of training does
 *
 * @typedef {object} Look
 * @property {number} width
 * @property {number} height
 * @property {number} ratio device pixels per CSS pixel
 * @property {number} zoom
 * @property {number} [scale] how much larger marks and type are than by default
 * @property {string} font
 * @property {{ink: string, soft: string, panel: string, accent: string, dot: string,
 *   lower: string, groups: string[]}} colours
 * @property {Map<number, number>} memory sides of the labels, kept between frames
 * @property {Map<string, number>} widths widths of texts, kept between frames
 */

/** @param {Drawing} context @param {Scene} scene @param {Look} look */
export function drawMap(context, scene, look) {
  const { width, height, ratio, colours } = look;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.lineJoin = 'round';
  drawTrails(context, scene, look);
  drawMarks(context, scene, look);
  drawLines(context, scene, colours);
  for (const arrow of scene.arrows) drawArrow(context, scene, arrow, colours);
  const labels = drawLabels(context, scene, look);
  scene.pull?.draw(context, scene.screen, look.scale ?? 1, colours);
  return labels;
}

const inside = (
  /** @type {Float32Array} */ screen,
  /** @type {number} */ i,
  /** @type {Look} */ { width, height },
) =>
  screen[2 * i] > -20 &&
  screen[2 * i + 1] > -20 &&
  screen[2 * i] < width + 20 &&
  screen[2 * i + 1] < height + 20;

function drawTrails(
  /** @type {Drawing} */ context,
  /** @type {Scene} */ { screen, trails, groups, labelled },
  /** @type {Look} */ look,
) {
  if (!trails.length || !groups) return;
  context.lineWidth = 1.2;
  context.globalAlpha = 0.28;
  for (let colour = 0; colour < COLOURS; colour++) {
    context.beginPath();
    for (const i of labelled) {
      if (!(groups[i] >= 0) || groups[i] % COLOURS !== colour || !inside(screen, i, look)) continue;
      context.moveTo(trails[0][2 * i], trails[0][2 * i + 1]);
      for (const frame of trails.slice(1)) context.lineTo(frame[2 * i], frame[2 * i + 1]);
      context.lineTo(screen[2 * i], screen[2 * i + 1]);
    }
    context.strokeStyle = look.colours.groups[colour];
    context.stroke();
  }
  context.globalAlpha = 1;
}

const FREQUENT = 400; // beyond, words without a mark of their own are smaller dots

/**
 * How points are drawn, the lower first. The colours of clusters are only a hint: only words with a
 * label have the full colour. @type {Array<{dot: number, mark: number, faint: number}>}
 */
const LEVELS = [
  { dot: 1.1, mark: 1.2, faint: 0.3 }, // rare
  { dot: 1.6, mark: 2, faint: 0.4 },
  { dot: 1.6, mark: 3.6, faint: 1 }, // of a group of the corpus, or labelled
];

/** Marks grow with type and, up to a point, with the zoom. @param {Look} look */
const grownBy = ({ zoom, scale = 1 }) => scale * Math.min(1.5, Math.sqrt(zoom));

function drawMarks(
  /** @type {Drawing} */ context,
  /** @type {Scene} */ { screen, groups, named, labelled, selected, hovered, words },
  /** @type {Look} */ look,
) {
  const grown = grownBy(look);
  const loud = new Set(labelled);
  /** @type {Map<number, number[]>[]} the points by group, per level */
  const levels = LEVELS.map(() => new Map());
  for (let i = 0; i < words.length; i++) {
    if (!inside(screen, i, look)) continue;
    const group = groups?.[i] ?? -1;
    const own = (named && group >= 0) || loud.has(i);
    const points = levels[own ? 2 : i < FREQUENT ? 1 : 0];
    if (!points.has(group)) points.set(group, []);
    points.get(group)?.push(i);
  }
  for (const [level, byGroup] of levels.entries()) {
    const { dot, mark, faint } = LEVELS[level];
    for (const [group, points] of [...byGroup].sort(([a], [b]) => a - b)) {
      const { colour, shape } = markOf(Math.max(0, group));
      const [none, r] = [group < 0, group < 0 ? dot : mark];
      context.beginPath();
      for (const i of points) {
        addMark(context, none ? 'circle' : shape, screen[2 * i], screen[2 * i + 1], r * grown);
      }
      context.fillStyle = none ? look.colours.dot : look.colours.groups[colour];
      context.globalAlpha = none ? (level === 0 ? 0.6 : 1) : faint;
      context.fill();
      context.globalAlpha = 1;
    }
  }
  for (const i of [selected, hovered]) {
    if (i < 0) continue;
    context.beginPath();
    context.arc(screen[2 * i], screen[2 * i + 1], 8, 0, 2 * Math.PI);
    context.lineWidth = 1.5;
    context.strokeStyle = i === selected ? look.colours.accent : look.colours.soft;
    context.stroke();
  }
}

function drawLines(
  /** @type {Drawing} */ context,
  /** @type {Scene} */ { screen, selected, neighbours },
  /** @type {Look['colours']} */ colours,
) {
  if (selected < 0) return;
  context.beginPath();
  for (const i of neighbours) {
    context.moveTo(screen[2 * selected], screen[2 * selected + 1]);
    context.lineTo(screen[2 * i], screen[2 * i + 1]);
  }
  context.lineWidth = 1;
  context.globalAlpha = 0.7;
  context.strokeStyle = colours.accent;
  context.stroke();
  context.globalAlpha = 1;
}

const HEAD = 9;

function drawArrow(
  /** @type {Drawing} */ context,
  /** @type {Scene} */ { screen },
  /** @type {Scene['arrows'][number]} */ { from, to, dashed },
  /** @type {Look['colours']} */ colours,
) {
  const [x0, y0, x1, y1] = [
    screen[2 * from],
    screen[2 * from + 1],
    screen[2 * to],
    screen[2 * to + 1],
  ];
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length < 3) return;
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const head = Math.min(HEAD, length * 0.5);
  const tip = [x1 - 3 * ux, y1 - 3 * uy];
  const neck = [tip[0] - head * ux, tip[1] - head * uy];
  context.strokeStyle = colours.accent;
  context.fillStyle = colours.accent;
  context.lineWidth = 2;
  context.setLineDash(dashed ? [4, 3] : []);
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(neck[0], neck[1]);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(tip[0], tip[1]);
  context.lineTo(neck[0] - head * 0.5 * uy, neck[1] + head * 0.5 * ux);
  context.lineTo(neck[0] + head * 0.5 * uy, neck[1] - head * 0.5 * ux);
  context.closePath();
  context.fill();
}

/** The words of the window that is drawn. @param {Scene} scene */
const pulled = ({ pull }) => (pull ? [pull.target, ...pull.moves.map(({ index }) => index)] : []);

/** Most important first: hovered, selected, the analogy, asked, neighbours, grouped words, the others. */
export function labelOrder(/** @type {Scene} */ scene, /** @type {number} */ zoom) {
  const { words, named, selected, hovered, neighbours, arrows, asked = [] } = scene;
  const groups = named ? scene.groups : null;
  const order = new Set([hovered, selected]);
  for (const { from, to } of arrows) order.add(from).add(to);
  for (const i of pulled(scene)) order.add(i);
  for (const i of [...asked, ...neighbours]) order.add(i);
  const grouped = (/** @type {number} */ i) => (groups?.[i] ?? -1) >= 0;
  for (let i = 0; i < words.length; i++) if (grouped(i)) order.add(i);
  // Words outside the groups have no label until the reader zooms in; more frequent words come
  // first.
  const others = groups ? 40 * (zoom - 1.4) : 60 * zoom * zoom;
  for (let i = 0; i < Math.min(words.length, others); i++) order.add(i);
  order.delete(-1);
  return order;
}

function drawLabels(
  /** @type {Drawing} */ context,
  /** @type {Scene} */ scene,
  /** @type {Look} */ look,
) {
  const { screen, words, groups, selected, hovered, arrows } = scene;
  const { width, height, colours, widths, memory, scale = 1 } = look;
  context.font = look.font;
  context.textBaseline = 'middle';
  const special = new Set([hovered, selected]);
  for (const { from, to } of arrows) special.add(from).add(to);
  for (const i of pulled(scene)) special.add(i);
  special.delete(-1);
  const labels = placeLabels(
    {
      candidates: labelOrder(scene, look.zoom),
      x: (i) => screen[2 * i],
      y: (i) => screen[2 * i + 1],
      measure: (i) => measured(context, words[i], widths),
      solid: special,
      marks: groups ? loudPoints(scene) : [],
    },
    {
      ...{ width, height, memory, scale },
      radius: 3.6 * grownBy(look),
      most: Math.round((width * height) / (2600 * scale * scale)),
    },
  );
  context.lineWidth = 3;
  context.strokeStyle = colours.panel;
  for (const { index, x, y } of labels) {
    context.strokeText(shown(words[index]), x, y);
    context.fillStyle = special.has(index) ? colours.accent : colours.ink;
    context.fillText(shown(words[index]), x, y);
  }
  return labels;
}

/** Points that have a full mark: those of the corpus's groups, else the labelled ones. */
function loudPoints(/** @type {Scene} */ { groups, named, labelled, words }) {
  if (!named) return labelled;
  const loud = [];
  for (let i = 0; i < words.length; i++) if ((groups?.[i] ?? -1) >= 0) loud.push(i);
  return loud;
}

/** Limits the length of labels. */
const shown = (/** @type {string} */ word) => (word.length > 24 ? `${word.slice(0, 23)}…` : word);

function measured(
  /** @type {Drawing} */ context,
  /** @type {string} */ word,
  /** @type {Map<string, number>} */ widths,
) {
  let width = widths.get(word);
  if (width === undefined) {
    width = context.measureText(shown(word)).width;
    widths.set(word, width);
  }
  return width;
}
