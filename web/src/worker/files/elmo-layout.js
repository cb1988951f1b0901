/**
 * The layout of bilm-tf's weights (its dump_weights and load_weights): each parameter of the core,
 * in the core's order, with the data set that contains it.
 *
 * @typedef {object} Place
 * @property {string} path path of the data set
 * @property {number[]} shape its required shape
 * @property {boolean} [transposed] true if the core stores the transposed matrix
 * @property {number} [firstRow] first row of the parameter that is filled; 0
 * @property {number} [spareRows] rows that the data set may have at its end, unused; 0
 */

// Id 0, no character, is not in the file: zeros. A file with 262 rows has one that no id refers to.
const KNOWN_CHARACTERS = 261;

/**
 * Whether the LSTMs have projections. bilm-tf writes none if a projection would keep the size;
 * AllenNLP requires one in any case, and multiplies by it.
 * @param {import('./elmo-options.js').ElmoShape} shape @param {(path: string) => boolean} has
 */
export const isProjected = ({ cells, projection }, has) =>
  cells !== projection || DIRECTIONS.some((direction) => has(`${cellPath(direction, 0)}/W_P_0`));

const DIRECTIONS = ['RNN_0', 'RNN_1'];
const cellPath = (/** @type {string} */ direction, /** @type {number} */ layer) =>
  `${direction}/RNN/MultiRNNCell/Cell${layer}/LSTMCell`;

/** @param {import('./elmo-options.js').ElmoShape} shape @returns {Place[]} */
export const placesOf = (shape) => [
  ...characters(shape),
  ...DIRECTIONS.flatMap((direction) => lstms(direction, shape)),
];

/** @param {import('./elmo-options.js').ElmoShape} shape @returns {Place[]} */
function characters({ charSize, filters, highways, projection }) {
  const pairs = Array.from({ length: filters.length / 2 }, (_, i) =>
    filters.slice(2 * i, 2 * i + 2),
  );
  const total = pairs.reduce((sum, [, count]) => sum + count, 0);
  const square = { shape: [total, total], transposed: true };
  const flat = { shape: [total] };
  return [
    { path: 'char_embed', shape: [KNOWN_CHARACTERS, charSize], firstRow: 1, spareRows: 1 },
    ...pairs.flatMap(([width, count], i) => [
      { path: `CNN/W_cnn_${i}`, shape: [1, width, charSize, count] },
      { path: `CNN/b_cnn_${i}`, shape: [count] },
    ]),
    ...Array.from({ length: highways }, (_, i) => `CNN_high_${i}`).flatMap((group) => [
      { path: `${group}/W_carry`, ...square },
      { path: `${group}/b_carry`, ...flat },
      { path: `${group}/W_transform`, ...square },
      { path: `${group}/b_transform`, ...flat },
    ]),
    ...(total === projection
      ? []
      : [
          { path: 'CNN_proj/W_proj', shape: [total, projection], transposed: true },
          { path: 'CNN_proj/b_proj', shape: [projection] },
        ]),
  ];
}

/** @param {string} direction @param {import('./elmo-options.js').ElmoShape} shape @returns {Place[]} */
const lstms = (direction, { layers, projection, cells, projected }) =>
  Array.from({ length: layers }, (_, i) => cellPath(direction, i)).flatMap((cell) => [
    { path: `${cell}/W_0`, shape: [2 * projection, 4 * cells] },
    { path: `${cell}/B`, shape: [4 * cells] },
    ...(projected ? [{ path: `${cell}/W_P_0`, shape: [cells, projection] }] : []),
  ]);
