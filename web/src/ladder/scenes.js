import { comma } from '../i18n/format.js';
import { GROUPS } from '../plots/marks.js';

/**
 * The scenes of the small maps: words by group, or the occurrences of a polyseme by sense.
 * @typedef {import('./step.js').Step} Step
 * @typedef {import('./session.js').LadderSession} Session
 * @typedef {import('./ladder-map.js').Scene} Scene
 * @typedef {import('./corpus.js').Corpus} Corpus
 * @typedef {typeof import('../i18n/index.js').t} Translate
 */

export { GROUPS };

/** @param {Corpus | null} corpus @returns {string[]} the groups of this corpus */
export function groupsOf(corpus) {
  const found = new Set(Object.values(corpus?.groups ?? {}));
  return GROUPS.filter((group) => found.has(group));
}

/**
 * A sense has the colour of its twins' group.
 * @param {Corpus | null} corpus
 * @param {string} word
 * @returns {number[]}
 */
export const senseGroups = (corpus, word) =>
  corpus?.senses[word].twins.map(([twin]) => GROUPS.indexOf(corpus.groups[twin])) ?? [];

/**
 * The words of the question, which are named on the maps.
 * @param {Session['store']['values']} values
 * @param {Corpus} corpus
 */
export function wordsOfQuestion(values, corpus) {
  const { question, similar, analogy, polyseme } = values;
  if (question === 'similar') return [similar];
  if (question === 'analogy') {
    const [a, b, c] = analogy;
    const known = corpus.analogies.find((one) => one.a === a && one.b === b && one.c === c);
    return known ? [...analogy, known.d] : analogy;
  }
  if (question !== 'senses') return [];
  return [polyseme, ...corpus.senses[polyseme].twins.flat()];
}

/** @type {WeakMap<object, {key: string, scene: Scene}>} */
const made = new WeakMap();

/**
 * The scene of a model; the same object as long as the content is the same.
 * @param {Session} session @param {Step} step @param {Translate} t @returns {Scene}
 */
export function sceneOf(session, step, t) {
  const { corpus, store } = session;
  const plane = store.get('question') === 'analogy' ? step.plane : null;
  const { cloud } = step;
  const shown = plane ?? cloud?.map ?? step.positions;
  const identity = step.rung.id === 'one-hot' && step.state === 'done';
  if (!corpus || (!shown && !identity)) return EMPTY;
  const named = wordsOfQuestion(store.values, corpus);
  const subject = shown ?? step;
  // The comma makes the key depend on the language.
  const key = `${store.get('question')} ${named.join(' ')} ${comma()}`;
  const before = made.get(subject);
  if (before?.key === key) return before.scene;
  const scene = plane
    ? planeScene(corpus, plane, t)
    : cloud?.map
      ? cloudScene(session, cloud, cloud.map, t)
      : wordScene(session, corpus, step, named, t);
  made.set(subject, { key, scene });
  return scene;
}

/** @type {Scene} */
const EMPTY = { kind: 'empty' };

/** @param {Session} session @param {Corpus} corpus @param {Step} step @param {string[]} named @param {Translate} t @returns {Scene} */
function wordScene({ words }, corpus, step, named, t) {
  const groups = words.map((word) => GROUPS.indexOf(corpus.groups[word]));
  const count = words.length;
  if (!step.positions) {
    return { kind: 'identity', count, groups, summary: t('ladder.map.identity', { count }) };
  }
  const names = new Map(
    named
      .map(/** @returns {[number, string]} */ (word) => [words.indexOf(word), word])
      .filter(([i]) => i >= 0),
  );
  const summary = t('ladder.map.words', { count });
  return { kind: 'words', positions: step.positions, groups, names, summary };
}

/** @param {Corpus} corpus @param {NonNullable<Step['plane']>} plane @param {Translate} t @returns {Scene} */
function planeScene({ groups }, { words, positions }, t) {
  const [a, b, c, d] = words;
  return {
    kind: 'plane',
    positions,
    groups: words.map((word) => GROUPS.indexOf(groups[word])),
    names: new Map(words.map((word, i) => [i, word])),
    arrows: [
      { from: 0, to: 1, dashed: false },
      { from: 2, to: 3, dashed: true },
    ],
    summary: t('ladder.map.plane', { a, b, c, d }),
  };
}

/**
 * @param {Session} session @param {import('./look.js').Cloud} cloud
 * @param {import('../api/types.js').SenseMap} map @param {Translate} t @returns {Scene}
 */
function cloudScene({ corpus, store }, { of, typed }, map, t) {
  const colours = senseGroups(corpus, of.word);
  const count = of.senses.length;
  const names = new Map(typed.map((number, i) => [count + i, `${number}`]));
  return {
    kind: 'cloud',
    positions: map.positions,
    groups: [...of.senses.map((sense) => colours[sense]), ...names.keys()].map((group, i) =>
      i < count ? group : -1,
    ),
    hollow: of.heldout,
    pins: store.get('question') === 'senses' ? names : new Map(),
    summary: t('ladder.map.cloud', { count, word: of.word }),
  };
}
