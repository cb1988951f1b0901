/** Where the parts of the NNLM's picture stand, side by side or stacked. */
import { grouped, magnified } from '../plots/cells.js';

const TOP = 112; // below the rail
const MATRIX = 288; // height of W₁

/**
 * @param {import('./nnlm-net.js').NnlmNet} net
 * @param {number} shown rows of words that are named
 * @param {import('./scene.js').Look} look
 */
export function placesOf(net, shown, look) {
  const places = look.narrow ? stacked(net, shown, look.width) : beside(net, shown, look.width);
  const read = look.stop >= 2 ? [...new Set(net.context)].sort((a, b) => a - b) : [];
  const rows = magnified(net.V, places.Q.h, read);
  const columns = grouped(net.x.length, places.W1.w, net.D);
  return {
    ...places,
    /** The middle of a column of the one-hot rows. */
    columnAt: (/** @type {number} */ c) => places.x.x + (c + 0.5) * places.pitchOfColumns,
    /** The middle of a row of Q. */
    rowAt: (/** @type {number} */ id) => places.Q.y + (rows.starts[id] + rows.ends[id]) / 2,
    /** The columns of W₁ that belong to a word of the context. */
    groupAt(/** @type {number} */ c) {
      const x = columns.starts[c * net.D] ?? 0;
      const w = (columns.ends[(c + 1) * net.D - 1] ?? 0) - x;
      return { x: places.W1.x + x, w };
    },
  };
}

/** @param {import('./nnlm-net.js').NnlmNet} net @param {number} shown @param {number} width */
function beside({ context }, shown, width) {
  const pitchOfColumns =
    width < 1200 ? Math.min(50, 170 / context.length) : Math.min(60, 190 / context.length);
  const hot = pitchOfColumns * context.length;
  const labels = width < 1100 ? 80 : 96;
  const fixed =
    22 +
    hot +
    20 +
    44 +
    14 +
    8 +
    20 +
    16 +
    38 +
    20 +
    22 +
    labels +
    14 +
    46 +
    10 +
    52 +
    46 +
    28 +
    66 +
    24;
  const free = Math.max(180, width - fixed);
  const q = Math.max(62, free * 0.183); // as wide as the name of its stop, with the wires
  const [w1, w2] = [(free - q) * 0.71, (free - q) * 0.29];
  let at = 22;
  const next = (/** @type {number} */ w, gap = 0) => {
    const x = at;
    at += w + gap;
    return x;
  };
  const tall = MATRIX + 38;
  const x = { x: next(hot, 20), y: TOP, w: hot, h: tall };
  const Q = { x: next(q, 44), y: TOP, w: q, h: tall };
  const W1 = { x: next(w1, 14), y: TOP + 38, w: w1, h: MATRIX };
  const lookup = { x: W1.x, y: TOP, w: w1, h: 25 };
  const b1 = { ...W1, x: next(8, 20), w: 8 };
  const z = { ...W1, x: next(16, 38), w: 16 };
  const h = { ...W1, x: next(20, 22), w: 20 };
  const band = { x: at - 4, w: labels + w2 + 14 + 46 + 10 + 52 + 46 + 12 };
  const guess = at;
  at += labels;
  const output = next(w2, 14);
  const pitch = MATRIX / (shown + 1);
  const scores = { x: next(46, 10), y: TOP + 38, w: 46, h: pitch * shown };
  const bars = { x: next(52), w: 52 };
  const chances = { x: next(46, 28), y: TOP + 38, w: 46, h: pitch * shown };
  const curve = { x: at, y: TOP + 40, w: 66, h: 118 };
  const result = { x: at + 66, y: curve.y + curve.h + 44 };
  const y = 30;
  return {
    height: 506,
    pitchOfColumns,
    labels,
    x,
    Q,
    W1,
    lookup,
    b1,
    z,
    h,
    band,
    lying: { x: output, y: TOP, w: w2, h: 25 },
    W2: { x: output, y: TOP + 38, w: w2, h: pitch * shown },
    W2whole: { x: output, y: TOP + 38, w: w2, h: MATRIX },
    rest: { x: output, y: TOP + 38 + pitch * (shown + 0.15), w: w2, h: pitch * 0.7 },
    pitch,
    scores,
    bars,
    chances,
    curve,
    result,
    stops: [
      { x: 22, y },
      { x: Q.x, y },
      { x: W1.x, y },
      { x: guess, y },
      { x: curve.x - 36, y },
      { x: width - 22, y: 480, ends: true },
      { x: 22, y: 480 },
    ],
  };
}

/** On a phone: blocks in the order of the rail. @param {import('./nnlm-net.js').NnlmNet} net @param {number} shown @param {number} width */
function stacked({ context }, shown, width) {
  const left = 16;
  const room = width - 2 * left;
  const pitchOfColumns = Math.min(44, (room * 0.45) / context.length);
  const hot = pitchOfColumns * context.length;
  const x = { x: left, y: TOP - 24, w: hot, h: 260 };
  const Q = { x: left + hot + 16, y: x.y, w: room - hot - 16, h: 260 };
  const mix = x.y + x.h + 60;
  const w1 = room - 92;
  const lookup = { x: left, y: mix + 66, w: w1, h: 25 };
  const W1 = { x: left, y: lookup.y + 38, w: w1, h: 240 };
  const b1 = { ...W1, x: left + w1 + 12, w: 8 };
  const z = { ...W1, x: b1.x + 24, w: 16 };
  const h = { ...W1, x: left + room - 20, w: 20 };
  const guess = W1.y + W1.h + 60;
  const labels = Math.min(112, room * 0.32);
  const figures = 46 + 8 + 34 + 46;
  const w2 = Math.max(40, room - labels - figures - 8);
  const output = left + labels;
  const pitch = 34;
  const top = guess + 66 + 38;
  const scores = { x: output + w2 + 4, y: top, w: 46, h: pitch * shown };
  const bars = { x: scores.x + 54, w: 34 };
  const chances = { x: left + room - 46, y: top, w: 46, h: pitch * shown };
  const compare = top + pitch * (shown + 1) + 50;
  const curve = { x: left + 6, y: compare + 70, w: Math.min(160, room / 2), h: 118 };
  const result = { x: curve.x + curve.w + 110, y: curve.y + 30 }; // beside the curve
  const end = compare + 260;
  return {
    height: end + 40,
    pitchOfColumns,
    labels,
    x,
    Q,
    W1,
    lookup,
    b1,
    z,
    h,
    band: { x: left - 8, w: room + 16 },
    lying: { x: output, y: top - 38, w: w2, h: 25 },
    W2: { x: output, y: top, w: w2, h: pitch * shown },
    W2whole: { x: output, y: top, w: w2, h: pitch * shown },
    rest: { x: output, y: top + pitch * (shown + 0.1), w: w2, h: pitch * 0.8 },
    pitch,
    scores,
    bars,
    chances,
    curve,
    result,
    stops: [
      { x: left, y: 30 },
      { x: Q.x, y: 30 },
      { x: left, y: mix },
      { x: left, y: guess },
      { x: left, y: compare },
      { x: width - left, y: end, ends: true },
      { x: left, y: end },
    ],
  };
}
