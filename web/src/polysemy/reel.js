/**
 * The recorded frames of a training run, which can be replayed. A recording belongs to one view
 * (word, layer, direction, weights) and is available while that view is shown.
 *
 * @typedef {import('./frame.js').Frame} Frame
 * @typedef {{frame: Frame, epoch: number}} Shot
 */

const MOST = 240;
const LEAST = 4; // fewer frames are not offered

const VIEW = ['word', 'layer', 'direction', 'weights', 'gamma', 'axes'];

/** @param {Record<string, unknown>} values the state @returns {string} */
export const viewOf = (values) => JSON.stringify(VIEW.map((name) => values[name]));

export class Reel {
  constructor() {
    this.view = '';
    /** @type {Shot[]} */
    this.shots = [];
  }

  /** Adds a frame; another view starts a new recording. @param {string} view @param {Shot} shot */
  add(view, shot) {
    if (view !== this.view) Object.assign(this, { view, shots: [] });
    if (this.shots.at(-1)?.epoch === shot.epoch) this.shots.pop();
    this.shots.push(shot);
    if (this.shots.length <= MOST) return;
    this.shots = this.shots.filter((_, i) => i % 2 === 0 || i === this.shots.length - 1);
  }

  /** The frames that can be replayed in this view. @param {string} view @returns {Shot[]} */
  of(view) {
    return view === this.view && this.shots.length >= LEAST ? this.shots : [];
  }
}
