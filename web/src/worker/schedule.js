/** Gives the event loop a turn, so that a pause or a query is handled between two slices. */

/**
 * Resolves after the messages that are already waiting. setTimeout is not used, because browsers
 * delay nested ones to 4 ms: a seventh of all training time.
 * @type {() => Promise<void>}
 */
export const nextTask =
  typeof setImmediate === 'function'
    ? () => new Promise((resolve) => setImmediate(resolve))
    : () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            resolve();
          };
          port2.postMessage(null);
        });

/** A sleep that can be interrupted. */
export class Sleep {
  /** @type {() => void} */
  #wake = () => {};

  /** @param {number} milliseconds @returns {Promise<void>} */
  wait(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  wake() {
    this.#wake();
  }
}

/**
 * Limits the speed: computes how many steps are due now. At Infinity steps per second, all are due.
 */
export class Pace {
  /** @param {number} stepsPerSecond @param {() => number} now milliseconds */
  constructor(stepsPerSecond, now = () => performance.now()) {
    this.stepsPerSecond = stepsPerSecond;
    this.now = now;
    this.start = now();
    this.done = 0;
  }

  /** The first step is due at once. */
  due() {
    if (this.stepsPerSecond === Infinity) return Infinity;
    const elapsed = (this.now() - this.start) / 1000;
    const due = 1 + Math.floor(elapsed * this.stepsPerSecond) - this.done;
    if (due <= Math.max(2, this.stepsPerSecond)) return due;
    this.start = this.now(); // more than a second late (the tab was asleep): do not catch up
    this.done = 0;
    return 1;
  }

  /** @param {number} steps */
  spend(steps) {
    this.done += steps;
  }

  /**
   * Milliseconds until the next step is due, at least one frame, so that fast runs do several steps
   * at a time.
   */
  delay() {
    const next = this.start + (1000 * this.done) / this.stepsPerSecond;
    return Math.max(16, next - this.now());
  }
}
