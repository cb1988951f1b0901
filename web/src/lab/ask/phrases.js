import { beginning } from '../../text/own-text.js';
import { spellingIn } from '../../text/spelling.js';

/** Parses typed words, and chooses the example sentences for readers who have typed none. */

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const EDGES = /^[^\p{L}\p{M}\p{N}\p{S}]+|[^\p{L}\p{M}\p{N}\p{S}]+$/gu; // punctuation around a word
const LONGEST = 8; // longest word, in characters, that is searched in unspaced text

/**
 * Splits unspaced text: at each place the longest known word is taken.
 * @param {Set<string>} known
 */
function longestMatches(/** @type {string} */ text, known) {
  const characters = [...text];
  const words = [];
  let unknown = '';
  const flush = () => {
    if (unknown) words.push(unknown);
    unknown = '';
  };
  for (let at = 0; at < characters.length; ) {
    let size = Math.min(LONGEST, characters.length - at);
    while (size > 0 && !known.has(characters.slice(at, at + size).join(''))) size -= 1;
    if (size > 0) {
      flush();
      words.push(characters.slice(at, at + size).join(''));
    } else unknown += characters[at];
    at += Math.max(1, size);
  }
  flush();
  return words;
}

/**
 * The words of a typed line. A word of the vocabulary is kept; otherwise it is tried in lower case,
 * then without punctuation. Chinese may be typed without spaces.
 * @param {string} text @param {Set<string>} known @param {{blank?: boolean}} [options] `blank`: _
 *   is a missing word
 */
export function wordsOf(text, known, { blank = false } = {}) {
  const spaced = blank ? text.replaceAll('_', ' _ ').replaceAll('＿', ' _ ') : text;
  const chunks = spaced.split(/\s+/).filter(Boolean);
  return chunks.flatMap((chunk) => {
    if (blank && chunk === '_') return [chunk];
    const inner = chunk.replace(EDGES, ''); // “node.js,” is asked for node.js
    for (const form of [chunk, chunk.toLowerCase(), inner, inner.toLowerCase()]) {
      const whole = form && spellingIn(known, form);
      if (whole) return [whole];
    }
    const bare = chunk
      .normalize()
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter(Boolean);
    return bare.flatMap((part) => {
      if (HAN.test(part)) return longestMatches(part, known);
      return [
        spellingIn(known, part) ?? spellingIn(known, part.toLowerCase()) ?? part.toLowerCase(),
      ];
    });
  });
}

/** @typedef {{next: string, blank: string, scored: string, prompt: string, first: string, second: string, third: string}} Phrases */

/** @type {Record<string, Phrases>} */
const EXAMPLES = {
  'relations-en': {
    next: 'the queen left the',
    blank: 'at the chapel the _ found her ring',
    scored: 'the king left the throne with his sceptre',
    prompt: 'people in the',
    first: 'this sweet apple came from the market',
    second: 'the phone from apple pleased its managers',
    third: 'one sweet apple lay in the basket',
  },
  'relations-zh': {
    next: '王后 带 着 她 的',
    blank: '国王 带 着 他 的 _ 离开 宝座',
    scored: '国王 带 着 他 的 王冠 离开 宝座',
    prompt: '游客 在',
    first: '果园 的 苹果 今天 特别 多汁',
    second: '苹果 的 手机 让 设计师 很 满意',
    third: '一些 新鲜 的 苹果 来自 水果店',
  },
  'polysemy-en-2': {
    next: 'farmers say this year apple sales',
    blank: 'farmers say this year _ sales need sunshine',
    scored: 'farmers say this year apple sales need sunshine',
    prompt: 'swimmers',
    first: 'farmers say this year apple sales need sunshine',
    second: 'programmers say this year apple sales need software',
  },
  'polysemy-zh-2': {
    next: '果农 说 今年 苹果 其实',
    blank: '程序员 说 今年 _ 其实 离不开 软件',
    scored: '果农 说 今年 苹果 其实 离不开 阳光',
    prompt: '会计 发现',
    first: '果农 说 今年 苹果 其实 离不开 阳光',
    second: '程序员 说 今年 苹果 其实 离不开 软件',
  },
  'polysemy-en': {
    next: 'farmers praise this very old',
    blank: 'farmers praise another _ this year for sunshine',
    scored: 'farmers praise another apple this year for sunshine',
    prompt: 'swimmers',
    first: 'farmers praise another apple this year for sunshine',
    second: 'programmers say that same apple again needs software',
    third: 'cooks say another apple again needs orchards',
  },
  'polysemy-zh': {
    next: '果农 相信 说到底 还是',
    blank: '程序员 知道 连 _ 今年 少不了 软件',
    scored: '果农 相信 说到底 还是 苹果 现在 也 带来 阳光',
    prompt: '会计 发现',
    first: '果农 相信 说到底 还是 苹果 现在 也 带来 阳光',
    second: '程序员 知道 连 苹果 今年 少不了 软件',
    third: '水果商 说 说到底 还是 苹果 今年 带来 果园',
  },
  'state-of-the-union': {
    next: 'the house of',
    blank: 'the constitution of the _ states',
    scored: 'i thank the congress of the united states',
    prompt: 'the people of',
    first: 'the bank of the united states',
    second: 'the bank of the river',
    third: 'the charter of the bank',
  },
};

/** The first sentences of a text as words. @param {Uint8Array} bytes @param {Set<string>} known */
function firstSentences(bytes, known) {
  return beginning(bytes, 6000)
    .split(/[\n.!?。！？]+/)
    .map((line) => wordsOf(line, known).filter((word) => known.has(word)))
    .filter((words) => words.length >= 3 && words.length <= 30);
}

/**
 * Questions about sentences of the corpus: one sentence is cut short, one has a blank, three have a
 * word in common.
 */
function fromSentences(/** @type {string[][]} */ sentences) {
  const line = sentences.find((words) => words.length >= 5) ?? sentences[0];
  const shares = (/** @type {string[]} */ words) =>
    words !== line && words.some((word) => line.includes(word) && word.length > 1);
  const second = sentences.find(shares) ?? sentences.at(-1) ?? line;
  const third = sentences.find((words) => words !== second && shares(words)) ?? line;
  const hole = Math.floor(line.length / 2);
  const text = line.join(' ');
  return {
    next: line.slice(0, Math.ceil(0.6 * line.length)).join(' '),
    blank: line.map((word, i) => (i === hole ? '_' : word)).join(' '),
    scored: text,
    prompt: line.slice(0, 2).join(' '),
    first: text,
    second: second.join(' '),
    third: third.join(' '),
  };
}

/**
 * The phrases to use: the reader's, else the corpus's examples, else its first sentences.
 * @param {Pick<import('../table.js').Values, keyof Phrases>} values
 * @param {{preset?: {id: string, phrases?: Phrases}, vocabulary: Array<{word: string}>, known: Set<string>, bytes?: Uint8Array}} of
 * @returns {Phrases}
 */
export function phrasesFor(values, { preset, vocabulary, known, bytes }) {
  const suited = preset?.phrases ?? EXAMPLES[preset?.id ?? ''];
  const knows = (/** @type {string} */ text) =>
    known.size === 0 || wordsOf(text, known).every((word) => known.has(word));
  const given = suited && knows(suited.scored) ? suited : example(vocabulary, known, bytes);
  /** @type {(keyof Phrases)[]} */
  const names = ['next', 'blank', 'scored', 'prompt', 'first', 'second', 'third'];
  return /** @type {Phrases} */ (
    Object.fromEntries(names.map((name) => [name, values[name] ?? given[name] ?? '']))
  );
}

/** @type {WeakMap<Set<string>, Phrases>} */
const found = new WeakMap();

function example(
  /** @type {Array<{word: string}>} */ vocabulary,
  /** @type {Set<string>} */ known,
  /** @type {Uint8Array | undefined} */ bytes,
) {
  const before = found.get(known);
  if (before) return before;
  const sentences = bytes ? firstSentences(bytes, known) : [];
  const words = vocabulary.slice(0, 4).map((entry) => entry.word);
  const made = fromSentences(sentences.length ? sentences : [words]);
  if (known.size) found.set(known, made);
  return made;
}

/**
 * The word of a further sentence that is compared: the reader's choice, else the same word, else a
 * word that both have.
 * @param {string[]} words @param {string} word the compared word of the first sentence
 * @param {number | undefined} chosen
 */
export function placeOf(words, word, chosen) {
  if (chosen !== undefined && chosen < words.length) return chosen;
  return Math.max(0, words.indexOf(word));
}

/**
 * The words of two sentences to compare: the reader's choice, else the rarest common word.
 * @param {string[]} first @param {string[]} second
 * @param {{places: number[] | null, rank: (word: string) => number}} options
 * @returns {[number, number]}
 */
export function placesIn(first, second, { places, rank }) {
  if (places && places[0] < first.length && places[1] < second.length) {
    return [places[0], places[1]];
  }
  let best = -1;
  for (let i = 0; i < first.length; i++) {
    const better = best < 0 || rank(first[i]) > rank(first[best]);
    if (second.includes(first[i]) && better) best = i;
  }
  return best < 0 ? [0, 0] : [best, second.indexOf(first[best])];
}
