import { isTrained, modelKind } from '../slot.js';
import { answer } from './answers.js';
import { phrasesFor, placesIn, wordsOf } from './phrases.js';

/** @typedef {import('../slot.js').WithModel} Slot @typedef {import('../session.js').Session} Session */

/** What each model can be asked beyond its word vectors. */
const ABILITIES = /** @type {Record<string, string[]>} */ ({
  nnlm: ['next', 'score', 'generate', 'heldout'],
  cbow: ['blank'],
  elmo: ['next', 'blank', 'score', 'generate', 'heldout', 'contexts', 'backward'],
});

/** @param {Slot} slot @param {string} what */
export const can = (slot, what) => ABILITIES[modelKind(slot)]?.includes(what) ?? false;

const SHOWN = 8; // predictions in a list

/** What is typed, or what the corpus suggests. @param {Session} session @param {Slot} slot */
export function asked(session, slot) {
  const { store, source } = session;
  const { vocabulary, known } = slot;
  const own = slot.values.corpus === 'own' ? source.text?.bytes : undefined;
  // A checkpoint does not tell its corpus: the one on show may be it.
  const preset = session.presetOf(slot) ?? session.presetOf(session.slot(store.get('model')));
  return phrasesFor(store.values, { preset, vocabulary, known, bytes: own });
}

const oneBlank = (/** @type {string[]} */ words) =>
  words.filter((word) => word === '_').length === 1;

/** Next word, blank and sentence, as they are asked now. @param {Session} session @param {Slot} slot */
export async function predict(session, slot) {
  const { model, known } = slot;
  if (!can(slot, 'next') && !can(slot, 'blank')) return;
  const { using, direction } = session.store.values;
  const phrases = asked(session, slot);
  const next = wordsOf(phrases.next, known);
  const blank = wordsOf(phrases.blank, known, { blank: true });
  const scored = wordsOf(phrases.scored, known);
  const sides = can(slot, 'backward') ? { using } : {};
  const given = blank.filter((word) => word !== '_');
  const results = await Promise.all([
    can(slot, 'next') &&
      answer(slot, next, 'items', () => model.predictNext(next, { topn: SHOWN })),
    can(slot, 'blank') &&
      (oneBlank(blank)
        ? answer(slot, given, 'items', () => model.predictMiddle(blank, { topn: SHOWN, ...sides }))
        : { words: given, error: { code: 'NoBlank' } }),
    can(slot, 'score') &&
      answer(slot, scored, 'score', () =>
        model.scoreSentence(scored, can(slot, 'backward') ? { direction } : {}),
      ),
    can(slot, 'generate') && !slot.running && isTrained(slot) && generate(session, slot),
  ]);
  if (slot.model !== model) return;
  const names = ['next', 'blank', 'scored', 'generated'];
  const fresh = names.map((name, i) => [name, results[i]]).filter(([, result]) => result);
  slot.predictions = { ...slot.predictions, ...Object.fromEntries(fresh) };
}

/** @param {Session} session @param {Slot} slot */
function generate(session, slot) {
  const { length, temperature, topK, draw } = session.store.values;
  const prompt = wordsOf(asked(session, slot).prompt, slot.known);
  return answer(slot, prompt, 'text', () =>
    slot.model.generate({ prompt, length, temperature, topK, seed: draw }),
  );
}

/** ELMo's vectors of two sentences, every layer. @param {Session} session @param {Slot} slot */
export async function lookAtContexts(session, slot) {
  const { model, known } = slot;
  if (!can(slot, 'contexts')) return;
  const phrases = asked(session, slot);
  const layers = Array.from({ length: slot.values.layers + 1 }, (_, layer) => layer);
  const look = (/** @type {string} */ text) => {
    const words = wordsOf(text, known);
    if (!words.length) return { words, error: { code: 'NoWords' } };
    return answer(slot, words, 'layers', () =>
      Promise.all(layers.map((layer) => model.contextVectors(words, { layer }))),
    );
  };
  const [first, second] = await Promise.all([look(phrases.first), look(phrases.second)]);
  if (slot.model === model) slot.contexts = { first, second };
}

/** The two words compared. @param {Session} session @param {Slot} slot @returns {[number, number]} */
export function comparedPlaces(session, slot) {
  const { first, second } = slot.contexts ?? {};
  if (!first || !second) return [0, 0];
  const rank = (/** @type {string} */ word) =>
    slot.vocabulary.findIndex((entry) => entry.word === word);
  return placesIn(first.words, second.words, { places: session.store.get('places'), rank });
}

/**
 * The perplexities of the n-grams, once; with the model's as often as it has come to rest elsewhere.
 * @param {Session} session @param {Slot} slot
 */
export async function measure(session, slot) {
  const { model, perplexities } = slot;
  if (!can(slot, 'heldout') || !(model.info.heldoutTokens > 0) || !isTrained(slot)) return;
  const step = slot.report?.step ?? 0;
  if (perplexities && (slot.running || perplexities.step === step)) return;
  const measured = await model.perplexities();
  if (slot.model !== model) return;
  slot.perplexities = { ...measured, step };
  if (slot.run) slot.run.baselines = measured;
  session.changed();
}
