/**
 * What the options of classifiers may be. Most have no value here: the core knows what suits a kind
 * of classifier (cpp/preformer/train/classifier_design.h), and tells it in the model's `options`.
 */
import { flag, integer, number, seed } from './tables.js';

/** @typedef {import('./tables.js').Row} Row */

/** @param {string[]} values @returns {Row} */
const optional = (values) => ({ kind: 'choice', initial: undefined, values });

/** @type {Record<string, Row>} how any classifier is trained */
export const classifierTable = {
  epochs: integer(undefined, 1, 10000),
  minSteps: integer(undefined, 0, 1e6),
  batch: integer(undefined, 1, 4096),
  alpha: number(undefined, 1e-6, 5),
  minAlpha: number(undefined, 0, 5),
  optimiser: optional(['adam', 'sgd', 'adagrad']),
  schedule: optional(['linear', 'constant', 'inverse-time']),
  weightDecay: number(undefined, 0, 1),
  clipNorm: number(undefined, 0, 1e6),
  gradual: flag(undefined),
  seed,
};

/** @type {Record<string, Row>} the network for images; `filters` is a pair of these */
export const imageTable = {
  kernel: integer(undefined, 1, 15),
  hidden: integer(undefined, 1, 1024),
  dropout: number(undefined, 0, 0.95),
};
export const filterCount = integer(undefined, 1, 256);

export const modes = ['scratch', 'frozen', 'fine-tuned', 'frozen-random'];

/** @type {Record<string, Row>} what a transfer may be; `frozen`, `learningRates` are checked apart */
export const transferTable = { ...classifierTable, from: optional(['pretrained', 'random']) };

/** @type {Record<string, Row>} `modes` and `labels` are checked apart */
export const compareTable = {
  ...classifierTable,
  seeds: integer(5, 1, 1000),
  learningRates: number(undefined, 1, 1000),
};

export const rateFactor = number(undefined, 1, 1000);
export const layerRate = number(undefined, 0, 1000);
export const labelCount = integer(undefined, 1, 1e6);
export const headDropout = number(undefined, 0, 0.95);
