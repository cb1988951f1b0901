/** Measures that need sentences or a second network. */
import { cosine } from '../plots/vectors.js';
import { labelledCorpus } from '../polysemy/corpora.js';
import { occurrencesOf } from '../polysemy/occurrences.js';
import { languageOf } from '../polysemy/table.js';
import { modeOf } from '../transfer/images.js';

/**
 * @typedef {import('./runs.js').Run} Run
 * @typedef {import('../api/model.js').Model} Model
 */

/**
 * The share of unread sentences in which a layer tells the senses of a word apart: each occurrence is
 * given the sense of the nearest one that was read.
 * @param {Run} run @param {string} layer @param {string} word
 */
export async function tellApart({ model, settings }, layer, word) {
  const edition = /** @type {import('../link/edition.js').Edition} */ (settings.edition ?? '2');
  const { corpus } = await labelledCorpus(languageOf(word), edition);
  const { sentences, senses, heldout } = occurrencesOf(corpus, word);
  const asked = /** @type {Model} */ (model);
  await asked.watch({ word, sentences, senses, heldout });
  const { layers } = await asked.senseMap({ layer: Number(layer) });
  return layers[Number(layer)].accuracy;
}

/**
 * The cosine of a word's vectors in two sentences, at a layer.
 * @param {Model} model @param {number} layer @param {string} word @param {string[]} sentences
 */
export async function contextSimilarity(model, layer, word, sentences) {
  const [a, b] = await Promise.all(
    sentences
      .map((sentence) => sentence.trim().split(' '))
      .filter((words) => words.includes(word))
      .map(async (words) => {
        const all = await model.contextVectors(words, { layer });
        const dims = all.length / words.length;
        const at = words.indexOf(word) * dims;
        return all.subarray(at, at + dims);
      }),
  );
  return a && b ? cosine(a, b) : Number.NaN;
}

/** The way in which a B was trained. @param {object} one a try of the page */
const wayOf = (one) =>
  'mode' in one
    ? String(one.mode)
    : modeOf(/** @type {import('../transfer/results.js').ImageTry} */ (one));

/**
 * B's accuracy in its latest try of a mode; NaN before. The mode `chosen` is the reader's, whichever it is: the
 * network from scratch beside it is a control.
 * @param {Run} run @param {string[]} words @returns {number}
 */
export function accuracyOf(run, [mode]) {
  const latest =
    mode === 'chosen' ? chosen(run) : triesOf(run).findLast((one) => wayOf(one) === mode);
  return latest?.accuracy ?? Number.NaN;
}

/** @typedef {{control: boolean, accuracy: number, shots?: number}} Try */

/** @param {Run} run @returns {Try[]} */
const triesOf = ({ transfer }) => transfer?.chapter.current.tries ?? [];

/** @param {Run} run */
const chosen = (run) => triesOf(run).findLast(({ control }) => !control);

/** Labels per class; NaN for digits, of which there are six each. @param {Run} run @returns {number} */
export const labelsOf = (run) => chosen(run)?.shots ?? Number.NaN;
