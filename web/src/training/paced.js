/**
 * Reports per second of a run that a page shows: the most that a run can send. A run on a toy corpus
 * may take a third of a second, and its loss curve has one point per report.
 */
export const REPORTS_PER_SECOND = 30;

/**
 * Runs a job repeatedly, one run at a time: at least `pause` ms apart, and in at most a fifth of
 * the time.
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

  /** Runs the job unless the last run was too recent. */
  tick() {
    if (!this.#busy && performance.now() >= this.#free) this.now();
  }

  /** Runs the job at once, or directly after the current run. */
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
