/**
 * Of a run that a page shows. The page is drawn once per report: this is as smooth to read as the 30
 * per second that a run may send.
 */
export const REPORTS_PER_SECOND = 16;

/**
 * Runs a job again and again, never twice at once: at least `pause` ms apart, and in at most a fifth
 * of the time.
 */
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
