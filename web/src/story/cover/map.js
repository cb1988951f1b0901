/** The map of the cover: where its words lie after every part of the training. No page is needed. */
import { placeLabels } from '../../plots/labels.js';
import { dot } from '../../plots/vectors.js';

/**
 * @typedef {import('../plans.js').Language} Language
 * @typedef {Float32Array[]} Rows one vector per word of WORDS
 * @typedef {{x: number, y: number}} Point
 *
 * @typedef {object} Layout
 * @property {number} width
 * @property {number} height
 * @property {Point[][]} paths per word its places in all frames
 * @property {{index: number, x: number, y: number}[]} labels left edge and middle
 * @property {Point} corner where the callout lies
 * @property {(Point & {group: string})[]} names of the groups, middle of the line
 * @property {Point} start where the words lay at first
 * @property {(Point & {text: string})[]} heap a note on that
 */

/** @type {Record<Language, Record<string, string[]>>} */
export const GROUPS = {
  en: {
    people: [
      ...['king', 'queen', 'prince', 'princess', 'man', 'woman', 'boy', 'girl', 'father', 'mother'],
      ...['husband', 'wife', 'grandfather', 'grandmother', 'actor', 'actress'],
    ],
    animals: ['cat', 'dog', 'horse', 'cow', 'sheep', 'hamster', 'rabbit'],
    plants: ['pear', 'peach', 'banana'],
    companies: ['google', 'samsung', 'huawei'],
    countries: ['france', 'italy', 'germany', 'spain', 'england', 'japan', 'china', 'egypt'],
    capitals: ['paris', 'rome', 'berlin', 'madrid', 'london', 'tokyo', 'beijing', 'cairo'],
  },
  zh: {
    people: [
      ...['国王', '王后', '王子', '公主', '男人', '女人', '男孩', '女孩', '父亲', '母亲'],
      ...['丈夫', '妻子', '爷爷', '奶奶', '男演员', '女演员'],
    ],
    animals: ['猫', '狗', '马', '牛', '绵羊', '山羊', '麻雀'],
    plants: ['梨子', '桃子', '香蕉'],
    companies: ['谷歌', '三星', '华为'],
    countries: ['法国', '意大利', '德国', '西班牙', '英国', '日本', '中国', '埃及'],
    capitals: ['巴黎', '罗马', '柏林', '马德里', '伦敦', '东京', '北京', '开罗'],
  },
};

/** The first word of the lists is the one that is opened. @param {Language} language */
export const wordsOf = (language) => Object.values(GROUPS[language]).flat();

/** The group of a word. @param {Language} language @param {string} word */
export const groupOf = (language, word) =>
  Object.entries(GROUPS[language]).find(([, words]) => words.includes(word))?.[0] ?? '';

/**
 * The places of all words in all frames, on the principal axes of the last one, so that the axes
 * stand still. With `plane`, the words' places on these axes, the axes are V = XᵀP Λ⁻¹: for
 * P = X V, XᵀP = XᵀX V = V Λ, and the columns of P have the squared norms Λ.
 * @param {Rows[]} frames @param {ArrayLike<number>} plane positions of the last frame, [words, 2]
 * @returns {Point[][]} per word its places
 */
export function pathsOf(frames, plane) {
  const last = /** @type {Rows} */ (frames.at(-1));
  const dims = last[0].length;
  const mean = Array.from(
    { length: dims },
    (_, d) => last.reduce((sum, row) => sum + row[d], 0) / last.length,
  );
  const axes = [0, 1].map((axis) => {
    const along = last.map((_, i) => plane[2 * i + axis]);
    const size = dot(along, along) || 1;
    return mean.map(
      (m, d) => last.reduce((sum, row, i) => sum + (row[d] - m) * along[i], 0) / size,
    );
  });
  return last.map((_, i) =>
    frames.map((rows) => {
      const centred = mean.map((m, d) => rows[i][d] - m);
      return { x: dot(centred, axes[0]), y: -dot(centred, axes[1]) };
    }),
  );
}

const MARGIN = { x: 64, top: 34, bottom: 26 };
const LINE = 17;

/**
 * A point of the smooth curve through all places (Catmull–Rom).
 * @param {Point[]} path @param {number} at 0 … 1
 * @returns {Point}
 */
export function along(path, at) {
  const last = path.length - 1;
  const i = Math.min(last - 1, Math.floor(at * last));
  const t = at * last - i;
  const [a, b, c, d] = [i - 1, i, i + 1, i + 2].map((k) => path[Math.max(0, Math.min(last, k))]);
  const mix = (/** @type {'x' | 'y'} */ axis) =>
    0.5 *
    (2 * b[axis] +
      (c[axis] - a[axis]) * t +
      (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t ** 2 +
      (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t ** 3);
  return { x: mix('x'), y: mix('y') };
}

/**
 * Fits the paths into a picture and places the labels of the last frame.
 * @param {Point[][]} paths @param {Language} language
 * @param {object} box
 * @param {number} box.width
 * @param {number} box.height
 * @param {(text: string) => number} box.measure the width of a label
 * @param {number} [box.scale] how much larger type is than by default
 * @param {{width: number, height: number}} [box.callout] something that lies over a corner of the
 *   picture
 * @param {Record<string, string>} box.groups names of the groups
 * @param {string[]} box.heap note on the first places, in lines
 * @returns {Layout}
 */
export function layOut(paths, language, box) {
  const { width, height, measure, scale = 1, callout, groups, heap } = box;
  const all = paths.flatMap((path) => [path[0], /** @type {Point} */ (path.at(-1))]);
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const side = Math.min(MARGIN.x, width / 8);
  const toX = (width - 2 * side) / (right - left || 1);
  const toY = (height - MARGIN.top - MARGIN.bottom) / (bottom - top || 1);
  const placed = paths.map((path) =>
    path.map(({ x, y }) => ({ x: side + (x - left) * toX, y: MARGIN.top + (y - top) * toY })),
  );
  const at = (/** @type {number} */ i) => /** @type {Point} */ (placed[i].at(-1));
  const words = wordsOf(language);
  const indices = words.map((_, i) => i);
  const labels = placeLabels(
    {
      candidates: indices,
      x: (i) => at(i).x,
      y: (i) => at(i).y,
      measure: (i) => measure(words[i]),
      marks: indices,
    },
    { width, height, scale, radius: 5 },
  );
  const line = LINE * scale;
  /** @type {Box[]} */
  const taken = [
    ...labels.map(
      ({ x, y, width: w }) => /** @type {Box} */ ([x, y - line / 2, x + w, y + line / 2]),
    ),
    ...indices.map((i) => around(at(i), 6)),
  ];
  const corner = callout ? freeCorner(callout, taken, { width, height }) : { x: 0, y: 0 };
  if (callout) {
    taken.push([corner.x, corner.y, corner.x + callout.width, corner.y + callout.height]);
  }
  const start = {
    x: placed.reduce((sum, [{ x }]) => sum + x, 0) / placed.length,
    y: placed.reduce((sum, [{ y }]) => sum + y, 0) / placed.length,
  };
  const spot = (/** @type {Box} */ about, /** @type {number} */ w, /** @type {number} */ h) => {
    const found = freeSpot(about, w, h, taken, { width, height });
    taken.push([found.x, found.y, found.x + w, found.y + h]);
    return found;
  };
  const names = Object.entries(GROUPS[language]).map(([group, members]) => {
    const points = members.map((word) => at(words.indexOf(word)));
    const w = 1.2 * measure(groups[group]);
    const { x, y } = spot(boxOf(points), w, line);
    return { group, x: x + w / 2, y: y + 0.8 * line };
  });
  const wide = Math.max(...heap.map(measure));
  // All ways begin here: the note lies where the fewest of them pass.
  taken.push(...placed.flatMap(passed));
  const note = spot(around(start, 14), wide, heap.length * line);
  return {
    width,
    height,
    paths: placed,
    labels: labels.map(({ index, x, y }) => ({ index, x, y })),
    corner,
    names,
    start,
    heap: heap.map((text, i) => ({ text, x: note.x, y: note.y + (i + 0.8) * line })),
  };
}

/** @typedef {[number, number, number, number]} Box left, top, right, bottom */

/** @param {Point} point @param {number} radius @returns {Box} */
const around = ({ x, y }, radius) => [x - radius, y - radius, x + radius, y + radius];

/** Small boxes along a way, as far apart as they are wide. @param {Point[]} way @returns {Box[]} */
function passed(way) {
  const side = 6;
  return way.slice(1).flatMap((to, i) => {
    const from = way[i];
    const count = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / side);
    return Array.from({ length: count }, (_, k) => {
      const share = k / count;
      const point = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
      return around(point, side / 2);
    });
  });
}

/** @param {Point[]} points @returns {Box} */
function boxOf(points) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/**
 * The place for a text beside a box where it covers least.
 * @param {Box} about @param {number} w @param {number} h @param {Box[]} taken
 * @param {{width: number, height: number}} picture
 * @returns {Point} its left upper corner
 */
function freeSpot([left, top, right, bottom], w, h, taken, { width, height }) {
  const middle = (left + right) / 2;
  const xs = [middle - w / 2, left - w - 12, right + 12, left, right - w];
  const ys = [top - h - 8, bottom + 8, (top + bottom - h) / 2, top, bottom - h];
  const spots = xs.flatMap((x) => ys.map((y) => ({ x, y })));
  const cost = (/** @type {Point} */ { x, y }) => {
    const out = Math.max(0, -x, -y, x + w - width, y + h - height);
    const hits = taken.reduce((sum, box) => sum + overlap(box, [x, y, x + w, y + h]), 0);
    const away = Math.hypot(x + w / 2 - middle, y + h / 2 - (top + bottom) / 2);
    return 100 * out + hits + 0.05 * away;
  };
  return spots.reduce((best, spot) => (cost(spot) < cost(best) ? spot : best));
}

/**
 * The corner of the picture in which a box covers least.
 * @param {{width: number, height: number}} box @param {Box[]} taken
 * @param {{width: number, height: number}} picture
 * @returns {Point}
 */
function freeCorner(box, taken, { width, height }) {
  const corners = [0, height - box.height].flatMap((y) =>
    [0, width - box.width].map((x) => ({ x, y })),
  );
  const covered = (/** @type {Point} */ { x, y }) =>
    taken.reduce((sum, one) => sum + overlap(one, [x, y, x + box.width, y + box.height]), 0);
  return corners.reduce((best, corner) => (covered(corner) < covered(best) ? corner : best));
}

/** The area that two boxes share. @param {Box} a @param {Box} b */
function overlap(a, b) {
  const w = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const h = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return w > 0 && h > 0 ? w * h : 0;
}
