/**
 * An ELMo's numbers, from a trace and the weights. Two readers go through one sentence: "f" from
 * its beginning on, "b" from its end back. The drawing has n + 2 columns: the sign that the
 * sentence begins, its n words, the sign that it ends. Each reader takes n + 1 steps, one per
 * column, so a lane holds one slot per step, from left to right.
 *
 * @typedef {import('../worker/wasm').Trace} Trace
 * @typedef {'f' | 'b'} Reader
 * @typedef {ReturnType<typeof readElmo>} ElmoNet
 * @typedef {ElmoNet['f']} Lanes
 * @typedef {Lanes['layers'][number]} Lane
 *
 * @typedef {object} Spot a number of a lane
 * @property {Reader} reader
 * @property {number} layer from 1
 * @property {string} what the quantity
 * @property {number} slot from the left
 * @property {number} cell
 */
import { valuesOf } from './nnlm-net.js';
import { likeliest } from './scene.js';

const NONE = new Float32Array(0);
const NAMED = 3; // words that are guessed, the true one apart

/** @type {readonly Reader[]} */
export const READERS = ['f', 'b'];

/** A reader's steps, one per row, in the order of the text. @param {Float32Array | undefined} values @param {number} rows @param {Reader} reader */
function inOrder(values, rows, reader) {
  if (!values || reader === 'f') return values ?? NONE;
  const cols = values.length / rows;
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    turned.set(values.subarray(row * cols, (row + 1) * cols), (rows - 1 - row) * cols);
  }
  return turned;
}

/**
 * @param {Trace} trace
 * @param {Map<string, Float32Array>} weights by the core's names
 * @param {{words: string[], position: number, alpha: number}} about words by id, with the two signs
 *   at the end; the word of the sentence whose column is marked
 */
export function readElmo(trace, weights, { words, position, alpha }) {
  const ids = [...trace.sentence];
  const steps = ids.length + 1;
  const count = Math.max(
    0,
    ...trace.forward.map(({ name }) => Number(/^forward\.lstm(\d+)\.cell$/.exec(name)?.[1] ?? 0)),
  );
  const V = words.length - 2;
  const lanes = (/** @type {Reader} */ reader) => lanesOf(trace, reader, count, steps);
  const [f, b] = [lanes('f'), lanes('b')];
  const first = trace.forward.find(({ name }) => name === 'forward.tokens');
  return {
    words,
    alpha,
    weights,
    ids,
    columns: [V, ...ids, V + 1],
    steps,
    layers: count,
    D: first?.cols ?? 0,
    C: f.layers[0] ? f.layers[0].cell.length / steps : 0,
    V,
    Q: weights.get('embedding.weight') ?? null, // null: words are spelled
    f,
    b,
    column: Math.min(position, ids.length - 1) + 1,
    loss: trace.loss,
    lossAfter: trace.lossAfter,
  };
}

/** @param {Trace} trace @param {Reader} reader @param {number} count @param {number} steps */
function lanesOf(trace, reader, count, steps) {
  const long = reader === 'f' ? 'forward.' : 'backward.';
  const forward = (/** @type {string} */ name) =>
    inOrder(valuesOf(trace.forward, long + name), steps, reader);
  const back = (/** @type {string} */ name) =>
    inOrder(valuesOf(trace.backward, long + name), steps, reader);
  const given = trace.forward.find(({ name }) => name === `${long}probabilities`)?.of ?? [];
  const targets = reader === 'f' ? [...given] : [...given].reverse();
  const p = forward('probabilities');
  const V = p.length / steps;
  return {
    reader,
    long,
    tokens: forward('tokens'),
    layers: Array.from({ length: count }, (_, k) => {
      const name = `lstm${k + 1}.`;
      return {
        layer: k + 1,
        write: forward(`${name}input-gate`),
        candidate: forward(`${name}candidate`),
        keep: forward(`${name}forget-gate`),
        show: forward(`${name}output-gate`),
        cell: forward(`${name}cell`),
        unprojected: valuesOf(trace.forward, `${long}${name}unprojected`)
          ? forward(`${name}unprojected`)
          : null,
        hidden: forward(`${name}hidden`),
        out: forward(`${name}out`),
        blame: {
          gates: back(`${name}gates`),
          hidden: back(`${name}hidden`),
          out: back(`${name}out`),
        },
      };
    }),
    targets,
    logits: forward('logits'),
    p,
    pAfter: forward('probabilities.after'),
    blame: { tokens: back('tokens'), logits: back('logits') },
    /** Per slot: the likeliest words, and always the true one. */
    guessed: Array.from({ length: steps }, (_, slot) =>
      likeliest(p.subarray(slot * V, (slot + 1) * V), targets[slot], NAMED),
    ),
  };
}

/** The column of a slot. @param {Reader} reader @param {number} slot */
export const columnOf = (reader, slot) => (reader === 'f' ? slot : slot + 1);

/** The slot of a column; −1: this reader does not stop there. @param {ElmoNet} net @param {Reader} reader @param {number} column */
export function slotOf({ steps }, reader, column) {
  const slot = reader === 'f' ? column : column - 1;
  return slot < steps ? slot : -1;
}

/** The core's row of a slot: the step in the order of reading. @param {ElmoNet} net @param {Reader} reader @param {number} slot */
export const stepOf = ({ steps }, reader, slot) => (reader === 'f' ? slot : steps - 1 - slot);

/** The slot read before; −1: none. @param {ElmoNet} net @param {Reader} reader @param {number} slot */
export function before({ steps }, reader, slot) {
  const found = reader === 'f' ? slot - 1 : slot + 1;
  return found < steps ? found : -1;
}

/** The word of a column. @param {ElmoNet} net @param {number} column */
export const wordAt = ({ words, columns }, column) => words[columns[column]] ?? '';

/** Word vectors of all columns; from the blame on, what both readers blame them for. @param {ElmoNet} net @param {boolean} blamed */
export function tokensOf(net, blamed) {
  const { D, steps, f, b } = net;
  const all = new Float32Array((steps + 1) * D);
  for (const { reader, tokens, blame } of [f, b]) {
    const values = blamed ? blame.tokens : tokens;
    for (let i = 0; i < values.length; i++) {
      const at = columnOf(reader, 0) * D + i;
      all[at] = blamed ? all[at] + values[i] : values[i];
    }
  }
  return all;
}

/** The name of a lane's block: 'b2-cell'. @param {Reader} reader @param {number} layer @param {string} what */
export const laneId = (reader, layer, what) => `${reader}${layer}-${what}`;

const QUANTITIES = ['cell', 'hidden', 'gates', 'keep', 'write', 'candidate', 'show'];

/** A place in a lane, read back; null: there is none. @param {ElmoNet} net @param {import('./scene.js').Place} place @returns {Spot | null} */
export function spotOf(net, { block, col }) {
  const found = /^([fb])(\d+)-(.+)$/.exec(block);
  if (!found) return null;
  const [, reader, layer, what] = found;
  if (!QUANTITIES.includes(what)) return null;
  const lane = laneOf(net, /** @type {Reader} */ (reader), Number(layer));
  const wide = lane && what === 'hidden' ? lane.hidden.length / net.steps : net.C;
  if (!lane || !wide) return null;
  const size = what === 'gates' ? 4 * net.C : wide;
  const slot = Math.floor(col / size);
  if (slot >= net.steps) return null;
  return {
    reader: /** @type {Reader} */ (reader),
    layer: Number(layer),
    what,
    slot,
    cell: (col % size) % wide,
  };
}

/** @param {ElmoNet} net @param {Reader} reader @param {number} layer @returns {Lane | undefined} */
export const laneOf = (net, reader, layer) => net[reader].layers[layer - 1];

/**
 * What happens in a cell at one step: before × keep + candidate × write = after, and what of it is
 * shown.
 * @param {ElmoNet} net @param {Spot} spot
 */
export function cellOf(net, { reader, layer, slot, cell }) {
  const lane = /** @type {Lane} */ (laneOf(net, reader, layer));
  const { C } = net;
  const earlier = before(net, reader, slot);
  const at = (/** @type {Float32Array} */ values) => values[slot * C + cell];
  const [keep, write, candidate, show, after] = [
    at(lane.keep),
    at(lane.write),
    at(lane.candidate),
    at(lane.show),
    at(lane.cell),
  ];
  const past = earlier < 0 ? 0 : lane.cell[earlier * C + cell];
  return {
    before: past,
    keep,
    write,
    candidate,
    after,
    show,
    shown: at(lane.unprojected ?? lane.hidden),
    kept: keep * past,
    written: write * candidate,
  };
}
