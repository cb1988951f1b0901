/**
 * The frames of a training run, to wind back and forth: the clouds part as often as one likes. A reel
 * belongs to one view (word, layer, direction, weights); it is offered while that view is on show.
 *
 * @typedef {import('./frame.js').Frame} Frame
 * @typedef {{frame: Frame, epoch: number}} Shot
 */

const MOST = 240;
const LEAST = 4; // fewer are no film

const VIEW = ['word', 'layer', 'direction', 'weights', 'gamma', 'axes'];

/** @param {Record<string, unknown>} values the state @returns {string} */
export const viewOf = (values) => JSON.stringify(VIEW.map((name) => values[name]));

export class Reel {
  constructor() {
    this.view = '';
    /** @type {Shot[]} */
    this.shots = [];
  }

  /** Another view begins another reel. @param {string} view @param {Shot} shot */
  add(view, shot) {
    if (view !== this.view) Object.assign(this, { view, shots: [] });
    if (this.shots.at(-1)?.epoch === shot.epoch) this.shots.pop();
    this.shots.push(shot);
    if (this.shots.length <= MOST) return;
    this.shots = this.shots.filter((_, i) => i % 2 === 0 || i === this.shots.length - 1);
  }

  /** What can be wound through while this view is on show. @param {string} view @returns {Shot[]} */
  of(view) {
    return view === this.view && this.shots.length >= LEAST ? this.shots : [];
  }
}
