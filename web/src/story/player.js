/** Plays the frames of a training in about a second. */
import { prefersStill } from '../ui/canvas.js';

const PLAY_MS = 1300;

export class Player {
  /** 0 … 1 */
  at = 0;
  playing = false;
  #frame = 0;
  #heard;
  #milliseconds;

  /**
   * @param {() => void} heard called after every change
   * @param {number} [milliseconds] how long playing takes
   */
  constructor(heard, milliseconds = PLAY_MS) {
    this.#heard = heard;
    this.#milliseconds = milliseconds;
  }

  /** @param {{atOnce?: boolean}} [how] */
  play({ atOnce = false } = {}) {
    this.stop();
    if (atOnce || prefersStill()) {
      this.at = 1;
      return;
    }
    this.at = 0;
    this.playing = true;
    const start = performance.now();
    const step = (/** @type {number} */ now) => {
      this.at = Math.min(1, Math.max(0, (now - start) / this.#milliseconds));
      this.playing = this.at < 1;
      if (this.playing) this.#frame = requestAnimationFrame(step);
      this.#heard();
    };
    this.#frame = requestAnimationFrame(step);
  }

  /** Shows one moment of the training. @param {number} at 0 … 1 */
  wind(at) {
    this.stop();
    this.at = at;
    this.#heard();
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    this.playing = false;
  }
}

/** The frame at a position. @template F @param {F[]} frames @param {number} at @returns {F} */
export const frameAt = (frames, at) => frames[Math.min(frames.length - 1, Math.round(at))];
