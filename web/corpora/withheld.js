/**
 * Word combinations that do not occur in the training text, so that held-out sentences cannot be
 * predicted by memory alone.
 *
 * Bengio et al. (2003, §1): having seen "the cat is walking in the bedroom", a model should expect
 * "a dog was running in a room", because similar words have similar vectors. A trigram cannot
 * expect it, because it uses only the combinations that it has counted. A combination is therefore
 * an ordered pair of words drawn from two slots, the second one or two positions after the first:
 * the reach of a trigram. Withheld pairs (a, b) never occur in this order and distance in the
 * training text. Every held-out sentence contains one.
 *
 * A withheld pair must be inferable: there are a′ and b′, drawn from the same pools, such that (a,
 * b′), (a′, b) and (a′, b′) are all allowed in training.
 */
import { plan, sentenceAbout } from './grammar.js';
import { Random } from './random.js';

/**
 * @typedef {import('./grammar.js').Head} Head
 * @typedef {import('./grammar.js').Topic} Topic
 * @typedef {{firsts: string[], seconds: string[], possible: Set<string>}} Kind
 *   the pairs that two slots can form; a pair is written "a b"
 */

export const REACH = 2; // a trigram uses the two previous words
const MOST = 5; // at most one pair in five of a kind is withheld

/** The slots of a template that are within reach of each other. @param {string} template */
function neighbouringSlots(template) {
  const slots = template.split(' ').map((token) => token.match(/^\{(\w+)\}$/)?.[1]);
  return slots.flatMap((first, i) =>
    slots
      .slice(i + 1, i + 1 + REACH)
      .flatMap((second) => (first && second ? [{ first, second }] : [])),
  );
}

/** @param {Head[]} heads @returns {Kind[]} one per pair of slot names */
function kindsOf(heads) {
  /** @type {Map<string, {firsts: Set<string>, seconds: Set<string>, possible: Set<string>}>} */
  const kinds = new Map();
  for (const { slots, templates } of heads) {
    for (const { first, second } of templates.flatMap(neighbouringSlots)) {
      const name = `${first} ${second}`;
      const empty = { firsts: new Set(), seconds: new Set(), possible: new Set() };
      const kind = kinds.get(name) ?? /** @type {typeof empty} */ (empty);
      kinds.set(name, kind);
      for (const a of slots[first]) {
        for (const b of slots[second]) {
          kind.firsts.add(a);
          kind.seconds.add(b);
          kind.possible.add(`${a} ${b}`);
        }
      }
    }
  }
  return [...kinds.values()].map(({ firsts, seconds, possible }) => ({
    firsts: [...firsts],
    seconds: [...seconds],
    possible,
  }));
}

/**
 * Whether (a, b) can be inferred from three pairs that remain.
 * @param {Kind} kind @param {Set<string>} withheld
 */
function inferable({ firsts, seconds, possible }, withheld, /** @type {string} */ pair) {
  const [a, b] = pair.split(' ');
  const seen = (/** @type {string} */ x, /** @type {string} */ y) =>
    possible.has(`${x} ${y}`) && !withheld.has(`${x} ${y}`);
  return firsts.some((x) => seen(x, b) && seconds.some((y) => seen(a, y) && seen(x, y)));
}

const SHUFFLE_SEED = 1;

/**
 * Distributes the withheld pairs evenly: the next pair is the one whose words have lost the fewest
 * pairs so far. Equal pairs are shuffled; without this, a place would always lose the men.
 * @param {Kind} kind
 */
function withholdFrom(kind) {
  /** @type {Set<string>} */
  const withheld = new Set();
  /** @type {Map<string, number>} word → number of withheld pairs that contain it */
  const lost = new Map();
  const candidates = new Set(new Random(SHUFFLE_SEED).shuffle([...kind.possible]));
  const loss = (/** @type {string} */ pair) =>
    pair.split(' ').reduce((sum, word) => sum + (lost.get(word) ?? 0), 0);
  while (candidates.size && (withheld.size + 1) * MOST <= kind.possible.size) {
    let [best] = candidates;
    for (const pair of candidates) if (loss(pair) < loss(best)) best = pair;
    candidates.delete(best);
    const tried = new Set([...withheld, best]);
    if (![...tried].every((pair) => inferable(kind, tried, pair))) continue;
    withheld.add(best);
    for (const word of best.split(' ')) lost.set(word, (lost.get(word) ?? 0) + 1);
  }
  return [...withheld];
}

/** The pairs to withhold; the same topics give the same pairs. @param {Topic[]} topics */
export function withheldPairs(topics) {
  return new Set(topics.flatMap(({ heads }) => kindsOf(heads)).flatMap(withholdFrom));
}

/**
 * Whether a sentence contains a withheld pair.
 * @param {string} line @param {Set<string>} withheld
 */
export function holdsWithheld(line, withheld) {
  const words = line.split(' ');
  return words.some((word, i) =>
    words.slice(i + 1, i + 1 + REACH).some((next) => withheld.has(`${word} ${next}`)),
  );
}

/**
 * The held-out sentences: topics in their shares; heads that have a withheld pair, in turn.
 * @param {Topic[]} topics @param {Set<string>} withheld @param {number} sentences
 * @param {Random} random
 */
export function heldoutLines(topics, withheld, sentences, random) {
  const hasOne = (/** @type {Head} */ head) =>
    kindsOf([head]).some(({ possible }) => [...possible].some((pair) => withheld.has(pair)));
  const able = topics.map(({ share, heads }) => ({ share, heads: heads.filter(hasOne) }));
  return plan(able, sentences, random).map((head) =>
    sentenceAbout(head, random, (line) => holdsWithheld(line, withheld)),
  );
}
