import { addMark } from '../plots/marks.js';

/**
 * The cloud of occurrences: one mark each, the static vector as a cross, the typed sentence as a
 * ringed dot with lines to its nearest occurrences.
 *
 * @typedef {import('../plots/drawing.js').Drawing} Drawing
 *
 * @typedef {object} Scene positions in pixels of the canvas box
 * @property {Float32Array} screen the N occurrences, then the static vector, then the typed
 *   sentence
 * @property {number[]} senses −1 unknown
 * @property {boolean[]} heldout
 * @property {string[]} names names of the senses
 * @property {string[]} shapes their marks, so that senses can be distinguished without colour
 * @property {number} hovered −1 for none
 * @property {number} picked −1 for none
 * @property {Array<[number, number]>} links pairs of points to connect
 * @property {boolean} typed
 * @property {{static: string, typed: string, heap: string}} labels
 *
 * @typedef {object} Look
 * @property {number} width
 * @property {number} height
 * @property {number} ratio device pixels per CSS pixel
 * @property {string} font the font family
 * @property {{ink: string, soft: string, panel: string, accent: string, dot: string,
 *   senses: string[]}} colours
 */

const RADIUS = 4.4;
const SMALL = { width: 480, radius: 3.4 };
const APART = 84; // smallest distance in pixels between two clouds that have separate names

/** @param {Drawing} context @param {Scene} scene @param {Look} look */
export function drawCloud(context, scene, look) {
  const { width, height, ratio } = look;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const heap = isHeap(scene);
  drawMarks(context, scene, look);
  drawLinks(context, scene, look);
  drawRings(context, scene, look);
  if (scene.typed) drawTyped(context, scene, look);
  drawStatic(context, scene, look, heap);
  if (!heap) for (const name of senseLabels(scene, look)) drawText(context, name, look, true);
}

/** Whether all occurrences are at the same position. */
export function isHeap(/** @type {Scene} */ { screen, senses }) {
  const [x, y] = screen;
  for (let i = 0; i < senses.length; i++) {
    if (Math.abs(screen[2 * i] - x) > 3 || Math.abs(screen[2 * i + 1] - y) > 3) return false;
  }
  return senses.length > 1;
}

function drawMarks(
  /** @type {Drawing} */ context,
  /** @type {Scene} */ { screen, senses, heldout, shapes },
  /** @type {Look} */ { colours, width },
) {
  const radius = width < SMALL.width ? SMALL.radius : RADIUS;
  for (const hollow of [false, true]) {
    for (let sense = -1; sense < shapes.length; sense++) {
      const shape = shapes[sense] ?? 'circle';
      context.beginPath();
      for (let i = 0; i < senses.length; i++) {
        if (senses[i] !== sense || heldout[i] !== hollow) continue;
        addMark(context, shape, screen[2 * i], screen[2 * i + 1], sense < 0 ? 2 : radius);
      }
      const colour = sense < 0 ? colours.dot : colours.senses[sense];
      context.fillStyle = hollow ? colours.panel : colour;
      context.strokeStyle = hollow ? colour : colours.panel;
      context.lineWidth = hollow ? 1.8 : 1;
      context.globalAlpha = hollow ? 1 : 0.85;
      context.fill();
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

function drawLinks(
  /** @type {Drawing} */ context,
  /** @type {Scene} */ { screen, links },
  /** @type {Look} */ { colours },
) {
  context.beginPath();
  for (const [a, b] of links) {
    context.moveTo(screen[2 * a], screen[2 * a + 1]);
    context.lineTo(screen[2 * b], screen[2 * b + 1]);
  }
  context.lineWidth = 1.3;
  context.strokeStyle = colours.accent;
  context.stroke();
}

function drawRings(
  /** @type {Drawing} */ context,
  /** @type {Scene} */ { screen, hovered, picked },
  /** @type {Look} */ { colours },
) {
  for (const i of new Set([hovered, picked])) {
    if (i < 0) continue;
    context.beginPath();
    context.arc(screen[2 * i], screen[2 * i + 1], 9, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = i === picked ? colours.accent : colours.ink;
    context.stroke();
  }
}

const ARM = 9;

/**
 * The cross. If the static vector is outside, the cross is at the edge of the picture, with an
 * arrow.
 */
function drawStatic(
  /** @type {Drawing} */ context,
  /** @type {Scene} */ { screen, senses, labels },
  /** @type {Look} */ look,
  /** @type {boolean} */ heap,
) {
  const { width, height, colours } = look;
  const [left, top] = [screen[2 * senses.length], screen[2 * senses.length + 1]];
  const x = Math.max(16, Math.min(width - 16, left));
  const y = Math.max(20, Math.min(height - 20, top));
  const outside = Math.hypot(left - x, top - y) > 1;
  /** @type {[number, string][]} */
  const lines = [
    [6, colours.panel],
    [2.5, colours.ink],
  ];
  for (const [line, colour] of lines) {
    context.beginPath();
    if (outside) {
      const angle = Math.atan2(top - y, left - x);
      /** @type {(r: number, turn: number) => [number, number]} */
      const point = (r, turn) => [x + r * Math.cos(angle + turn), y + r * Math.sin(angle + turn)];
      context.moveTo(...point(9, 2.4));
      context.lineTo(...point(8, 0));
      context.lineTo(...point(9, -2.4));
      context.moveTo(...point(12, Math.PI));
      context.lineTo(...point(8, 0));
    } else {
      context.moveTo(x - ARM, y);
      context.lineTo(x + ARM, y);
      context.moveTo(x, y - ARM);
      context.lineTo(x, y + ARM);
    }
    context.lineWidth = line;
    context.strokeStyle = colour;
    context.stroke();
  }
  const text = heap ? labels.heap : labels.static;
  drawText(context, clearest({ screen, senses }, { x, y, text }, look), look, heap);
}

/** The label of the cross on the side where it covers the fewest points: the right side first. */
function clearest(
  /** @type {Pick<Scene, 'screen' | 'senses'>} */ { screen, senses },
  /** @type {{x: number, y: number, text: string}} */ { x, y, text },
  /** @type {Look} */ { width },
) {
  const wide = 7.5 * text.length; // about
  const places = [
    { x: x + 16, y },
    { x: x - 16 - wide, y },
    { x: x - wide / 2, y: y - 24 },
    { x: x - wide / 2, y: y + 24 },
  ].filter((place) => place.x > 4 && place.x + wide < width - 4);
  const covered = places.map((place) => {
    let count = 0;
    for (let i = 0; i < senses.length; i++) {
      const [px, py] = [screen[2 * i] - place.x, screen[2 * i + 1] - place.y];
      if (px > -6 && px < wide + 6 && Math.abs(py) < 14) count += 1;
    }
    return count;
  });
  return { text, ...(places[covered.indexOf(Math.min(...covered))] ?? { x: x + 16, y }) };
}

function drawTyped(
  /** @type {Drawing} */ context,
  /** @type {Scene} */ { screen, senses, labels },
  /** @type {Look} */ look,
) {
  const { colours } = look;
  const start = 2 * senses.length + 2;
  const [x, y] = [screen[start], screen[start + 1]];
  /** @type {[number, string][]} */
  const discs = [
    [11, colours.panel],
    [9, colours.accent],
    [6, colours.panel],
    [4, colours.accent],
  ];
  for (const [radius, colour] of discs) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.fill();
  }
  drawText(context, typedLabel({ screen, senses, labels }, look), look, true);
}

/** The label is beside its point, or above it if the static vector's label is in the way. */
function typedLabel(
  /** @type {Pick<Scene, 'screen' | 'senses' | 'labels'>} */ { screen, senses, labels },
  /** @type {Look} */ { colours },
) {
  const [left, top, x, y] = screen.subarray(2 * senses.length);
  const crowded = Math.abs(left - x) < 150 && Math.abs(top - y) < 20;
  const label = { text: labels.typed, colour: colours.accent };
  return crowded ? { ...label, x: x - 4, y: y - 24 } : { ...label, x: x + 15, y };
}

/**
 * The names of the senses, if their clouds are separate: above each cloud, or below it if the typed
 * sentence's label is there.
 * @param {Scene} scene @param {Look} look
 */
export function senseLabels({ screen, senses, names, typed }, { width, height, colours }) {
  const [tx, ty] = typed ? screen.subarray(2 * senses.length + 2) : [-1e4, -1e4];
  const clouds = names.map((text, sense) => {
    const xs = [];
    const ys = [];
    for (let i = 0; i < senses.length; i++) {
      if (senses[i] !== sense) continue;
      xs.push(screen[2 * i]);
      ys.push(screen[2 * i + 1]);
    }
    const at = [xs, ys].map((list) => list.sort((a, b) => a - b));
    const middle = at.map((list) => list[Math.floor(list.length / 2)]);
    const edge = (/** @type {number} */ share) => at[1][Math.floor((at[1].length - 1) * share)];
    const [top, bottom] = [edge(0), edge(1)];
    return { text, middle, top, bottom, colour: colours.senses[sense], count: xs.length };
  });
  const apart = clouds.every((a, i) =>
    clouds.every(
      (b, j) => i === j || Math.hypot(a.middle[0] - b.middle[0], a.middle[1] - b.middle[1]) > APART,
    ),
  );
  if (!apart) return [];
  return clouds
    .filter(({ count }) => count > 0)
    .map(({ text, middle, top, bottom, colour }) => {
      const x = Math.max(40, Math.min(width - 40, middle[0]));
      const above = Math.max(14, top - 20);
      const taken = Math.abs(tx + 40 - x) < 110 && Math.abs(ty - above) < 30;
      const y = taken ? Math.min(height - 14, bottom + 20) : above;
      return { text, x, y, colour, centred: true };
    });
}

function drawText(
  /** @type {Drawing} */ context,
  /** @type {{text: string, x: number, y: number, colour?: string, centred?: boolean}} */ label,
  /** @type {Look} */ { width, font, colours },
  /** @type {boolean} */ bold,
) {
  const { text, x, y, colour = colours.ink, centred = false } = label;
  context.font = `${bold ? '650 14px' : '13px'} ${font}`;
  context.textBaseline = 'middle';
  context.textAlign = centred ? 'center' : 'start';
  const wide = context.measureText(text).width;
  const left = centred || x + wide < width - 6 ? x : Math.max(6, x - wide - 32);
  context.lineWidth = 4;
  context.strokeStyle = colours.panel;
  context.strokeText(text, left, y);
  context.fillStyle = colour;
  context.fillText(text, left, y);
}
