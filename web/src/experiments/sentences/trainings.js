/** Trains texts with seeds, in several workers. */
import { create } from '../../api/index.js';
import { inLanes } from '../../api/lanes.js';
import { cancelled } from '../../worker/errors.js';

/**
 * @typedef {import('../../api/model.js').Model} Model
 * @typedef {import('../../api/types.js').CreateOptions} CreateOptions
 *
 * @typedef {{text: string, seed: number, keep?: boolean}} Job keep: the model stays open
 * @typedef {object} Trained
 * @property {number} value what was asked; NaN if the text no longer has its words, or cannot be
 *   trained on
 * @property {string} hash of the weights; '' if it cannot be trained on
 * @property {import('../../i18n/errors.js').Fault | null} fault why it cannot
 * @property {Model | null} model if it was to stay open
 */

/** What striking sentences may do to a text: no fault of the program. */
const OF_THE_TEXT = ['EmptyCorpus', 'VocabularyTooSmall', 'NothingToLearn'];

/**
 * The options of every training here: small, keyed, one sentence per line as it is.
 * @param {'skip-gram' | 'cbow'} model
 * @returns {Omit<CreateOptions, 'corpus'>}
 */
export const optionsFor = (model) => ({
  model,
  draws: 'keyed',
  vectorSize: 16,
  epochs: 30,
  window: 5,
  negative: 5,
  minCount: 1,
  tokenizer: 'space',
  sentences: 'lines',
});

/**
 * @param {Job} job
 * @param {object} how
 * @param {ReturnType<typeof optionsFor>} how.options
 * @param {(model: Model) => Promise<number>} how.read
 * @param {string | undefined} how.workerUrl
 * @param {AbortSignal} [how.signal]
 * @returns {Promise<Trained>}
 */
async function trainOne({ text, seed, keep }, { options, read, workerUrl, signal }) {
  /** @type {Model | undefined} */
  let model;
  try {
    const own = workerUrl === undefined ? {} : { workerUrl };
    model = await create({ ...options, ...own, corpus: text, seed, signal });
    await model.resume({ signal });
    const [value, hash] = await Promise.all([read(model), model.weightsHash()]);
    if (!keep) await model.close();
    return { value, hash, fault: null, model: keep ? model : null };
  } catch (error) {
    await model?.close().catch(() => {});
    if (!OF_THE_TEXT.includes(error.code)) throw error;
    return { value: Number.NaN, hash: '', fault: error, model: null };
  }
}

/**
 * Trains all jobs, each once.
 * @param {Job[]} jobs
 * @param {object} how
 * @param {ReturnType<typeof optionsFor>} how.options
 * @param {(model: Model) => Promise<number>} how.read what is asked of each
 * @param {(string | undefined)[]} how.workers
 * @param {AbortSignal} [how.signal]
 * @param {(done: number, perSecond: number) => void} [how.onProgress]
 * @returns {Promise<Trained[]>} in the order of the jobs
 */
export async function trainAll(jobs, { workers, onProgress, ...how }) {
  /** @type {Trained[]} */
  const results = new Array(jobs.length);
  const begun = performance.now();
  let done = 0;
  /** @param {Job} job @param {string | undefined} workerUrl @param {number} at */
  const train = async (job, workerUrl, at) => {
    results[at] = await trainOne(job, { ...how, workerUrl });
    done += 1;
    onProgress?.(done, done / ((performance.now() - begun) / 1000));
  };
  try {
    await inLanes(jobs, workers, train, how.signal);
    if (how.signal?.aborted) throw cancelled(how.signal);
    return results;
  } catch (error) {
    await Promise.all(results.map((one) => one?.model?.close().catch(() => {})));
    throw error;
  }
}
