/**
 * The relations corpus: toy sentences from which word vectors learn parallel offsets.
 *
 * Design. Every word is a set of features: king = {royal role, male}, paris = {pair of France,
 * city}. A sentence is a template; each of its slots is drawn from one feature's pool of words,
 * independently of every other slot. So for a word w with features f, g and a context word c,
 *
 *   P(c | w) / P(c) = (contribution of f) · (contribution of g),
 *
 * the pointwise mutual information is additive in the features, and the vectors of Word2Vec, which
 * factorise a shifted PMI matrix (Levy & Goldberg 2014), satisfy king − man + woman ≈ queen.
 *
 * A polyseme (apple: fruit, company) takes half of the sentences of both its senses. The other half
 * goes to three twins per sense, words that have this sense alone. One vector must serve both
 * senses, so it settles between the two groups of twins.
 *
 * Only integer arithmetic is used: every JavaScript engine writes the same bytes.
 */
import { english } from './lexicon-en.js';
import { chinese } from './lexicon-zh.js';
import { Random } from './random.js';

/**
 * @typedef {Record<string, string[]>} Slots  slot name → the words it is drawn from
 * @typedef {object} Sense
 * @property {string} word the polyseme
 * @property {string[]} twins words that have this sense only
 * @property {string[]} before first pool of cue words
 * @property {string[]} after second pool of cue words
 * @property {string[]} templates
 *
 * @typedef {{words: string[], [slot: string]: string[]}} Role two words and the pools they share
 *
 * @typedef {object} Lexicon
 * @property {{genders: Slots[], roles: Role[], templates: string[]}} people words: [male, female]
 * @property {{types: Slots[], pairs: Role[], templates: string[]}} places words: [city, country]
 * @property {{words: string[], slots: Slots, templates: string[]}} animals
 * @property {Sense[]} senses
 * @property {{animals: string[], plants: string[], companies: string[]}} groups beyond the obvious
 *
 * @typedef {{slots: Slots, templates: string[]}} Head  a word in one of its senses
 * @typedef {{share: number, heads: Head[]}} Topic  share: percent of the sentences
 * @typedef {{section: string, a: string, b: string, c: string, d: string}} Analogy
 * @typedef {{text: string, groups: Record<string, string>, analogies: Analogy[]}} Relations
 */

export const lexicons = { en: english, zh: chinese };

const MAX_SENTENCES = 200_000; // about 10 MB

/** @param {string} parameter @param {unknown} value @param {string} permitted */
function badParameter(parameter, value, permitted) {
  const data = { code: 'BadParameter', parameter, value: String(value), permitted };
  return Object.assign(new RangeError(`${parameter} must be ${permitted}; it is ${value}.`), data);
}

/** @param {string} name @param {unknown} value @param {number} low @param {number} high */
function checkInteger(name, value, low, high) {
  if (!Number.isInteger(value) || Number(value) < low || Number(value) > high) {
    throw badParameter(name, value, `a whole number from ${low} to ${high}`);
  }
}

/** One head per (row, column): both features' pools, and the word itself under `slot`. */
function crossed(
  /** @type {Role[]} */ rows,
  /** @type {Slots[]} */ columns,
  /** @type {string} */ slot,
) {
  return rows.flatMap(({ words, ...shared }) =>
    columns.map((column, i) => ({ ...shared, ...column, [slot]: [words[i]] })),
  );
}

/** Three turns for the polyseme, one for each of its three twins. @param {Sense} sense */
function senseHeads({ word, twins, before, after, templates }) {
  return twins
    .flatMap((twin) => [word, twin])
    .map((head) => ({ slots: { word: [head], before, after }, templates }));
}

/** @param {Lexicon} lexicon @returns {Topic[]} */
export function topicsOf({ people, places, animals, senses }) {
  const withTemplates = (/** @type {Slots[]} */ list, /** @type {string[]} */ templates) =>
    list.map((slots) => ({ slots, templates }));
  return [
    {
      share: 40,
      heads: withTemplates(crossed(people.roles, people.genders, 'person'), people.templates),
    },
    {
      share: 22,
      heads: withTemplates(crossed(places.pairs, places.types, 'place'), places.templates),
    },
    {
      share: 8,
      heads: withTemplates(
        animals.words.map((word) => ({ ...animals.slots, animal: [word] })),
        animals.templates,
      ),
    },
    { share: 30, heads: senses.flatMap(senseHeads) },
  ];
}

/**
 * Which head each sentence is about. Shares are met to the sentence, the heads of a topic
 * take turns, then the order is shuffled.
 * @param {Topic[]} topics @param {number} sentences @param {Random} random
 */
function plan(topics, sentences, random) {
  /** @type {Head[]} */
  const heads = [];
  let share = 0;
  for (const topic of topics) {
    share += topic.share;
    const end = Math.floor((sentences * share) / 100);
    for (let turn = 0; heads.length < end; turn++) {
      heads.push(topic.heads[turn % topic.heads.length]);
    }
  }
  return random.shuffle(heads);
}

/** @param {Head} head @param {Random} random */
function sentenceAbout({ slots, templates }, random) {
  return random.pick(templates).replace(/\{(\w+)\}/g, (_, slot) => random.pick(slots[slot]));
}

/** All a:b = c:d over ordered pairs of different rows, in both directions. */
function analogiesOver(/** @type {string} */ section, /** @type {Role[]} */ rows) {
  return rows.flatMap(({ words: [a, b] }, i) =>
    rows.flatMap(({ words: [c, d] }, j) =>
      i === j
        ? []
        : [
            { section, a, b, c, d },
            { section, a: b, b: a, c: d, d: c },
          ],
    ),
  );
}

/** Word → group, for colouring. A polyseme belongs to no group: that is its point. */
export function relationsGroups(/** @type {'en' | 'zh'} */ language) {
  const { people, places, animals, groups } = lexicons[language];
  const lists = {
    people: people.roles.flatMap(({ words }) => words),
    countries: places.pairs.map(({ words }) => words[1]),
    capitals: places.pairs.map(({ words }) => words[0]),
    plants: groups.plants,
    companies: groups.companies,
    animals: [...animals.words, ...groups.animals],
  };
  return Object.fromEntries(
    Object.entries(lists).flatMap(([group, words]) => words.map((word) => [word, group])),
  );
}

/** Sections gender (king:queen = man:woman) and capital (paris:france = rome:italy). */
export function relationsAnalogies(/** @type {'en' | 'zh'} */ language) {
  const { people, places } = lexicons[language];
  return [...analogiesOver('gender', people.roles), ...analogiesOver('capital', places.pairs)];
}

/**
 * One sentence a line, words separated by single spaces, no punctuation, a line feed at the end.
 * @param {{language?: 'en' | 'zh', seed?: number, sentences?: number}} [options]
 * @returns {Relations}
 */
export function generateRelations({ language = 'en', seed = 1, sentences = 8000 } = {}) {
  if (!Object.hasOwn(lexicons, language)) throw badParameter('language', language, 'en or zh');
  checkInteger('seed', seed, 0, 0xffffffff);
  checkInteger('sentences', sentences, 1, MAX_SENTENCES);

  const random = new Random(seed);
  const heads = plan(topicsOf(lexicons[language]), sentences, random);
  const lines = heads.map((head) => sentenceAbout(head, random));
  return {
    text: `${lines.join('\n')}\n`,
    groups: relationsGroups(language),
    analogies: relationsAnalogies(language),
  };
}

/** The questions in the format of word2vec's and gensim's evaluation: `: section`, then a b c d. */
export function analogiesText(/** @type {Analogy[]} */ analogies) {
  const sections = [...new Set(analogies.map(({ section }) => section))];
  return sections
    .map((name) => {
      const rows = analogies.filter(({ section }) => section === name);
      return `: ${name}\n${rows.map(({ a, b, c, d }) => `${a} ${b} ${c} ${d}\n`).join('')}`;
    })
    .join('');
}
