/**
 * The models that can be drawn. A picture reads a model's numbers from what was computed, and says
 * how each came about.
 *
 * @typedef {import('./machine.js').Shown} Shown
 * @typedef {import('./scene.js').Place} Place
 * @typedef {import('./scene.js').Look} Look
 * @typedef {import('./arithmetic.js').Equation} Equation
 *
 * @typedef {object} Picture
 * @property {import('./scene.js').Scene} scene
 * @property {(place: Place) => Equation} forward how a number came about
 * @property {(place: Place) => Equation | null} backward how its gradient did
 * @property {(place: Place) => import('../worker/wasm').Entry | null} entry the core's name for it
 * @property {(place: Place, width: number) => ReturnType<typeof cellStory>} [cell] ELMo: the memory
 *   cell at a place
 * @property {import('./machine.js').Shown['trace']['changes']} changes
 * @property {number} alpha
 * @property {import('./elmo-net.js').ElmoNet} [net] ELMo's
 * @property {import('./elmo-net.js').ElmoNet | null} [other] ELMo's of the second sentence
 * @property {import('./objective-facts.js').Facts | null} [objectives] for the objective cards
 */
import { t } from '../i18n/index.js';
import { cellStory } from './elmo-cell.js';
import { backwardElmo, entryOfElmo, forwardElmo } from './elmo-equations.js';
import { readElmo } from './elmo-net.js';
import { elmoScene } from './elmo-scene.js';
import { backwardNnlm } from './nnlm-blame.js';
import * as nnlm from './nnlm-net.js';
import { nnlmScene } from './nnlm-scene.js';
import { factsOf } from './objective-facts.js';
import { oneHotEquation, oneHotScene, readOneHot } from './one-hot-scene.js';
import { BLAME } from './scene.js';
import { backwardWord2vec } from './word2vec-blame.js';
import * as word2vec from './word2vec-net.js';
import { outputName, word2vecScene } from './word2vec-scene.js';

/** @param {Shown} shown @param {Look} look @returns {Picture} */
function ofNnlm({ trace, weights, words, alpha, example, sentence }, look) {
  const named = [...words.slice(0, -2), t('inside.begins'), t('inside.ends')];
  const ends = example.position >= sentence.length;
  const target = ends ? words.length - 1 : trace.sentence[example.position];
  const net = nnlm.readNnlm(trace, weights, { words: named, alpha, target });
  return {
    scene: nnlmScene(net, look),
    forward: (place) => nnlm.forwardNnlm(net, place),
    backward: (place) => backwardNnlm(net, place),
    entry: (place) => nnlm.entryOf(net, place),
    changes: trace.changes,
    alpha,
  };
}

/** @param {Shown} shown @param {Look} look @returns {Picture} */
function ofWord2vec({ kind, trace, weights, words, alpha, objective, outputs }, look) {
  const about = { words, alpha, objective, model: kind, lane: look.lane };
  const net = word2vec.readWord2vec(trace, weights, about);
  const nameOf = outputName(net);
  return {
    scene: word2vecScene(net, look),
    forward: (place) => word2vec.forwardWord2vec(net, place, nameOf),
    backward: (place) => backwardWord2vec(net, place, nameOf),
    entry: (place) => word2vec.entryOf(net, place),
    changes: trace.changes,
    alpha,
    objectives: outputs && factsOf(net, outputs),
  };
}

/** @param {Shown} shown @param {Look} look @returns {Picture} */
function ofElmo({ trace, weights, words, alpha, example, beside }, look) {
  const named = [...words.slice(0, -2), t('inside.elmo.begins'), t('inside.elmo.ends')];
  const net = readElmo(trace, weights, { words: named, alpha, position: example.position });
  const blamed = look.stop >= BLAME;
  const other = beside?.trace
    ? readElmo(beside.trace, weights, { words: named, alpha, position: beside.position })
    : null;
  return {
    scene: elmoScene(net, look),
    forward: (place) => forwardElmo(net, place),
    backward: (place) => backwardElmo(net, place),
    entry: (place) => entryOfElmo(net, place),
    cell: (place, width) =>
      look.stop < 3 ? null : cellStory(net, place, { blamed, width, other }),
    changes: trace.changes,
    alpha,
    net,
    other,
  };
}

/** One-hot beside the Q of another model. @param {Shown} shown @param {Look} look @returns {Picture} */
function ofOneHot({ weights, words, trace, alpha, example }, look) {
  const Q = weights.get('embedding.weight') ?? weights.get('input.weight') ?? new Float32Array(0);
  const net = readOneHot(Q, words, trace.sentence[example.position]);
  return {
    scene: oneHotScene(net, look),
    forward: (place) => oneHotEquation(net, place),
    backward: () => null,
    entry: () => null,
    changes: [],
    alpha,
  };
}

/** @type {Record<string, (shown: Shown, look: Look) => Picture>} */
const PICTURES = {
  nnlm: ofNnlm,
  cbow: ofWord2vec,
  'skip-gram': ofWord2vec,
  elmo: ofElmo,
  'one-hot': ofOneHot,
  loaded: ofOneHot, // vectors from a file
};

export const isDrawn = (/** @type {string} */ kind) => kind in PICTURES;

/** @param {string} kind of the page @param {Shown} shown @param {Look} look */
export const pictureOf = (kind, shown, look) => PICTURES[kind](shown, look);

/** Whether a row is looked up, and nothing else. @param {string} kind */
export const isLookUp = (kind) => kind === 'one-hot' || kind === 'loaded';

/** The stops of a kind of model. @param {string} kind @returns {number[]} */
export function stopsOf(kind) {
  if (isLookUp(kind)) return [1, 2];
  return kind === 'nnlm' || kind === 'elmo' ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 4, 5, 6, 7];
}
