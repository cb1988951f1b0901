/** Where the parts of an ELMo's picture stand: lanes of one reader above the words, of the other below. */
import { columnOf } from './elmo-net.js';

const STRIP = 13; // height of word vectors and of what is shown
const MEMORY = 9;
const BOX = 42;
const LANE = 58; // from box to box
const NAMES = 100; // width of the names of the lanes
const LINE = 19; // of a guess

/**
 * @param {import('./elmo-net.js').ElmoNet} net
 * @param {{width: number, narrow: boolean}} look @param {number} lines per guess
 */
export function elmoPlaces({ layers, columns }, { width, narrow }, lines) {
  const left = narrow ? 12 : 22;
  const least = narrow ? 122 : 128;
  // Where the lanes scroll sideways, their names stand above them and stay.
  const stacked = narrow || 2 * left + NAMES + least * columns.length > width;
  const label = stacked ? 0 : NAMES;
  const pitch = Math.max(least, (width - 2 * left - label) / columns.length);
  const wide = Math.max(width, Math.ceil(left * 2 + label + pitch * columns.length));
  const room = pitch - (narrow ? 22 : Math.min(40, pitch * 0.22));
  const boxAt = (/** @type {number} */ column) => left + label + column * pitch;
  const above = stacked ? 20 : 0;
  const lane = LANE + above;
  const top = narrow ? 120 : 96;
  const guessF = top + above;
  const lanesF = guessF + lines * LINE + 26;
  const wordsTop = lanesF + layers * lane + (stacked ? 18 : 6);
  const tokens = wordsTop + 26;
  const lanesB = tokens + STRIP + 28 + above;
  const guessB = lanesB + layers * lane + 6 + above;
  const end = guessB + lines * LINE + 14;
  const laneY = (/** @type {'f' | 'b'} */ reader, /** @type {number} */ layer) =>
    reader === 'f' ? lanesF + above + (layers - layer) * lane : lanesB + (layer - 1) * lane;
  return {
    width,
    wide,
    height: end + 56,
    left,
    stacked,
    pitch,
    box: { w: room, h: BOX },
    line: LINE,
    boxAt,
    laneY,
    /** A lane's strip: slots side by side. @param {'f' | 'b'} reader @param {number} y @param {number} h */
    strip: (reader, y, h) => ({
      x: boxAt(columnOf(reader, 0)) + 8,
      y,
      w: pitch * (columns.length - 2) + room - 16,
      h,
    }),
    gap: pitch - room + 16, // between the strips of two slots
    memory: (/** @type {number} */ y) => ({ y: y + 8, h: MEMORY }),
    shown: (/** @type {number} */ y) => ({ y: y + 21, h: STRIP }),
    words: wordsTop + 17,
    tokens: { x: boxAt(0) + 8, y: tokens, w: pitch * (columns.length - 1) + room - 16, h: STRIP },
    guess: { f: guessF, b: guessB },
    band: {
      top: lanesF + above - 10,
      bottom: lanesB + (layers - 1) * lane + BOX + 10,
    },
    column: { top: guessF, bottom: wordsTop },
    stops: stopsAt(width, left, narrow, end + 30),
  };
}

/** @param {number} width @param {number} left @param {boolean} narrow @param {number} low @returns {{x: number, y: number, ends?: boolean}[]} */
function stopsAt(width, left, narrow, low) {
  const back = [
    { x: width - left, y: low, ends: true },
    { x: left, y: low },
  ];
  if (narrow) {
    const third = (width - 2 * left) / 3;
    const rows = [0, 1, 2].map((i) => ({ x: left + i * third, y: 28 }));
    return [...rows, ...[0, 1].map((i) => ({ x: left + i * third, y: 80 })), ...back];
  }
  const shares = [0, 0.17, 0.33, 0.59, 0.87];
  return [...shares.map((share) => ({ x: left + share * (width - 2 * left), y: 30 })), ...back];
}
