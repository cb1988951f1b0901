/** Estimates the time left and the speed as moving averages over the reports of a run. */
export class Eta {
  #last = { at: 0, progress: 0, tokens: 0 };
  #rate = 0; // share of the work done per millisecond
  /** Corpus tokens per second; 0 while unknown. */
  tokensPerSecond = 0;

  /**
   * @param {number} at milliseconds
   * @param {number} progress 0 … 1
   * @param {number} [tokens] number of tokens read so far
   * @returns {number} seconds left; NaN for the first report
   */
  update(at, progress, tokens = 0) {
    const before = this.#last;
    const elapsed = Math.max(1, at - before.at);
    if (progress < before.progress || before.at === 0) this.#rate = this.tokensPerSecond = 0;
    else if (elapsed < 50) return this.#seconds(progress);
    else {
      this.#rate = smooth(this.#rate, (progress - before.progress) / elapsed);
      const pace = (1000 * (tokens - before.tokens)) / elapsed;
      this.tokensPerSecond = smooth(this.tokensPerSecond, pace);
    }
    this.#last = { at, progress, tokens };
    return this.#seconds(progress);
  }

  #seconds(/** @type {number} */ progress) {
    return this.#rate > 0 ? (1 - progress) / this.#rate / 1000 : Number.NaN;
  }
}

const smooth = (/** @type {number} */ old, /** @type {number} */ fresh) =>
  old ? 0.8 * old + 0.2 * fresh : fresh;
