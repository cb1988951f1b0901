/**
 * The allowed ranges of the options of classifiers. Most have no default here: the core chooses it
 * by the kind of classifier (cpp/preformer/train/classifier_design.h) and reports it in the model's
 * `options`.
 */
import parameters from './parameters.json' with { type: 'json' };
import { integer, number, seed } from './tables.js';

/** @typedef {import('./tables.js').Row} Row */

/**
 * @param {Record<string, any>} rows any: a row without its default has another type than Row
 * @returns {Record<string, Row>} the same rows without defaults
 */
const optional = (rows) =>
  Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [name, { ...row, initial: undefined }]),
  );

/** @type {Record<string, Row>} options of training for all classifiers */
export const classifierTable = { ...optional(parameters.classifier), seed };

const { height, width, filters1, filters2, ...network } = optional(parameters.imageNetwork);

/** Range of the width and height of an image in pixels. */
export const imageSides = { width, height };
/** Options of the network for images; `filters` has one of these rows per convolution. */
export const imageTable = network;
export const filterCounts = [filters1, filters2];

export const modes = parameters.transferModes;

/**
 * @type {Record<string, Row>} options of a transfer; `frozen` and `learningRates` are checked
 *   separately
 */
export const transferTable = {
  ...classifierTable,
  from: { kind: 'choice', values: ['pretrained', 'random'] },
};

/** @type {Record<string, Row>} `modes` and `labels` are checked apart */
export const compareTable = {
  ...classifierTable,
  seeds: integer(5, 1, 1000),
  learningRates: number(undefined, 1, 1000),
};

export const rateFactor = number(undefined, 1, 1000);
export const layerRate = number(undefined, 0, 1000);
export const headDropout = network.dropout;
