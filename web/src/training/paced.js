/** Runs one job at a time, and never more than a fifth of the time (at least `pause` ms apart). */
export class Paced {
  #busy = false;
  #again = false;
  #free = 0;

  /** @param {() => Promise<void>} job @param {number} pause */
  constructor(job, pause) {
    this.job = job;
    this.pause = pause;
  }

  /** Soon, if not too soon after the last time. */
  tick() {
    if (!this.#busy && performance.now() >= this.#free) this.now();
  }

  /** At once, or right after the one that runs. */
  async now() {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    const start = performance.now();
    try {
      await this.job();
    } finally {
      const end = performance.now();
      this.#free = end + Math.max(this.pause, 4 * (end - start));
      this.#busy = false;
      if (this.#again) {
        this.#again = false;
        this.now();
      }
    }
  }
}
