/** Where the parts of CBOW's and Skip-gram's picture stand, side by side or stacked. */
import { magnified } from '../plots/cells.js';

const TOP = 112;
const TALL = 326; // of the matrices

/**
 * @param {import('./word2vec-net.js').Word2vecNet} net
 * @param {number} shown rows of the output matrix that are named
 * @param {boolean} rest whether more rows stand below them
 * @param {import('./scene.js').Look} look
 */
export function placesOf(net, shown, rest, look) {
  const lines = shown + (rest ? 1 : 0);
  const places = look.narrow ? stacked(net, lines, look.width) : beside(net, lines, look.width);
  const ascending = (/** @type {number[]} */ ids) => [...new Set(ids)].sort((a, b) => a - b);
  const read = net.averages ? ascending(net.window) : [net.window[net.lane]];
  const large = {
    Q: look.stop >= 2 ? read : [],
    matrix: look.stop >= 4 ? ascending(net.rows) : [],
  };
  if (large.matrix.length > 40) large.matrix = [];
  const input = magnified(net.V, places.Q.h, large.Q);
  const output = magnified(net.nodes, places.matrix.h, large.matrix);
  return {
    ...places,
    large,
    lines,
    /** The middle of a row of Q. */
    inputAt: (/** @type {number} */ id) => places.Q.y + (input.starts[id] + input.ends[id]) / 2,
    /** The middle of a row of the output matrix. */
    outputAt: (/** @type {number} */ id) =>
      places.matrix.y + (output.starts[id] + output.ends[id]) / 2,
    /** The middle of a named row. */
    lineAt: (/** @type {number} */ n) => places.rows.y + (n + 0.5) * places.pitch,
  };
}

/** The strips that CBOW stacks. @param {import('./word2vec-net.js').Word2vecNet} net */
const stackOf = ({ averages, window }) => (averages ? Math.min(84, 13 * window.length) : 0);

/** @param {import('./word2vec-net.js').Word2vecNet} net @param {number} lines @param {number} width */
function beside(net, lines, width) {
  const tight = width < 1150;
  const [labels, track, arrows] = tight ? [144, 96, 84] : [150, 134, 118];
  const fixed = 22 + 34 + 70 + labels + 14 + 56 + 16 + track + 8 + 50 + 56 + 16 + arrows + 60 + 22;
  const free = Math.max(160, width - fixed);
  const stack = stackOf(net);
  let at = 22;
  const next = (/** @type {number} */ w, gap = 0) => {
    const x = at;
    at += w + gap;
    return x;
  };
  const x = { x: next(22, 12), y: TOP, w: 22, h: TALL };
  const Q = { x: next(free * 0.22, 70), y: TOP, w: free * 0.22, h: TALL };
  const left = at;
  at += labels;
  const strip = free * 0.56;
  const output = next(strip, 14);
  const v = { x: output, y: TOP + stack + (stack ? 12 : 0), w: strip, h: 26 };
  const top = v.y + v.h + 34;
  const pitch = Math.min(46, (TOP + TALL - top) / lines);
  const rows = { y: top, h: pitch * lines };
  const f = { x: next(56, 16), y: top, w: 56, h: rows.h };
  const tracks = { x: next(track, 8), w: track };
  const p = { x: next(50), y: top, w: 50, h: rows.h };
  const e = { x: next(56, 16), y: top, w: 56, h: rows.h };
  const pulls = { x: next(arrows), w: arrows };
  const right = at;
  at += 60;
  const matrix = { x: at, y: TOP, w: free * 0.22, h: TALL };
  const y = 30;
  return {
    height: 506,
    x,
    Q,
    stack: { x: output, y: TOP, w: strip, h: stack },
    v,
    dv: { x: output, y: v.y + v.h + 3, w: strip, h: 9 },
    O: { x: output, y: top, w: strip, h: rows.h },
    rows,
    pitch,
    thickness: Math.min(18, pitch * 0.6),
    labels: { x: left, w: labels },
    f,
    tracks,
    p,
    e,
    pulls,
    band: { x: left, w: right - left },
    matrix,
    lift: 0,
    stops: [
      { stop: 1, shown: 1, x: 22, y },
      { stop: 2, shown: 2, x: 138, y },
      { stop: 3, shown: 0, x: output - 30, y },
      { stop: 4, shown: 3, x: f.x + 4, y },
      { stop: 5, shown: 4, x: e.x + 4, y },
      { stop: 6, shown: 5, x: width - 22, y: 480, ends: true },
      { stop: 7, shown: 6, x: 22, y: 480 },
    ],
  };
}

/** @param {import('./word2vec-net.js').Word2vecNet} net @param {number} lines @param {number} width */
function stacked(net, lines, width) {
  const left = 16;
  const room = width - 2 * left;
  const stack = stackOf(net);
  const x = { x: left, y: TOP - 10, w: 22, h: 230 };
  const Q = { x: left + 34, y: x.y, w: room - 34, h: 230 };
  const guess = x.y + x.h + 64;
  const strip = room * 0.52;
  const v0 = guess + 84;
  const v = { x: left, y: v0 + stack + (stack ? 12 : 0), w: room, h: 26 };
  const top = v.y + v.h + 40;
  const pitch = 58;
  const tracks = { x: left + strip + 14, w: room - strip - 14 };
  const rows = { y: top, h: pitch * lines };
  const figures = { y: top - 12, h: rows.h };
  const end = top + rows.h + 74;
  const matrix = { x: left, y: end + 26, w: room, h: 170 };
  const low = matrix.y + matrix.h + 60;
  return {
    height: low + 40,
    x,
    Q,
    stack: { x: left, y: v0, w: room, h: stack },
    v,
    dv: { x: left, y: v.y + v.h + 3, w: room, h: 9 },
    O: { x: left, y: top + 14, w: strip, h: rows.h },
    rows,
    pitch,
    thickness: 16,
    labels: { x: left, w: 130 },
    f: { ...figures, x: left + strip - 60, w: 60 },
    tracks,
    p: { ...figures, x: tracks.x, w: 50 },
    e: { ...figures, x: left + room - 60, w: 60 },
    pulls: { x: 0, w: 0 },
    band: { x: left - 8, w: room + 16 },
    matrix,
    lift: 14, // strips and tracks stand in a second line
    stops: [
      { stop: 1, shown: 1, x: left, y: 30 },
      { stop: 2, shown: 2, x: left + room * 0.34, y: 30 },
      { stop: 4, shown: 3, x: left, y: guess },
      { stop: 5, shown: 4, x: left + room * 0.4, y: guess },
      { stop: 6, shown: 5, x: width - left, y: low, ends: true },
      { stop: 7, shown: 6, x: left, y: low },
    ],
  };
}
