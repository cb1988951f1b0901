/**
 * The polysemy corpus: sentences in which only words at some distance determine the sense of a
 * word.
 *
 * A frame is cue … filler, polyseme, filler … cue: "farmers say this year apple sales need
 * sunshine", "engineers say this year apple sales need chips". One to three neutral words on each
 * side of the polyseme are the same in both senses, so a bigram or trigram cannot distinguish them.
 * There are cues on both sides, so a model that reads forwards and one that reads backwards both
 * can. Each sense has three twins: words that have only this sense and occur in the same frames.
 * The polyseme is in half of the sentences of each of its senses. 72 of 100 sentences are of this
 * kind; the others, about people and places, come from the relations corpus.
 *
 * The sense of each sentence is stored separately from the text. It is used only for evaluation,
 * never for training. One in six of all sentences that the grammar can generate is held out: it
 * never occurs in the training text.
 */
import { checkOptions, LATEST } from './checks.js';
import * as firstEnglish from './first-edition/polysemy-en.js';
import * as firstChinese from './first-edition/polysemy-zh.js';
import { everySentence, plan, sentenceAbout, textOf } from './grammar.js';
import { english } from './polysemy-en.js';
import { chinese } from './polysemy-zh.js';
import { Random } from './random.js';
import { lexicons, peopleOf, placesOf, relationsAnalogies, relationsGroups } from './relations.js';

/**
 * @typedef {import('./grammar.js').Head} Head
 * @typedef {'en' | 'zh'} Language
 *
 * @typedef {object} Sense
 * @property {string} name its id: 'fruit', 'company', …
 * @property {string} group of the twins
 * @property {string[]} twins words that have only this sense
 * @property {string[]} before cues to the left
 * @property {string[]} after cues to the right, one for each on the left
 * @property {string[]} templates
 * @property {{left: string[], right: string[]}} fillers one to three words each
 * @typedef {{word: string, senses: [Sense, Sense]}} Polyseme
 *
 * @typedef {{word: string, sense: number}} Label the polyseme of a sentence, and its sense
 * @typedef {{names: string[], cues: string[][], twins: string[][]}} Senses one entry per sense
 * @typedef {object} Polysemy
 * @property {string} text for training
 * @property {string} heldout sentences that are not in the text
 * @property {string[]} words the polysemes
 * @property {Record<string, Senses>} senses polyseme → its senses
 * @property {{train: (Label | null)[], heldout: (Label | null)[]}} labels one per sentence
 * @property {Record<string, string>} groups word → group; a polyseme belongs to none
 */

/**
 * The polysemes by edition and language. The second edition holds only sentences that people could
 * say; the first remains for links that promise its weights.
 */
const editions = {
  1: { en: firstEnglish.english, zh: firstChinese.chinese },
  2: { en: english, zh: chinese },
};
export const polysemes = editions[2];

/**
 * Shares of the topics, in percent. The ladder's text is used for analogies too, so it has more
 * people.
 */
const mixes = {
  polysemy: { senses: 72, people: 18, places: 10 },
  ladder: { senses: 48, people: 34, places: 18 },
};

/**
 * Cues come in pairs: a model that remembers the left one predicts the right one better. Per pair,
 * the polyseme is used three times and each of its three twins once.
 * @param {Polyseme} polyseme
 */
function headsOf({ word, senses }) {
  return senses.flatMap(({ twins, before, after, templates, fillers }, sense) =>
    before.flatMap((cue, i) => {
      const cues = { before: [cue], after: [after[i]] };
      /** @type {(head: string) => Head} */
      const head = (name) => ({ slots: { word: [name], ...cues, ...fillers }, templates });
      return twins.flatMap((twin) => [{ ...head(word), label: { word, sense } }, head(twin)]);
    }),
  );
}

const encoder = new TextEncoder();

/**
 * Whether a sentence is held out. One in six is, chosen by its FNV-1a hash, so without a pattern.
 */
export function isHeldOut(/** @type {string} */ line) {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(line)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash % 6 === 0;
}

/**
 * Word → group, for colouring.
 * @param {Language} language @param {import('./checks.js').Edition} [edition]
 */
export function polysemyGroups(language, edition = LATEST) {
  const isPlaceOrPerson = (/** @type {[string, string]} */ [, group]) =>
    ['people', 'countries', 'capitals'].includes(group);
  const twins = editions[edition][language].flatMap(({ senses }) =>
    senses.flatMap((sense) => sense.twins.map((twin) => [twin, sense.group])),
  );
  return Object.fromEntries([
    ...Object.entries(relationsGroups(language)).filter(isPlaceOrPerson),
    ...twins,
  ]);
}

/** The senses of each polyseme, with their cues and twins. @param {Polyseme[]} list */
const sensesOf = (list) =>
  Object.fromEntries(
    list.map(({ word, senses }) => [
      word,
      {
        names: senses.map(({ name }) => name),
        cues: senses.map(({ before, after }) => [...before, ...after]),
        twins: senses.map(({ twins }) => twins),
      },
    ]),
  );

/**
 * @param {import('./checks.js').GeneratorOptions} options @param {keyof typeof mixes} mix
 * @returns {Polysemy}
 */
function generate(options, mix) {
  checkOptions(options);
  const { language, seed, sentences, heldout, edition = LATEST } = options;
  const list = editions[edition][language];
  const random = new Random(seed);
  const shares = mixes[mix];
  const topics = [
    { share: shares.senses, heads: list.flatMap(headsOf) },
    { share: shares.people, heads: peopleOf(lexicons[language]) },
    { share: shares.places, heads: placesOf(lexicons[language]) },
  ];
  const part = (/** @type {number} */ size, /** @type {boolean} */ held) => {
    const able = topics.map(({ share, heads }) => ({
      share,
      heads: heads.filter((head) => everySentence(head).some((line) => isHeldOut(line) === held)),
    }));
    const heads = plan(able, size, random);
    const lines = heads.map((head) =>
      sentenceAbout(head, random, (line) => isHeldOut(line) === held),
    );
    return { text: textOf(lines), labels: heads.map(({ label }) => label ?? null) };
  };
  const training = part(sentences, false);
  const extra = part(Math.ceil(sentences * heldout), true);
  return {
    text: training.text,
    heldout: extra.text,
    words: list.map(({ word }) => word),
    senses: sensesOf(list),
    labels: { train: training.labels, heldout: extra.labels },
    groups: polysemyGroups(language, edition),
  };
}

/**
 * One sentence per line, words separated by single spaces; one label per line.
 * @param {Partial<import('./checks.js').GeneratorOptions>} [options]
 */
export function generatePolysemy(options = {}) {
  const { language = 'en', seed = 1, sentences = 5000, heldout = 0.2, edition } = options;
  return generate({ language, seed, sentences, heldout, edition }, 'polysemy');
}

/**
 * The ladder's text: people, places and polysemes in one text, so that every question has an answer
 * in every model.
 * @param {Partial<import('./checks.js').GeneratorOptions>} [options]
 */
export function generateLadder(options = {}) {
  const { language = 'en', seed = 1, sentences = 6000, heldout = 0.1, edition } = options;
  const analogies = relationsAnalogies(language === 'zh' ? 'zh' : 'en');
  return { ...generate({ language, seed, sentences, heldout, edition }, 'ladder'), analogies };
}
