/** Loss and accuracy over many slices: means weighted by the number of predictions. */

/** The averaged values; a language model has no accuracy. @type {('loss' | 'accuracy')[]} */
const names = ['loss', 'accuracy'];

export class Means {
  #predictions = 0;
  /** @type {Record<string, number>} */
  #sums = {};
  /** @type {Record<string, number>} means of the last report */
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

  /** The means since the last restart, or the previous ones if nothing was added since. */
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
