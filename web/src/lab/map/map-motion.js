import { fitView, isTurned, mixPositions, mixView } from '../../plots/fit.js';

const TRAIL = 4;
const FADE_MS = 140;

/**
 * Moves the words from frame to frame: positions and view are interpolated over about the time
 * between two projections. The last few frames are shown as a trail, which shrinks when training
 * stops.
 */
export class MapMotion {
  constructor() {
    /** @type {Float32Array} */
    this.now = new Float32Array();
    this.from = this.now;
    this.to = this.now;
    this.view = { x: 0, y: 0, scale: 1 };
    this.fromView = this.view;
    this.toView = this.view;
    /** @type {Float32Array[]} */
    this.trails = [];
    this.start = 0;
    this.duration = 0;
    this.fadeAt = 0;
  }

  /**
   * @param {Float32Array} positions
   * @param {{width: number, height: number}} box
   * @param {{time: number, still: boolean, jump: boolean, keep: (index: number) => boolean}} how
   *   `jump`: the change is not a movement of training; `keep`: true for words that must stay in
   *   the picture
   */
  aim(positions, box, { time, still, jump: asked, keep }) {
    this.keep = keep;
    const jump = asked || isTurned(this.to, positions);
    const view = fitView(positions, box, keep);
    const other = positions.length !== this.to.length;
    if (still || other || !this.now.length) {
      this.now = positions.slice();
      this.view = view;
      this.trails = [];
      this.duration = 0;
    } else {
      if (jump) this.trails = [];
      else this.trails = [...this.trails, this.now.slice()].slice(-TRAIL);
      this.duration = jump ? 500 : Math.min(400, Math.max(90, time - this.start));
    }
    this.from = this.now.slice();
    this.fromView = this.view;
    this.to = positions;
    this.toView = view;
    this.start = time;
    this.fadeAt = time + this.duration + 4 * FADE_MS;
  }

  /** Ends the movement at once. */
  settle() {
    this.now = this.to.slice();
    this.from = this.now.slice();
    this.view = this.toView;
    this.fromView = this.toView;
    this.trails = [];
    this.duration = 0;
  }

  /** The size of the box changed: the same points in another view. */
  refit(/** @type {{width: number, height: number}} */ box) {
    if (!this.to.length) return;
    this.toView = fitView(this.to, box, this.keep);
    this.view = this.toView;
    this.fromView = this.toView;
  }

  /** @param {number} time @returns {boolean} whether another frame is needed */
  advance(time) {
    const share = this.duration ? Math.min(1, (time - this.start) / this.duration) : 1;
    mixPositions(this.from, this.to, share, this.now);
    this.view = mixView(this.fromView, this.toView, share);
    if (this.trails.length && time > this.fadeAt) {
      this.trails.shift();
      this.fadeAt = time + FADE_MS;
    }
    return share < 1 || this.trails.length > 0;
  }
}
