/**
 * One look at the model: where the occurrences lie, how well the senses part, what is near to the
 * sentences asked about.
 *
 * @typedef {object} Frame
 * @property {import('./occurrences.js').Occurrences} of
 * @property {Float32Array} positions of the occurrences, [N, 2]
 * @property {[number, number]} static where a vector lies that is the same at every occurrence
 * @property {Array<{accuracy: number, separation: number}>} layers 0 … L, then the mix
 * @property {string} layer on show
 * @property {string} direction
 * @property {number} gamma
 * @property {number} step of training
 * @property {Probe | null} typed
 * @property {Probe | null} picked
 *
 * @typedef {object} Probe a sentence asked about
 * @property {string[]} tokens
 * @property {number} place of the word
 * @property {[number, number]} at
 * @property {Array<{occurrence: number, similarity: number}>} neighbours most similar first
 *
 * @typedef {object} View
 * @property {string} layer
 * @property {string} direction
 * @property {number[]} weights shares, 0 … 1
 * @property {number} gamma
 */

const NEIGHBOURS = 5;
const NOTHING = 1e-9; // a share of 0, whose logarithm is finite

/**
 * @param {any} model that watches the occurrences
 * @param {import('./occurrences.js').Occurrences} of
 * @param {View} view
 * @param {{typed: {tokens: string[], place: number} | null, picked: number}} asked
 * @returns {Promise<Omit<Frame, 'step'>>}
 */
export async function takeFrame(model, of, view, { typed, picked }) {
  const { layer, direction, weights, gamma } = view;
  const chosen = of.sentences[picked];
  const sentences = [...(typed ? [typed.tokens] : []), ...(chosen ? [chosen] : [])];
  const map = await model.senseMap({
    layer: layer === 'mix' ? layer : Number(layer),
    direction,
    weights: weights.map((share) => Math.log(Math.max(NOTHING, share))), // the API's: before softmax
    gamma,
    sentences,
    align: true,
  });
  const count = of.sentences.length;
  const probe = (/** @type {number} */ i, /** @type {any} */ of, skip = -1) => {
    const start = 2 * (count + i);
    const { positions, neighbours } = map;
    const others = neighbours[i].filter((/** @type {any} */ one) => one.occurrence !== skip);
    const at = /** @type {[number, number]} */ ([positions[start], positions[start + 1]]);
    return { ...of, at, neighbours: others.slice(0, NEIGHBOURS) };
  };
  return {
    of,
    positions: map.positions.slice(0, 2 * count),
    static: map.static,
    layers: map.layers,
    layer,
    direction,
    gamma: layer === 'mix' ? gamma : 1,
    typed: typed && probe(0, typed),
    picked:
      chosen && probe(sentences.length - 1, { tokens: chosen, place: of.places[picked] }, picked),
  };
}
