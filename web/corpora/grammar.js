/**
 * Sentences from templates. A head is a word with the pools that its sentences draw from; a topic
 * is a list of heads with a share of the text. Only integer arithmetic is used: every JavaScript
 * engine writes the same bytes.
 *
 * @typedef {import('./random.js').Random} Random
 * @typedef {Record<string, string[]>} Slots  slot name → the words it is drawn from
 * @typedef {object} Head a word in one of its senses
 * @property {Slots} slots
 * @property {string[]} templates words and {slots}, separated by spaces
 * @property {{word: string, sense: number}} [label] of a polyseme: which sense is meant
 * @typedef {{share: number, heads: Head[]}} Topic  share: percent of the sentences
 */

/**
 * Which head each sentence is about. Shares are met to the sentence, the heads of a topic
 * take turns, then the order is shuffled.
 * @param {Topic[]} topics @param {number} sentences @param {Random} random
 */
export function plan(topics, sentences, random) {
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

/**
 * Draws sentences until one is wanted.
 * @param {Head} head @param {Random} random @param {(line: string) => boolean} wanted
 */
export function sentenceAbout({ slots, templates }, random, wanted) {
  for (;;) {
    const template = random.pick(templates);
    const line = template.replace(/\{(\w+)\}/g, (_, slot) => random.pick(slots[slot]));
    if (wanted(line)) return line;
  }
}

/** All the sentences about a head. @param {Head} head @returns {string[]} */
export function everySentence({ slots, templates }) {
  /** @type {(line: string) => string[]} */
  const expand = (line) => {
    const slot = line.match(/\{(\w+)\}/)?.[1];
    if (!slot) return [line];
    return slots[slot].flatMap((word) => expand(line.replace(`{${slot}}`, word)));
  };
  return templates.flatMap(expand);
}

/** One sentence a line, words separated by single spaces. @param {string[]} lines */
export const textOf = (lines) => lines.map((line) => `${line}\n`).join('');
