/** Which way one step of training moves the rows of its words on the map. */

/**
 * @typedef {import('../slot.js').Slot} Slot
 * @typedef {import('../../plots/pull.js').Pull} Pull
 *
 * @typedef {object} Example of the reader; training's next one otherwise
 * @property {string | null} typed
 * @property {number} nth
 * @property {number | null} guess
 *
 * @typedef {Pull & {model: object, words: string[], number: number | null,
 *   draw: import('../../plots/pull.js').DrawPull, note: () => unknown}} Pulled words: those whose rows
 *   move; number: the sentence of the text, from 0; null: another sentence; note: the legend
 */
import { drawPull } from '../../plots/pull.js';
import { pullNote } from './pull-note.js';

/** The core's names of Q. */
const INPUTS = ['input.weight', 'embedding.weight'];

/**
 * Null where no row of a word moves: a model that reads letters, the end of training.
 * @param {Slot} slot @param {Example | null} example @returns {Promise<Pulled | null>}
 */
export async function pullOf({ model, projection, vocabulary }, example) {
  if (!model || !projection) return null;
  const chosen = example ? await followed(model, example) : await model.nextExample();
  if (!chosen) return null;
  const copy = await model.open();
  try {
    const { sentence, position, radius, noise } = chosen;
    const trace = await copy.trace({ sentence, position, radius, noise });
    const change = trace.changes.find(({ name }) => INPUTS.includes(name));
    if (!change) return null;
    const { cols, before, after } = change;
    const axes = axesOf(await copy.weights(change.name), cols, projection.positions);
    const drawn = projection.positions.length / 2;
    const ids = change.of ?? Array.from({ length: change.rows }, (_, i) => i);
    /** @type {Pull['moves']} */
    const moves = [];
    ids.forEach((index, n) => {
      let [x, y] = [0, 0];
      for (let i = 0; i < cols; i++) {
        const moved = after[n * cols + i] - before[n * cols + i];
        x += moved * axes[2 * i];
        y += moved * axes[2 * i + 1];
      }
      if (index < drawn && (x || y)) moves.push({ index, x, y });
    });
    const output = trace.forward.find(({ name }) => name === 'output');
    const isSampled = copy.info.objective === 'negative-sampling';
    const target = trace.sentence[trace.position] ?? -1;
    const others = isSampled ? [...(output?.of ?? [])].filter((id) => id !== target) : [];
    const pull = {
      model,
      moves,
      target: target < drawn ? target : -1,
      noise: [...new Set(others)].filter((id) => id < drawn),
      words: moves.map(({ index }) => vocabulary[index].word),
      number: chosen.number,
    };
    return {
      ...pull,
      draw: (context, screen, scale, colours) => drawPull(context, screen, pull, scale, colours),
      note: () => pullNote(pull, vocabulary),
    };
  } finally {
    await copy.close();
  }
}

/**
 * The example that Inside follows: the usual word of the sentence, the longest window.
 * @param {import('../../api/model.js').Model} model @param {Example} example
 */
async function followed(model, { typed, nth, guess }) {
  const { sentences = 0 } = model.info;
  if (typed === null && !sentences) return null;
  const number = Math.min(nth, sentences - 1);
  const sentence =
    typed === null ? await model.sentence(number) : typed.split(/\s+/).filter(Boolean);
  const isWindow = model.options.model === 'cbow' || model.options.model === 'skip-gram';
  const usual = isWindow ? Math.floor(sentence.length / 2) : sentence.length - 1;
  const position = Math.min(guess ?? usual, sentence.length);
  return {
    sentence,
    position,
    radius: undefined,
    noise: undefined,
    number: typed === null ? number : null,
  };
}

/**
 * The directions of the map's axes among the word vectors, up to one factor: two numbers per
 * dimension. The map P is the projection of the vectors X on their principal components, turned:
 *   P = X A R   with  Xᵀ X A = A Λ,   hence   A R = Xᵀ P (Pᵀ P)⁻¹
 * @param {Float32Array} vectors [V, D] @param {number} D @param {Float32Array} positions [n, 2] of
 *   the first n words
 */
export function axesOf(vectors, D, positions) {
  const n = positions.length / 2;
  const middle = [0, 0];
  for (let i = 0; i < n; i++) {
    middle[0] += positions[2 * i] / n;
    middle[1] += positions[2 * i + 1] / n;
  }
  const axes = new Float64Array(2 * D); // Xᵀ P; that P is centred is enough
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const x = positions[2 * i] - middle[0];
    const y = positions[2 * i + 1] - middle[1];
    xx += x * x;
    xy += x * y;
    yy += y * y;
    for (let j = 0; j < D; j++) {
      const value = vectors[i * D + j];
      axes[2 * j] += value * x;
      axes[2 * j + 1] += value * y;
    }
  }
  const area = xx * yy - xy * xy;
  // Words on one line, or in one place: the other axis has no direction.
  const flat = !(area > 1e-12 * (xx + yy) ** 2);
  for (let j = 0; j < D; j++) {
    const [a, b] = [axes[2 * j], axes[2 * j + 1]];
    axes[2 * j] = flat ? a / (xx + yy || 1) : (a * yy - b * xy) / area;
    axes[2 * j + 1] = flat ? b / (xx + yy || 1) : (b * xx - a * xy) / area;
  }
  return axes;
}
