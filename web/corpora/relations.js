/**
 * The relations corpus: toy sentences from which word vectors learn parallel offsets.
 *
 * Design. Every word is a set of features: king = {royal role, male}, paris = {pair of France,
 * city}. A sentence is a template. Each of its slots is drawn from the pool of words of one
 * feature, independently of all other slots. For a word w with features f, g and a context word c,
 * therefore,
 *
 *   P(c | w) / P(c) = (contribution of f) · (contribution of g),
 *
 * the pointwise mutual information is additive in the features, and the vectors of Word2Vec, which
 * factorise a shifted PMI matrix (Levy & Goldberg 2014), satisfy king − man + woman ≈ queen.
 *
 * A polyseme (apple: fruit, company) is in half of the sentences of each of its senses. The other
 * half has three twins per sense: words that have only this sense. The polyseme has one vector for
 * both senses, so this vector ends between the two groups of twins.
 *
 * Held-out sentences use word combinations that never occur in training (withheld.js).
 */
import { checkOptions } from './checks.js';
import { plan, sentenceAbout, textOf } from './grammar.js';
import { english } from './lexicon-en.js';
import { chinese } from './lexicon-zh.js';
import { Random } from './random.js';
import { heldoutLines, holdsWithheld, withheldPairs } from './withheld.js';

/**
 * @typedef {import('./grammar.js').Slots} Slots
 * @typedef {import('./grammar.js').Topic} Topic
 *
 * @typedef {object} Sense
 * @property {string} word the polyseme
 * @property {string[]} twins words that have only this sense
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
 * @typedef {{section: string, a: string, b: string, c: string, d: string}} Analogy
 * @typedef {object} Relations
 * @property {string} text for training
 * @property {string} heldout sentences with combinations that are not in the text
 * @property {Record<string, string>} groups word → group
 * @property {Analogy[]} analogies
 */

export const lexicons = { en: english, zh: chinese };

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

/** The polyseme three times, each of its three twins once. @param {Sense} sense */
function senseHeads({ word, twins, before, after, templates }) {
  return twins
    .flatMap((twin) => [word, twin])
    .map((head) => ({ slots: { word: [head], before, after }, templates }));
}

const withTemplates = (/** @type {Slots[]} */ list, /** @type {string[]} */ templates) =>
  list.map((slots) => ({ slots, templates }));

/** Sentences about people: one head per role and gender. @param {Lexicon} lexicon */
export const peopleOf = ({ people }) =>
  withTemplates(crossed(people.roles, people.genders, 'person'), people.templates);

/** Sentences about places: one head per city and country. @param {Lexicon} lexicon */
export const placesOf = ({ places }) =>
  withTemplates(crossed(places.pairs, places.types, 'place'), places.templates);

/** @param {Lexicon} lexicon @returns {Topic[]} */
export function topicsOf(lexicon) {
  const { animals, senses } = lexicon;
  return [
    { share: 40, heads: peopleOf(lexicon) },
    { share: 22, heads: placesOf(lexicon) },
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

/** Word → group, for colouring. A polyseme belongs to no group, because it has two senses. */
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
 * One sentence per line, words separated by single spaces, no punctuation, a line feed at the end.
 * With `heldout` 0, no combination is withheld from the training text.
 * @param {Partial<import('./checks.js').GeneratorOptions>} [options]
 * @returns {Relations}
 */
export function generateRelations(options = {}) {
  const { language = 'en', seed = 1, sentences = 8000, heldout = 0.1 } = options;
  checkOptions({ language, seed, sentences, heldout });
  const random = new Random(seed);
  const topics = topicsOf(lexicons[language]);
  const withheld = heldout > 0 ? withheldPairs(topics) : new Set();
  const heads = plan(topics, sentences, random);
  const lines = heads.map((head) =>
    sentenceAbout(head, random, (line) => !holdsWithheld(line, withheld)),
  );
  const extra = Math.ceil(sentences * heldout);
  return {
    text: textOf(lines),
    heldout: textOf(heldoutLines(topics, withheld, extra, random)),
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
