import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/**
 * The loss of each run over its epochs as shapes, with labels at the ends of the curves.
 *
 * @typedef {Array<{epoch: number, loss: number}>} Points
 * @typedef {{id: number | string, points: Points}} Curve
 * @typedef {{id: number | string, x: number, y: number, path: string}} Drawn
 *
 * @param {Curve[]} runs the last one is the current one
 * @param {object} box
 * @param {number} box.width
 * @param {number} box.height
 * @param {number} box.epochs smallest extent of the axis
 * @param {number} [box.right] space for the labels
 * @param {Curve[]} [box.heldout] values measured at intervals: one dot each, joined by dashes
 * @param {Array<{id: string, loss: number}>} [box.references] horizontal lines at a loss
 * @param {(value: number) => string} [short] formats large numbers with few characters
 */
export function lossLayout(runs, box, short = String) {
  const { width, height, right = 8, heldout = [], references = [] } = box;
  const points = [...runs, ...heldout].flatMap((run) => run.points.filter(finite));
  const lines = references.filter(({ loss }) => Number.isFinite(loss));
  const losses = [...points, ...lines].map((p) => p.loss);
  const most = Math.max(box.epochs, ...points.map((p) => p.epoch));
  const top = losses.length ? Math.max(...losses) : 1;
  const bottom = losses.length ? Math.min(...losses) : 0;
  const spread = Math.max(1e-3, top - bottom);
  const y = scaleLinear(
    [Math.max(0, bottom - 0.12 * spread), top + 0.05 * spread],
    [height - 18, 6],
  );
  const label = (/** @type {number} */ value) =>
    value < 1000 ? y.tickFormat(3)(value) : short(value);
  const ticks = y.ticks(3).map((value) => ({ value, y: y(value), text: label(value) }));
  // Losses that differ little need more digits, and these more room.
  const left = Math.max(LEFT, TICK + DIGIT * Math.max(0, ...ticks.map(({ text }) => text.length)));
  const x = scaleLinear([0, most], [left, width - right]);
  const path = line(
    (/** @type {Points[number]} */ p) => x(p.epoch),
    (/** @type {Points[number]} */ p) => y(p.loss),
  ).digits(1);
  const draw = (/** @type {Curve} */ run) => {
    const shown = run.points.filter(finite);
    const end = shown.at(-1);
    return {
      id: run.id,
      path: path(shown) ?? '',
      x: end ? x(end.epoch) : 0,
      y: end ? y(end.loss) : 0,
      dots: shown.map((p) => [x(p.epoch), y(p.loss)]),
    };
  };
  const epochTicks = x
    .ticks(Math.min(6, most))
    .filter((value) => Number.isInteger(value) && value > 0)
    .map((value) => ({ value, x: x(value) }));
  return {
    curves: runs.map(draw),
    heldout: heldout.map(draw),
    references: lines.map(({ id, loss }) => ({ id, x: width - right, y: y(loss), path: '-' })),
    ticks: points.length ? ticks : [],
    epochTicks,
    base: height - 18,
    left,
    right: width - right,
    invertX: x,
  };
}

const LEFT = 30; // at least
const TICK = 9; // between an axis label and the chart, and around it
const DIGIT = 6.2; // width of a digit of an axis label

const finite = (/** @type {{epoch: number, loss: number}} */ p) =>
  Number.isFinite(p.epoch) && Number.isFinite(p.loss);

/**
 * Moves labels apart vertically; they keep their order and stay in the box.
 * @param {Drawn[]} curves @param {{height: number, line?: number}} box
 * @returns {Map<number | string, number>} y by id
 */
export function spreadLabels(curves, { height, line: lineHeight = 16 }) {
  const sorted = curves.filter((c) => c.path).sort((a, b) => a.y - b.y);
  const ys = sorted.map((c) => c.y);
  if (ys.length) ys[0] = Math.max(ys[0], lineHeight / 2);
  for (let i = 1; i < ys.length; i++) ys[i] = Math.max(ys[i], ys[i - 1] + lineHeight);
  let limit = height - lineHeight / 2;
  for (let i = ys.length - 1; i >= 0; i--) {
    ys[i] = Math.min(ys[i], limit);
    limit = ys[i] - lineHeight;
  }
  return new Map(sorted.map((c, i) => [c.id, ys[i]]));
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * The chart as an SVG node. Curves have `data-run`; colours come from the style sheet.
 * @param {ReturnType<typeof lossLayout>} layout
 * @param {{document: Document, width: number, height: number, scale?: number, current: number,
 *   lit?: number, at?: number}} options `scale`: pixels per unit; `at`: an epoch that is marked
 */
export function lossChart(
  layout,
  { document, width, height, scale = 1, current, lit = -1, at = Number.NaN },
) {
  const make = (
    /** @type {string} */ name,
    /** @type {Record<string, string | number>} */ attributes,
  ) => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
    return node;
  };
  const text = (
    /** @type {Record<string, string | number>} */ attributes,
    /** @type {string} */ content,
  ) => {
    const node = make('text', attributes);
    node.textContent = content;
    return node;
  };
  const svg = make('svg', {
    viewBox: `0 0 ${width} ${height}`,
    width: width * scale,
    height: height * scale,
  });
  svg.setAttribute('aria-hidden', 'true');
  for (const { y, text: content } of layout.ticks) {
    svg.append(make('line', { class: 'grid', x1: layout.left, x2: layout.right, y1: y, y2: y }));
    svg.append(
      text({ class: 'tick', x: layout.left - 6, y: y + 4, 'text-anchor': 'end' }, content),
    );
  }
  svg.append(
    make('line', {
      class: 'axis',
      ...{ x1: layout.left, x2: layout.right, y1: layout.base, y2: layout.base },
    }),
  );
  for (const { x, value } of layout.epochTicks) {
    svg.append(text({ class: 'tick', x, y: height - 4, 'text-anchor': 'middle' }, String(value)));
  }
  for (const { id, y } of layout.references) {
    const ends = { x1: layout.left, x2: layout.right, y1: y, y2: y };
    svg.append(make('line', { class: 'reference', 'data-model': id, ...ends }));
  }
  for (const { id, path, dots } of layout.curves) {
    const state = id === lit ? 'lit' : id === current ? 'current' : 'earlier';
    if (path) svg.append(make('path', { class: `curve ${state}`, d: path, 'data-run': id }));
    // A run so short that it was measured once has no line.
    if (dots.length > 1) continue;
    for (const [cx, cy] of dots)
      svg.append(make('circle', { class: `curve ${state}`, cx, cy, r: 3 }));
  }
  for (const { path, dots } of layout.heldout) {
    if (path) svg.append(make('path', { class: 'curve heldout', d: path }));
    const most = 40; // more would need a second line
    if (dots.length > most) continue;
    for (const [cx, cy] of dots) svg.append(make('circle', { class: 'heldout', cx, cy, r: 2.5 }));
  }
  if (Number.isFinite(at)) {
    const x = layout.invertX(at);
    svg.append(make('line', { class: 'moment', x1: x, x2: x, y1: 6, y2: layout.base }));
  }
  return svg;
}
