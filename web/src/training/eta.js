/** Seconds over which speed is averaged: longer than a pause for measuring the held-out text. */
const TIME_SPAN_S = 20;
/** The speed shown as text may follow sooner. */
const SPEED_SPAN_S = 2;

/**
 * A mean over the last `span` seconds, in which older amounts fade. Before that much time has
 * passed, it is the mean since the beginning.
 */
class Rate {
  #amount = 0;
  #time = 0;

  /** @param {number} span seconds */
  constructor(span) {
    this.span = span;
  }

  /** @param {number} amount @param {number} seconds */
  add(amount, seconds) {
    const fade = Math.exp(-seconds / this.span);
    this.#amount = this.#amount * fade + amount;
    this.#time = this.#time * fade + seconds;
  }

  /** Per second; 0 while unknown. */
  get value() {
    return this.#time > 0 ? this.#amount / this.#time : 0;
  }
}

/** Estimates the time left and the speed from the reports of a run. */
export class Eta {
  #last = { at: 0, progress: 0, tokens: 0 };
  #progress = new Rate(TIME_SPAN_S); // share of the work
  #tokens = new Rate(SPEED_SPAN_S);

  /** Corpus tokens per second; 0 while unknown. */
  get tokensPerSecond() {
    return this.#tokens.value;
  }

  /**
   * @param {number} at milliseconds
   * @param {number} progress 0 … 1
   * @param {number} [tokens] number of tokens read so far
   * @returns {number} seconds left; NaN for the first report
   */
  update(at, progress, tokens = 0) {
    const before = this.#last;
    const seconds = Math.max(1, at - before.at) / 1000;
    if (progress < before.progress || before.at === 0) {
      this.#progress = new Rate(TIME_SPAN_S);
      this.#tokens = new Rate(SPEED_SPAN_S);
    } else if (seconds < 0.05) return this.#left(progress);
    else {
      this.#progress.add(progress - before.progress, seconds);
      this.#tokens.add(tokens - before.tokens, seconds);
    }
    this.#last = { at, progress, tokens };
    return this.#left(progress);
  }

  #left(/** @type {number} */ progress) {
    const rate = this.#progress.value;
    return rate > 0 ? (1 - progress) / rate : Number.NaN;
  }
}
