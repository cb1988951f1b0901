import { REPORTS_PER_SECOND } from '../training/paced.js';
import { LAYERS } from './rungs.js';
import { cutWords, occurrences } from './words.js';

/**
 * What the maps show of a rung.
 * @typedef {import('./step.js').WithModel} Step
 * @typedef {object} Cloud
 * @property {ReturnType<typeof occurrences>} of
 * @property {import('../api/types.js').SenseMap | null} map
 * @property {number[]} typed the numbers of the sentences that were typed
 * @typedef {Pick<import('./session.js').LadderSession, 'corpus' | 'known' | 'store'>} Asking
 */

/** Are its words on the map? Else the occurrences of the polyseme, or nothing. @param {Pick<Step, 'rung'>} step */
const showsWords = ({ rung }) => rung.id !== 'one-hot' && !rung.answers.includes('senses');

/** What its run shows: `resume` takes it. @param {Pick<Step, 'rung'>} step */
export const watching = (step) => ({
  reportsPerSecond: REPORTS_PER_SECOND,
  projection: showsWords(step) ? { align: true } : null,
});

/** Its words, or the occurrences of the polyseme where it tells them apart. @param {Step} step @param {Asking} asking */
export async function lookAt(step, asking) {
  const { model, rung } = step;
  if (rung.id === 'one-hot') return;
  if (showsWords(step)) {
    step.positions = (await model.projection({ align: true })).positions;
    return;
  }
  await lookAtOccurrences(step, asking);
}

/** The occurrences of the polyseme, in a rung that tells them apart. @param {Step} step @param {Asking} asking */
export async function lookAtOccurrences(step, asking) {
  const { model, rung } = step;
  if (!rung.answers.includes('senses')) return;
  await watch(step, asking);
  const { first, second, polyseme } = asking.store.values;
  const typed = [first, second]
    .map((text, i) => ({ number: i + 1, tokens: cutWords(text, asking.known).tokens }))
    .filter(({ tokens }) => tokens.includes(polyseme));
  const sentences = typed.map(({ tokens }) => tokens);
  const map = await model.senseMap({ layer: LAYERS, sentences });
  if (step.cloud) step.cloud = { ...step.cloud, map, typed: typed.map(({ number }) => number) };
}

/** The model holds the occurrences of one word at a time. @param {Step} step @param {Asking} asking */
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
 * The words of the analogy with its answer, by themselves.
 * @param {Step} step @param {Asking} asking @param {import('./answers.js').Answer} given
 */
export async function lookAtAnalogy(step, { store }, given) {
  const words = [...store.get('analogy'), String(given.values?.d || (given.items[0]?.word ?? ''))];
  if (given.error || !words[3] || new Set(words).size < 4) step.plane = null;
  else step.plane = { words, ...(await step.model.projection({ align: false, words })) };
}
