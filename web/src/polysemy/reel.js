/**
 * The recorded frames of a training run, which can be replayed. A recording belongs to one view
 * (layer, direction, weights) and is available while that view is shown. It has the frames of every
 * word, so that another word can be chosen after training.
 *
 * @typedef {import('./frame.js').Frame} Frame
 * @typedef {{frame: Frame, epoch: number}} Shot
 */

const MOST = 240;
const LEAST = 4; // fewer frames are not offered

const VIEW = ['layer', 'direction', 'weights', 'gamma', 'axes'];

/** @param {Record<string, unknown>} values the state @returns {string} */
export const viewOf = (values) => JSON.stringify(VIEW.map((name) => values[name]));

/** Whether two maps of the same points are upside down to each other. */
function isOver(/** @type {Float32Array} */ a, /** @type {Float32Array} */ b) {
  let same = 0;
  for (let i = 1; i < a.length; i += 2) same += a[i] * b[i];
  return same < 0;
}

/** @param {Frame} frame @returns {Frame} */
function turnedOver(frame) {
  /** @type {(at: [number, number]) => [number, number]} */
  const over = ([x, y]) => [x, -y];
  const { positions, static: still, typed, picked } = frame;
  return {
    ...frame,
    positions: positions.map((value, i) => (i % 2 ? -value : value)),
    static: over(still),
    typed: typed && { ...typed, at: over(typed.at) },
    picked: picked && { ...picked, at: over(picked.at) },
  };
}

export class Reel {
  constructor() {
    this.view = '';
    /** The frames of each word. @type {Map<string, Shot[]>} */
    this.words = new Map();
  }

  /** Adds a frame; another view starts a new recording. @param {string} view @param {Shot} shot */
  add(view, shot) {
    if (view !== this.view) Object.assign(this, { view, words: new Map() });
    const { word } = shot.frame.of;
    const shots = this.words.get(word) ?? [];
    if (shots.at(-1)?.epoch === shot.epoch) shots.pop();
    shots.push(shot);
    const kept =
      shots.length > MOST ? shots.filter((_, i) => i % 2 === 0 || i === shots.length - 1) : shots;
    this.words.set(word, kept);
  }

  /**
   * At rest a map lies as its weights say, which may be upside down to the frames before it. They
   * are turned over, so that nothing flips when they are replayed.
   * @param {string} view @param {Frame} last
   */
  settle(view, last) {
    const shots = this.recorded(view, last.of.word);
    const before = shots.at(-1)?.frame;
    if (!before || !isOver(before.positions, last.positions)) return;
    this.words.set(
      last.of.word,
      shots.map((shot) => ({ ...shot, frame: turnedOver(shot.frame) })),
    );
  }

  /** The frames of a word so far. @param {string} view @param {string} word @returns {Shot[]} */
  recorded(view, word) {
    return view === this.view ? (this.words.get(word) ?? []) : [];
  }

  /** The frames that can be replayed. @param {string} view @param {string} word @returns {Shot[]} */
  of(view, word) {
    const shots = this.recorded(view, word);
    return shots.length >= LEAST ? shots : [];
  }
}
