import { applies, isLanguageModel } from './model-fields.js';

/**
 * What can be said of a run before it starts: that it takes long, or that the text is too small for
 * its epochs; and one change of settings that helps.
 *
 * @typedef {import('./slot.js').Slot} Slot
 * @typedef {import('./table.js').Values} Values
 * @typedef {Array<{word: string, count: number}>} Vocabulary
 * @typedef {{changes: Partial<Values>, seconds: number}} Change `seconds`: the expected duration
 */

/** A text of the reader with fewer tokens is small: few words are repeated often. */
const SMALL = 20_000;
/** Corpus tokens × epochs from which a language model may take long. */
const MANY = 1_000_000;
const LONG_S = 90;
const WANTED_S = 60;
/** A run that is shorter than that can have more epochs. */
const SHORT_S = 0.5;
const FILLED_S = 1.5;
const MOST_EPOCHS = 200;

/** @param {Slot} slot */
const isSmall = ({ values, model }) =>
  values.corpus === 'own' && (model?.info.tokens ?? Number.POSITIVE_INFINITY) < SMALL;

/** @param {Slot} slot */
const mayBeLong = ({ values, model }) =>
  isLanguageModel(values.model) && (model?.info.tokens ?? 0) * values.epochs >= MANY;

/** Whether its duration should be measured. @param {Slot} slot */
export const isWorthMeasuring = (slot) => isSmall(slot) || mayBeLong(slot);

/**
 * How often words are repeated.
 * @param {Vocabulary} vocabulary
 */
export const repetitions = (vocabulary) => ({
  words: vocabulary.length,
  once: vocabulary.filter(({ count }) => count === 1).length,
  often: vocabulary.filter(({ count }) => count >= 5).length,
});

/** The next lower number of the form 1, 2 or 5 × 10ⁿ. @param {number} x */
const round = (x) => {
  const unit = 10 ** Math.floor(Math.log10(x));
  return unit * (x >= 5 * unit ? 5 : x >= 2 * unit ? 2 : 1);
};

/**
 * More epochs that fill a second or two; null if the run is long enough.
 * @param {{epochs: number, seconds: number}} run
 * @returns {Change | null}
 */
export function moreEpochs({ epochs, seconds }) {
  if (!(seconds > 0 && seconds < SHORT_S)) return null;
  const one = seconds / epochs;
  const more = Math.min(MOST_EPOCHS, round(FILLED_S / one));
  return more >= 2 * epochs ? { changes: { epochs: more }, seconds: one * more } : null;
}

/** @param {Values} values */
const hasSampledSoftmax = (values) => applies({ name: 'samples', models: undefined }, values);

const SAMPLES = 256;
const MIN_COUNTS = [2, 3, 5, 10, 20, 50, 100];
const LEAST_WORDS = 500; // fewer are not a vocabulary of a long text

/**
 * Settings with which a long run takes about a minute: a sampled softmax if the model can have it, then
 * fewer rare words, then fewer epochs.
 * @param {object} run
 * @param {Values} run.values
 * @param {Vocabulary} run.vocabulary most frequent words first
 * @param {number} run.seconds
 * @param {(changes: Partial<Values>, words: number) => Promise<number>} run.work multiply-adds per
 *   token
 * @returns {Promise<Change | null>}
 */
export async function shorterRun({ values, vocabulary, seconds, work }) {
  const tokensOf = (/** @type {Vocabulary} */ words) =>
    words.reduce((sum, { count }) => sum + count, 0);
  const now = (await work({}, vocabulary.length)) * tokensOf(vocabulary);
  if (!(now > 0)) return null;
  const timed = async (/** @type {Partial<Values>} */ changes) => {
    const least = changes.minCount ?? values.minCount;
    const kept = vocabulary.filter(({ count }) => count >= least);
    const share = ((await work(changes, kept.length)) * tokensOf(kept)) / now;
    return { words: kept.length, seconds: seconds * share };
  };
  /** @type {Partial<Values>} */
  let changes = {};
  if (values.samples === 0 && hasSampledSoftmax(values)) changes = { samples: SAMPLES };
  let found = await timed(changes);
  for (const minCount of MIN_COUNTS) {
    if (found.seconds <= WANTED_S || minCount <= values.minCount) continue;
    const next = await timed({ ...changes, minCount });
    if (next.words < LEAST_WORDS) break;
    changes = { ...changes, minCount };
    found = next;
  }
  if (found.seconds > LONG_S && values.epochs > 1) {
    const epochs = Math.max(1, Math.round((values.epochs * WANTED_S) / found.seconds));
    changes = { ...changes, epochs };
    found.seconds *= epochs / values.epochs;
  }
  return Object.keys(changes).length ? { changes, seconds: found.seconds } : null;
}

/** Measures the duration of an untrained model's run, if something may be said of it. @param {Slot} slot */
export async function forecastOf(slot) {
  const { model, values, vocabulary } = slot;
  if (!model || slot.trained || !isWorthMeasuring(slot)) return;
  const isThere = () => slot.model === model;
  const forecast = await model.forecast();
  if (!forecast || !isThere()) return;
  slot.forecast = forecast;
  const { seconds } = forecast;
  if (isSmall(slot)) slot.advised = moreEpochs({ epochs: values.epochs, seconds });
  else if (seconds > LONG_S) {
    const work = (/** @type {Partial<Values>} */ changes, /** @type {number} */ words) =>
      model.multiplyAdds(/** @type {import('../api/types.js').TrainingOptions} */ (changes), words);
    const advised = await shorterRun({ values, vocabulary, seconds, work });
    if (isThere()) slot.advised = advised;
  }
  if (isThere()) slot.session.changed();
}

/** Whether the run takes so long that a reader should know before. @param {Slot} slot */
export const isLong = ({ forecast }) => (forecast?.seconds ?? 0) > LONG_S;
