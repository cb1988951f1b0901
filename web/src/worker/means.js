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

/**
 * The epochs that ended between two reports. Only the last one's loss is known if there are several.
 * @param {import('./wasm').NativeReport} before @param {import('./wasm').NativeReport} now
 * @returns {import('./types').EpochReport[]}
 */
export function epochsBetween(before, now) {
  const words = /** @type {import('./wasm').NativeWordsReport} */ (now);
  const { epochs, learningRate, tokens, heldoutLoss, heldoutPerplexity } = words;
  const ended = now.finished && !before.finished ? now.epoch : now.epoch - 1;
  const first = Math.max(1, before.epoch);
  return Array.from({ length: Math.max(0, ended - first + 1) }, (_, i) => {
    const epoch = first + i;
    const known = epoch === ended;
    const whole = now.finished ? now.epochLoss : (words.epochLossBefore ?? Number.NaN);
    const loss = known ? whole : Number.NaN;
    return { epoch, epochs, loss, learningRate, tokens, heldoutLoss, heldoutPerplexity };
  });
}
