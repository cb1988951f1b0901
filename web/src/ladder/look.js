import { REPORTS_PER_SECOND } from '../training/paced.js';
import { LAYERS } from './rungs.js';
import { cutWords, occurrences } from './words.js';

/**
 * The data for the maps of the models.
 * @typedef {import('./step.js').WithModel} Step
 * @typedef {object} Cloud
 * @property {ReturnType<typeof occurrences>} of
 * @property {import('../api/types.js').SenseMap | null} map
 * @property {number[]} typed numbers of the sentences that the reader typed
 * @typedef {Pick<import('./session.js').LadderSession, 'corpus' | 'known' | 'store'>} Asking
 */

/**
 * Whether the map shows the words. Otherwise it shows the occurrences of the polyseme, or nothing.
 * @param {Pick<Step, 'rung'>} step
 */
const showsWords = ({ rung }) => rung.id !== 'one-hot' && !rung.answers.includes('senses');

/** The options of `resume` for the reports of its run. @param {Pick<Step, 'rung'>} step */
export const watching = (step) => ({
  reportsPerSecond: REPORTS_PER_SECOND,
  projection: showsWords(step) ? { align: true } : null,
});

/**
 * Reads the positions of the words, or of the occurrences of the polyseme if the model
 * distinguishes them.
 * @param {Step} step
 * @param {Asking} asking
 */
export async function lookAt(step, asking) {
  const { model, rung } = step;
  if (rung.id === 'one-hot') return;
  if (showsWords(step)) {
    step.positions = (await model.projection({ align: step.running })).positions;
    return;
  }
  await lookAtOccurrences(step, asking);
}

/**
 * Reads the occurrences of the polyseme, if the model distinguishes them.
 * @param {Step} step
 * @param {Asking} asking
 */
export async function lookAtOccurrences(step, asking) {
  const { model, rung } = step;
  if (!rung.answers.includes('senses')) return;
  await watch(step, asking);
  const { first, second, polyseme } = asking.store.values;
  const typed = [first, second]
    .map((text, i) => ({ number: i + 1, tokens: cutWords(text, asking.known).tokens }))
    .filter(({ tokens }) => tokens.includes(polyseme));
  const sentences = typed.map(({ tokens }) => tokens);
  const map = await model.senseMap({ layer: LAYERS, sentences, align: step.running });
  if (step.cloud) step.cloud = { ...step.cloud, map, typed: typed.map(({ number }) => number) };
}

/**
 * Sets the watched word. A model watches the occurrences of one word at a time.
 * @param {Step} step
 * @param {Asking} asking
 */
export async function watch(step, { corpus, store }) {
  const word = store.get('polyseme');
  if (step.watched === word) return;
  if (!corpus) return;
  const found = occurrences(corpus, word);
  await step.model.watch(found);
  step.watched = word;
  step.cloud = { of: found, map: null, typed: [] };
}

/**
 * A projection of only the words of the analogy and its answer.
 * @param {Step} step @param {Asking} asking @param {import('./answers.js').Answer} given
 */
export async function lookAtAnalogy(step, { store }, given) {
  const words = [...store.get('analogy'), String(given.values?.d || (given.items[0]?.word ?? ''))];
  if (given.error || !words[3] || new Set(words).size < 4) step.plane = null;
  else step.plane = { words, ...(await step.model.projection({ align: false, words })) };
}
