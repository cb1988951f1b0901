/** Trains classifiers with few labels on the layers of any model. */

import { badParameter, PreformerError } from '../worker/errors.js';
import { Classifier } from './classifier.js';
import { buffersOf, packFor } from './examples.js';
import * as check from './options.js';
import { lent, runJob } from './remote.js';
import * as tables from './transfer-tables.js';

/**
 * @typedef {import('./trainable.js').Trainable<any, any>} Lender any: reports and info of any model
 * @typedef {import('./types.js').TransferOptions} TransferOptions
 * @typedef {import('./types.js').CompareOptions} CompareOptions
 */

const trainNames = Object.keys(tables.classifierTable);
const createNames = ['examples', 'from', 'head', 'frozen', 'learningRates', ...trainNames];
const compareNames = ['pool', 'test', 'modes', 'labels', 'seeds', 'head', 'learningRates'];

/** @param {unknown} frozen */
function checkFrozen(frozen = 'none') {
  const isList = Array.isArray(frozen) && frozen.every((name) => typeof name === 'string');
  if (isList || ['all', 'general', 'none'].includes(String(frozen))) return frozen;
  throw badParameter('frozen', frozen, "a list of layers' names, 'all', 'general' or 'none'");
}

/**
 * Either a factor between neighbouring layers, or a rate per layer.
 * @param {TransferOptions['learningRates']} rates
 */
function checkRates(rates) {
  if (rates === undefined) return {};
  if (typeof rates === 'number') {
    return { rateFactor: check.checkValue('learningRates', rates, tables.rateFactor) };
  }
  if (rates === null || typeof rates !== 'object' || Array.isArray(rates)) {
    const permitted = 'a factor from layer to layer, or { layer: rate }';
    throw badParameter('learningRates', rates, permitted);
  }
  for (const [layer, rate] of Object.entries(rates)) {
    check.checkValue(`learningRates.${layer}`, rate, tables.layerRate);
  }
  return { rates: { layers: Object.keys(rates), values: Object.values(rates) } };
}

/** @param {{dropout?: number}} head */
function checkHead(head = {}) {
  check.checkNames(head, ['dropout']);
  if (head.dropout === undefined) return {};
  return { headDropout: check.checkValue('head.dropout', head.dropout, tables.headDropout) };
}

/**
 * Removes undefined values; the core chooses the options that are left out.
 * @param {object} filled
 */
export const given = (filled) =>
  Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== undefined));

/**
 * Creates an untrained classifier on this model's layers.
 * @param {Lender} model @param {TransferOptions} options
 */
export async function createTransfer(model, options) {
  check.checkNames(options, [...createNames, ...check.runNames]);
  check.checkRun(options);
  const filled = {
    ...given(check.fill(options, tables.transferTable)),
    ...checkHead(options.head),
    ...checkRates(options.learningRates),
    frozen: checkFrozen(options.frozen),
  };
  const examples = await packFor(model.info, 'examples', options.examples);
  const { build } = model.options;
  return model[lent](
    Classifier,
    { examples, options: filled },
    { build, ...filled },
    buffersOf(examples),
  );
}

/**
 * Creates a classifier on this model's layers and trains it. If the run is cancelled, the partly
 * trained classifier is the error's `model`.
 * @param {Lender} model @param {TransferOptions} options
 */
export const transfer = async (model, options) =>
  trained(await createTransfer(model, options), options);

/** @param {Classifier} model @param {import('./types.js').ClassifierRun} run */
export async function trained(model, { signal, onProgress, stepsPerSecond }) {
  try {
    await model.resume({ signal, onProgress, stepsPerSecond });
    return model;
  } catch (error) {
    if (error instanceof PreformerError && error.code === 'Cancelled') {
      error.model = model;
    } else {
      await model.close();
    }
    throw error;
  }
}

/**
 * @template T
 * @param {string} name @param {T[]} value @param {(item: T) => boolean} good
 * @param {string} permitted
 */
function checkChoices(name, value, good, permitted) {
  if (Array.isArray(value) && value.length > 0 && value.length <= 100) {
    const wrong = value.find((item, at) => !good(item) || value.indexOf(item) !== at);
    if (wrong === undefined) return value;
    throw badParameter(name, wrong, permitted);
  }
  throw badParameter(name, value, permitted);
}

/**
 * Compares the four transfer modes for several numbers of labels and seeds.
 * @param {Lender} model @param {CompareOptions} options
 * @returns {Promise<import('./types.js').Comparison>}
 */
export async function compare(model, options) {
  check.checkNames(options, [...compareNames, ...trainNames, 'signal', 'onProgress']);
  check.checkRun(options);
  const { modes = tables.modes, labels = [1, 2, 5, 10, 50], signal, onProgress } = options;
  const { learningRates: factor, ...filled } = given(check.fill(options, tables.compareTable));
  const isMode = (/** @type {unknown} */ mode) => tables.modes.includes(String(mode));
  const isCount = (/** @type {number} */ n) => Number.isInteger(n) && n >= 1 && n <= 1e6;
  const config = {
    ...filled,
    ...checkHead(options.head),
    ...(factor === undefined ? {} : { rateFactor: factor }),
    modes: checkChoices('modes', modes, isMode, `a list of ${tables.modes.join(', ')}, each once`),
    labels: checkChoices('labels', labels, isCount, 'a list of whole numbers from 1, each once'),
  };
  const pool = await packFor(model.info, 'pool', options.pool);
  const test = await packFor(model.info, 'test', options.test);
  return model[runJob]('compare', [pool, test, config], { signal, onProgress });
}
