/** What the examples of the reference begin with: small texts, pictures, and models trained on them. */
import { readFile } from 'node:fs/promises';
import * as api from '../src/api/index.js';

const lines = [
  'the king rules the land and the queen rules the land',
  'the man walks the dog and the woman walks the dog',
  'the king is a man and the queen is a woman',
];
const text = Array(60).fill(lines.join('\n')).join('\n');

/** Pictures of one bar, across or down. @param {number} count @param {number} [first] */
function bars(count, first = 0) {
  const side = 12;
  const labels = Array.from({ length: count }, (_, n) => (n % 2 ? 'down' : 'across'));
  const pixels = new Uint8Array(count * side * side);
  labels.forEach((label, n) => {
    const at = 1 + (((n + first) * 7) % (side - 2));
    for (let i = 0; i < side; i++) {
      pixels[n * side * side + (label === 'down' ? i * side + at : at * side + i)] = 255;
    }
  });
  return { pixels, labels, width: side, height: side };
}

const reviews = [
  'good\ta fine film',
  'good\tso fine and bright',
  'bad\tso dull',
  'bad\ta dull film',
]
  .flatMap((line) => Array(4).fill(line))
  .join('\n');

/** The published weights of a tiny model, in the layout of bilm-tf. */
async function elmoFiles() {
  const folder = new URL('../../tests/wasm/elmo/', import.meta.url);
  const read = (/** @type {string} */ name) => readFile(new URL(name, folder));
  return {
    options: JSON.parse((await read('options.json')).toString()),
    weights: Uint8Array.from(await read('weights.hdf5')),
  };
}

/** Everything that an example may ask for by its name. */
export async function makeFixtures() {
  const { train, trainImages, loadElmo } = api;
  const network = { filters: /** @type {[number, number]} */ ([4, 8]), kernel: 3, hidden: 16 };
  const files = await elmoFiles();
  const model = await train({ corpus: { preset: 'relations-en' }, seed: 1 });
  const small = await train({ corpus: text, vectorSize: 8, epochs: 3, seed: 1 });
  const nnlm = await train({
    ...{ model: 'nnlm', corpus: text, heldout: lines[0], vectorSize: 16, hidden: 24 },
    ...{ alpha: 0.01, epochs: 6 },
  });
  const elmo = await train({
    ...{ model: 'elmo', corpus: text, vectorSize: 16, cellSize: 24, batch: 16 },
    ...{ alpha: 0.01, epochs: 8 },
  });
  const classifier = await trainImages({ examples: bars(80), ...network, epochs: 8, alpha: 0.01 });
  const critic = await train({ corpus: reviews.replaceAll(/^\w+\t/gm, ''), vectorSize: 8 });
  const reader = await loadElmo(files);
  const opened = await small.open();
  /** What a page does with what it hears. @param {...unknown} _given */
  const show = (..._given) => {};
  const base = { text, files, pictures: bars(80), testPictures: bars(20, 3), reviews, network };
  return {
    ...api,
    ...base,
    show,
    draw: show,
    model,
    critic,
    small,
    nnlm,
    elmo,
    classifier,
    reader,
    opened,
  };
}

/** @typedef {Awaited<ReturnType<typeof makeFixtures>>} Fixtures */
