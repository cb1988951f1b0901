/**
 * A frame: the positions of the occurrences, the separation of the senses, and the occurrences
 * nearest to the reader's sentences, at one time.
 *
 * @typedef {object} Frame
 * @property {import('./occurrences.js').Occurrences} of
 * @property {Float32Array} positions positions of the occurrences, [N, 2]
 * @property {[number, number]} static position of the static vector, which is the same at every
 *   occurrence
 * @property {Array<{accuracy: number, separation: number}>} layers 0 … L, then the mix
 * @property {string} layer the layer shown
 * @property {string} direction
 * @property {number} gamma
 * @property {number} step training step
 * @property {Probe | null} typed
 * @property {Probe | null} picked
 *
 * @typedef {object} Probe a sentence of a question
 * @property {string[]} tokens
 * @property {number} place index of the word
 * @property {[number, number]} at
 * @property {Array<{occurrence: number, similarity: number}>} neighbours most similar first
 *
 * @typedef {object} View
 * @property {string} layer
 * @property {'both' | 'forward' | 'backward'} direction
 * @property {number[]} weights shares, 0 … 1
 * @property {number} gamma
 * @property {string} axes 'senses' or 'pca'
 *
 * @typedef {object} Reader the methods of a model that are used; a published model has them too
 * @property {import('../api/model.js').Model['senseMap']} senseMap
 * @property {import('../api/model.js').Model['contextVectors']} contextVectors
 */

const NEIGHBOURS = 5;
const NOTHING = 1e-9; // a share of 0, whose logarithm is finite

/**
 * While training, the map is turned to the previous frame; at rest it depends on the weights alone.
 * @param {Reader} model the model; it watches the occurrences
 * @param {import('./occurrences.js').Occurrences} of
 * @param {View} view
 * @param {{typed: {tokens: string[], place: number} | null, picked: number}} asked
 * @param {{turn: import('./turn.js').Turn, axes: import('./axes.js').SenseAxes}} keepers keep the
 *   map's direction between frames
 * @param {boolean} moving whether the model is in training
 * @returns {Promise<Omit<Frame, 'step'>>}
 */
export async function takeFrame(model, of, view, { typed, picked }, { turn, axes }, moving) {
  const chosen =
    picked in of.sentences ? { tokens: of.sentences[picked], place: of.places[picked] } : null;
  const more = [typed, chosen].filter((one) => one !== null);
  const options = optionsOf(view);
  const sentences = more.map(({ tokens }) => tokens);
  const map = await model.senseMap({ ...options, sentences, align: moving });
  const count = of.sentences.length;
  let places = map.positions;
  let still = map.static;
  if (view.axes === 'senses' && view.layer !== '0') {
    places = axes.place(await vectors(model, of, more, options), of, moving);
    still = [0, 0];
  }
  const probe = (
    /** @type {number} */ i,
    /** @type {{tokens: string[], place: number}} */ one,
    skip = -1,
  ) => {
    const start = 2 * (count + i);
    const others = map.neighbours[i].filter((n) => n.occurrence !== skip);
    /** @type {[number, number]} */
    const at = [places[start], places[start + 1]];
    return { ...one, at, neighbours: others.slice(0, NEIGHBOURS) };
  };
  const frame = {
    of,
    positions: places.slice(0, 2 * count),
    static: still,
    layers: map.layers,
    layer: view.layer,
    direction: view.direction,
    gamma: view.layer === 'mix' ? view.gamma : 1,
    typed: typed && probe(0, typed),
    picked: chosen && probe(more.length - 1, chosen, picked),
  };
  return view.axes === 'senses' ? frame : turn.apply(frame, moving);
}

/**
 * @param {View} view
 * @returns {import('../api/types.js').LayerOptions} the view as options of the API
 */
const optionsOf = ({ layer, direction, weights, gamma }) => ({
  layer: layer === 'mix' ? 'mix' : Number(layer),
  direction,
  weights: weights.map((share) => Math.log(Math.max(NOTHING, share))), // before the softmax
  gamma,
});

/**
 * The word's vector at each occurrence, then in each of the further sentences.
 * @param {Reader} model @param {import('./occurrences.js').Occurrences} of
 * @param {Array<{tokens: string[], place: number}>} more @param {object} options
 * @returns {Promise<Float32Array[]>}
 */
function vectors(model, of, more, options) {
  const all = [...of.sentences.map((tokens, i) => ({ tokens, place: of.places[i] })), ...more];
  return Promise.all(
    all.map(async ({ tokens, place }) => {
      const rows = await model.contextVectors(tokens, options);
      const size = rows.length / tokens.length;
      return rows.subarray(place * size, (place + 1) * size);
    }),
  );
}
