/** Short work that must not overlap: each piece begins when the one before has ended. */
export class Turns {
  /** The latest work until it has ended. @type {Promise<boolean> | null} */
  pending = null;

  /**
   * @param {() => Promise<boolean>} work
   * @returns {Promise<boolean>} the result of the work
   */
  async take(work) {
    const before = this.pending;
    const mine = (async () => {
      await before;
      return work();
    })();
    this.pending = mine;
    try {
      return await mine;
    } finally {
      if (this.pending === mine) this.pending = null;
    }
  }
}
