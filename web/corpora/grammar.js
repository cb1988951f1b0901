/**
 * Generates sentences from templates. A head is a word with the pools from which the words of its
 * sentences are drawn; a topic is a list of heads with a share of the text. Only integer arithmetic
 * is used, so every JavaScript engine generates the same bytes.
 *
 * @typedef {import('./random.js').Random} Random
 * @typedef {Record<string, string[]>} Slots  slot name → the words it is drawn from
 * @typedef {object} Head a word in one of its senses
 * @property {Slots} slots
 * @property {string[]} templates words and {slots}, separated by spaces
 * @property {{word: string, sense: number}} [label] of a polyseme: its sense in these sentences
 * @typedef {{share: number, heads: Head[]}} Topic  share: percent of the sentences
 */

/**
 * Chooses the head of each sentence. The shares of the topics are exact to one sentence. The heads
 * of a topic are used in turn; then the order is shuffled.
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
 * Draws sentences until `wanted` accepts one.
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

/** One sentence per line, words separated by single spaces. @param {string[]} lines */
export const textOf = (lines) => lines.map((line) => `${line}\n`).join('');
