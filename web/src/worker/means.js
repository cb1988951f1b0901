/** Loss and accuracy over many slices: means of means, each by how many predictions it is of. */

/** What is averaged; a language model has no accuracy. @type {('loss' | 'accuracy')[]} */
const names = ['loss', 'accuracy'];

export class Means {
  #predictions = 0;
  /** @type {Record<string, number>} */
  #sums = {};
  /** @type {Record<string, number>} of the last report that was shown */
  #last = { loss: Number.NaN };

  /** @param {import('./wasm').NativeReport} report */
  add(report) {
    const { predictions } = report;
    if (predictions === 0) return;
    this.#predictions += predictions;
    for (const name of names) {
      const mean = report[name];
      if (mean !== undefined) this.#sums[name] = (this.#sums[name] ?? 0) + mean * predictions;
    }
  }

  /** Since the last restart; those before where nothing came since. */
  shown() {
    if (this.#predictions === 0) return this.#last;
    const means = Object.entries(this.#sums).map(([name, sum]) => [name, sum / this.#predictions]);
    return Object.fromEntries(means);
  }

  restart() {
    this.#last = this.shown();
    this.#sums = {};
    this.#predictions = 0;
  }
}
