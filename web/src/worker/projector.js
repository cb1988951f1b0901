/**
 * Projects the word vectors of a model in training, between two slices, if a listener requested it.
 */

/** Projections take at most this share of the time; a large vocabulary is projected less often. */
const SHARE = 1 / 5;

/**
 * @typedef {import('./wasm').Projection} Projection
 * @typedef {object} ProjectionOptions
 * @property {boolean} [align] rotate the positions to match the previous projection
 * @property {string[] | null} [words] null: the whole vocabulary
 *
 * @typedef {{projection?: (options: Required<ProjectionOptions>) => Projection}} Projectable a
 *   classifier has no projection
 */

export class Projector {
  #options;
  #now;
  #restUntil = -Infinity;

  /** @param {ProjectionOptions} options @param {() => number} [now] milliseconds */
  constructor({ align = true, words = null }, now = () => performance.now()) {
    this.#options = { align, words };
    this.#now = now;
  }

  /** Projects at once, even if it is not due. @param {Projectable} native */
  project(native) {
    return native.projection?.(this.#options);
  }

  /**
   * As project(), but undefined if it is not due yet. The words were checked before, so the only
   * possible error is a vector that is not finite; the run itself reports that.
   * @param {Projectable} native
   */
  projectIfDue(native) {
    const start = this.#now();
    if (start < this.#restUntil) return undefined;
    try {
      return this.project(native);
    } catch (error) {
      if (typeof error?.code !== 'string') throw error;
      return undefined;
    } finally {
      const end = this.#now();
      this.#restUntil = end + (end - start) * (1 / SHARE - 1);
    }
  }
}
