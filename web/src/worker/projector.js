/** Projects the word vectors of a model in training, between two slices, for whoever watches. */

/** At most this share of the time goes into projections: a large vocabulary is drawn less often. */
const SHARE = 1 / 5;

/**
 * @typedef {import('./wasm').Projection} Projection
 * @typedef {object} ProjectionOptions
 * @property {boolean} [align] turn the positions onto those of the projection before
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

  /** Without regard to when it is due. @param {Projectable} native */
  project(native) {
    return native.projection?.(this.#options);
  }

  /**
   * The same where it is due, else undefined. Its words were known when it began, so only vectors
   * that are no longer finite are refused; the run itself reports that.
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
