import { fitView, mixPositions, mixView } from '../plots/fit.js';

/**
 * The points of a frame in one array: the N occurrences, the static vector, the typed sentence.
 * Without a typed sentence its point is at the static vector, from which it later moves to its
 * position.
 * @param {import('./frame.js').Frame} frame @returns {Float32Array} [N + 2, 2]
 */
export function packed({ positions, static: still, typed }) {
  const all = new Float32Array(positions.length + 4);
  all.set(positions);
  all.set(still, positions.length);
  all.set(typed?.at ?? still, positions.length + 2);
  return all;
}

const FLAT = 1e-4; // layer 0 has only rounding errors, which must not be enlarged
const STEP_MS = 400;
const LOOK_MS = 700;

/** @param {Float32Array} positions [N, 2] */
function span(positions) {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    low[i % 2] = Math.min(low[i % 2], positions[i]);
    high[i % 2] = Math.max(high[i % 2], positions[i]);
  }
  return Math.max(high[0] - low[0], high[1] - low[1]);
}

/**
 * The view that shows the cloud. The static vector is included if the cloud then keeps at least
 * half of its size. γ below 1 also shrinks the cloud on the screen.
 * @param {Float32Array} all result of `packed` @param {number} gamma
 * @param {{width: number, height: number}} box
 * @param {import('../plots/fit.js').View} last the view that is kept if all points are at the same
 *   position
 */
export function fitCloud(all, gamma, box, last) {
  const cloud = all.subarray(0, all.length - 4);
  if (!(span(cloud) > FLAT)) return { ...last, x: all[0] ?? 0, y: all[1] ?? 0 };
  const padding = { paddingX: Math.min(64, box.width / 8), paddingY: 58 };
  const near = fitView(cloud, { ...box, ...padding }, () => true);
  const wide = fitView(all, { ...box, ...padding }, () => true);
  const view = wide.scale > near.scale / 2 ? wide : near;
  return { ...view, scale: view.scale * Math.min(1, gamma) };
}

const ease = (/** @type {number} */ t) => t * t * (3 - 2 * t);

/** Moves the points from frame to frame. For a new word they start at the static vector. */
export class CloudMotion {
  constructor() {
    /** @type {Float32Array} */
    this.now = new Float32Array();
    this.from = this.now;
    this.to = this.now;
    this.view = { x: 0, y: 0, scale: 100 };
    this.fromView = this.view;
    this.toView = this.view;
    this.gamma = 1;
    this.start = 0;
    this.duration = 0;
  }

  /**
   * @param {Float32Array} all result of `packed`
   * @param {{width: number, height: number}} box
   * @param {{time: number, still: boolean, gamma: number, training: boolean, other: boolean}} how
   *   `still`: no motion; `other`: the occurrences have changed
   */
  aim(all, box, { time, still, gamma, training, other }) {
    this.gamma = gamma;
    const view = fitCloud(all, gamma, box, this.toView);
    const fresh = other || all.length !== this.now.length;
    if (fresh) {
      const [x, y] = all.subarray(all.length - 4);
      this.now = all.map((_, i) => (i % 2 ? y : x));
      this.view = view;
    }
    this.duration =
      training && !fresh ? Math.min(STEP_MS, Math.max(90, time - this.start)) : LOOK_MS;
    this.eased = !training || fresh;
    if (still) {
      this.now = all.slice();
      this.view = view;
      this.duration = 0;
    }
    this.from = this.now.slice();
    this.fromView = this.view;
    this.to = all;
    this.toView = view;
    this.start = time;
  }

  /** The size of the box changed: the same points in another view. */
  refit(/** @type {{width: number, height: number}} */ box) {
    if (!this.to.length) return;
    this.toView = fitCloud(this.to, this.gamma, box, this.toView);
    this.view = this.toView;
    this.fromView = this.toView;
  }

  /** @param {number} time @returns {boolean} whether another frame is needed */
  advance(time) {
    const passed = this.duration
      ? Math.max(0, Math.min(1, (time - this.start) / this.duration))
      : 1;
    const share = this.eased ? ease(passed) : passed;
    mixPositions(this.from, this.to, share, this.now);
    this.view = mixView(this.fromView, this.toView, share);
    return passed < 1;
  }
}
