/**
 * The three Bs of the view, with the page's few examples: A's layers frozen, A's layers fine-tuned,
 * and random layers. Each before its training and after it; made when they are first looked at.
 */
import { PictureNet } from './picture-net.js';

/**
 * @typedef {import('../../api/classifier.js').Classifier} Classifier
 * @typedef {'frozen' | 'fine-tuned' | 'scratch'} Way
 * @typedef {'start' | 'trained'} Moment
 *
 * @typedef {object} Source what the Bs are made from; another source makes other Bs
 * @property {Classifier} model A
 * @property {import('../../api/types.js').ImageExamples} examples
 * @property {unknown} key changes with the examples
 * @property {number} seed
 */

/** @type {Way[]} */
export const WAYS = ['frozen', 'fine-tuned', 'scratch'];
/** @type {Moment[]} */
export const MOMENTS = ['start', 'trained'];

/** @type {Record<Way, Pick<import('../../api/types.js').TransferOptions, 'from' | 'frozen'>>} */
const HOW = {
  frozen: { from: 'pretrained', frozen: 'general' },
  'fine-tuned': { from: 'pretrained', frozen: 'none' },
  scratch: { from: 'random', frozen: 'none' },
};

export class Networks {
  /** @type {Map<string, Promise<Classifier>>} */
  #made = new Map();
  /** @type {Source | null} */
  #source = null;

  /** @param {object} [options] how Bs are trained on this page */
  constructor(options = {}) {
    this.options = options;
  }

  /** Names what the next Bs are made from; those of another source are closed. @param {Source} source */
  from(source) {
    const old = this.#source;
    const same = old?.model === source.model && old.key === source.key && old.seed === source.seed;
    if (same) return;
    void this.close();
    this.#source = source;
  }

  /** @param {Way} way @param {Moment} moment @returns {Promise<Classifier>} */
  get(way, moment) {
    const name = `${way} ${moment}`;
    const made = this.#made.get(name) ?? this.#make(way, moment);
    this.#made.set(name, made);
    made.catch(() => this.#made.delete(name)); // to be tried again
    return made;
  }

  /** @param {Way} way @param {Moment} moment */
  async #make(way, moment) {
    const { model, examples, seed } = /** @type {Source} */ (this.#source);
    const b = await model.createTransfer({ ...this.options, examples, seed, ...HOW[way] });
    if (moment === 'trained') await b.resume();
    return b;
  }

  async close() {
    const all = [...this.#made.values()];
    this.#made.clear();
    this.#source = null;
    for (const made of await Promise.allSettled(all)) {
      if (made.status === 'fulfilled') await made.value.close().catch(() => {});
    }
  }
}

/**
 * What one picture computes in each of the three.
 * @param {Networks} networks @param {Moment} moment @param {Uint8Array} pixels @param {string} label
 * @returns {Promise<Record<Way, import('./picture-net.js').PictureNet>>}
 */
export async function netsOf(networks, moment, pixels, label) {
  const nets = await Promise.all(
    WAYS.map(async (way) => {
      const b = await networks.get(way, moment);
      const trace = await b.inside(pixels, label);
      return [way, new PictureNet(trace, b.labels, label, b.layers, b.options.alpha)];
    }),
  );
  return Object.fromEntries(nets);
}
