/**
 * What every option may be, and what it is if nobody says. The ranges are the core's
 * (cpp/preformer/train/config.h); the core checks them again.
 *
 * @typedef {{kind: 'choice', initial: string | undefined, values: string[]}} Choice
 * @typedef {{kind: 'integer' | 'number', initial: number | undefined, low: number, high: number}}
 *   Range
 * @typedef {{kind: 'flag', initial: boolean | undefined}} Flag
 * @typedef {{kind: 'filters', initial: number[][]}} Filters
 * @typedef {Choice | Range | Flag | Filters} Row
 */

/** @type {(values: string[]) => Choice} the first is the default */
export const choice = (values) => ({ kind: 'choice', initial: values[0], values });
/** @type {(initial: number | undefined, low: number, high: number) => Range} */
export const integer = (initial, low, high) => ({ kind: 'integer', initial, low, high });
/** @type {(initial: number | undefined, low: number, high: number) => Range} */
export const number = (initial, low, high) => ({ kind: 'number', initial, low, high });
/** @type {(initial: boolean | undefined) => Flag} */
export const flag = (initial) => ({ kind: 'flag', initial });

export const seed = integer(1, 0, Number.MAX_SAFE_INTEGER);

/** @type {Record<string, Row>} */
export const tokenizeTable = {
  tokenizer: choice(['space', 'words', 'characters']),
  sentences: choice(['lines', 'stops']),
  minCount: integer(1, 1, 1e9),
  maxVocabulary: integer(0, 0, 1e9),
  unknown: choice(['drop', 'unk']),
};

/** @type {Record<string, Row>} */
const word2vecTable = {
  objective: choice(['negative-sampling', 'hierarchical-softmax', 'softmax']),
  window: integer(5, 1, 100),
  negative: integer(5, 1, 100),
  nsExponent: number(0.75, -2, 2),
  sample: number(0, 0, 1),
};

/** @type {Record<string, Row>} */
const nnlmTable = {
  context: integer(3, 1, 50),
  hidden: integer(64, 1, 4096),
  direct: flag(false),
};

/** @type {Record<string, Row>} */
const elmoTable = {
  layers: integer(2, 1, 8),
  cellSize: integer(32, 1, 8192),
  cellClip: number(3, 0, 1e6),
  projClip: number(3, 0, 1e6),
  skipConnections: flag(true),
  dropout: number(0, 0, 0.95),
  samples: integer(0, 0, 100_000),
  unroll: integer(20, 1, 1000),
  carryState: flag(false),
  charCnn: flag(false),
  charSize: integer(8, 1, 256),
  charFilters: {
    kind: 'filters',
    initial: [
      [1, 8],
      [2, 16],
      [3, 32],
    ],
  },
  highways: integer(1, 0, 8),
  maxCharacters: integer(50, 3, 200),
};

/** @type {Record<string, Row>} */
const descentTable = {
  optimiser: choice(['adam', 'sgd', 'adagrad']),
  schedule: choice(['linear', 'constant', 'inverse-time']),
  batch: integer(32, 1, 4096),
  weightDecay: number(0, 0, 1),
  clipNorm: number(0, 0, 1e6),
  patience: integer(0, 0, 1000),
};

/** @type {Record<string, Row>} */
export const trainTable = {
  ...tokenizeTable,
  model: choice(['skip-gram', 'cbow', 'one-hot', 'nnlm', 'elmo']),
  vectorSize: integer(32, 1, 1024),
  alpha: number(undefined, 1e-6, 10),
  minAlpha: number(1e-4, 0, 10),
  epochs: integer(10, 1, 10000),
  seed,
  ...word2vecTable,
  ...nnlmTable,
  ...elmoTable,
  ...descentTable,
};

/** @type {Record<string, Row>} */
export const engineTable = {
  build: choice(['exact', 'fast', 'parallel', 'auto']),
  threads: integer(undefined, 1, 64),
};

const sides = choice(['both', 'forward', 'backward']);

/** @type {Record<string, Row>} */
export const predictTable = { topn: integer(10, 1, 1e9) };
/** @type {Record<string, Row>} */
export const middleTable = { ...predictTable, using: sides };
/** @type {Record<string, Row>} */
export const scoreTable = { direction: choice(['forward', 'backward']) };
/** @type {Record<string, Row>} */
export const generateTable = {
  length: integer(20, 1, 1000),
  temperature: number(1, 0, 100),
  topK: integer(0, 0, 1e9),
  seed,
};
/** @type {Record<string, Row>} which of ELMo's vectors; `layer` and `weights` are checked apart */
export const layerTable = { direction: sides, gamma: number(1, -1000, 1000) };
