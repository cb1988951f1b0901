import { headOf } from '../../api/safetensors.js';

/**
 * The moments of a training: checkpoints, in steps that are nearly equal, within a bound of memory.
 * When there are too many, those that are closer than twice the distance are left out.
 *
 * @typedef {{step: number, bytes: Uint8Array}} Moment
 * @typedef {{most?: number, mostBytes?: number}} Bounds
 */

/** Enough for a film of a few seconds. */
export const MOST_MOMENTS = 64;
export const MOST_BYTES = 64e6;
/** The first distance, as a share of the training. */
const FIRST = 1 / 256;

export class Recording {
  /** In the order of training. @type {Moment[]} */
  moments = [];
  /** The smallest distance between two moments, as a share of the training. */
  spacing = FIRST;
  /** Whether a single moment is larger than the bound. */
  tooLarge = false;
  #bounds;

  /** @param {number} steps of the whole training @param {Bounds} [bounds] */
  constructor(steps, { most = MOST_MOMENTS, mostBytes = MOST_BYTES } = {}) {
    this.steps = Math.max(1, steps);
    this.#bounds = { most, mostBytes };
  }

  get bytes() {
    return this.moments.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  get last() {
    return this.moments.at(-1) ?? null;
  }

  /** Whether the beginning is there. */
  get fromStart() {
    return this.moments[0]?.step === 0;
  }

  /** Whether a moment at this step is far enough from the latest. @param {number} step */
  wants(step) {
    if (this.tooLarge) return false;
    const { last } = this;
    return !last || step - last.step >= this.spacing * this.steps;
  }

  /** A moment later than the latest; an earlier one is ignored. @param {Moment} moment */
  add(moment) {
    const { last } = this;
    if (this.tooLarge || (last && moment.step <= last.step)) return;
    this.moments.push(moment);
    while (this.moments.length > this.#bounds.most || this.bytes > this.#bounds.mostBytes) {
      if (this.moments.length < 3) {
        // Two do not fit: the training cannot be recorded here.
        this.moments = [];
        this.tooLarge = true;
        return;
      }
      this.#thin();
    }
  }

  /** Halves the bound, when memory has run out earlier than expected. */
  shrink() {
    const half = this.bytes / 2;
    while (this.bytes > half && this.moments.length > 2) this.#thin();
    const two = 2 * Math.max(0, ...this.moments.map(({ bytes }) => bytes.length));
    this.#bounds = { ...this.#bounds, mostBytes: Math.max(half, two) };
  }

  /** The first and the latest stay. */
  #thin() {
    this.spacing *= 2;
    const least = this.spacing * this.steps - 1;
    const all = this.moments;
    const kept = [all[0]];
    for (const moment of all.slice(1, -1)) {
      if (moment.step - kept[kept.length - 1].step >= least) kept.push(moment);
    }
    const end = all[all.length - 1];
    if (kept.length > 1 && end.step - kept[kept.length - 1].step < least) kept.pop();
    this.moments = [...kept, end];
  }

  /** The latest moment that is not after a step. @param {number} step */
  before(step) {
    return this.moments.findLast((moment) => moment.step <= step) ?? null;
  }
}

/** The step that a checkpoint was written at. @param {Uint8Array} bytes */
export const stepOf = (bytes) => Number.parseInt(headOf(bytes).metadata['state.steps'], 16);
