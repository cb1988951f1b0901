/** Creates an untrained classifier of images. */

import { badParameter, cancelled } from '../worker/errors.js';
import { Classifier } from './classifier.js';
import { getEngine, whereOf } from './engine.js';
import { buffersOf, packImages } from './examples.js';
import * as check from './options.js';
import { given, trained } from './transfer.js';
import { classifierTable, filterCounts, imageTable } from './transfer-tables.js';

/** @typedef {import('./types.js').ImageOptions} ImageOptions */

const table = { ...imageTable, ...classifierTable };
const names = ['examples', 'filters', ...Object.keys(table), ...check.engineNames];

/** The number of filters of the two convolutions. @param {unknown} filters */
function checkFilters(filters) {
  if (filters === undefined) return {};
  const permitted = 'two whole numbers, one for each convolution';
  if (!Array.isArray(filters) || filters.length !== 2) {
    throw badParameter('filters', filters, permitted);
  }
  const [filters1, filters2] = filters.map((count, i) =>
    check.checkValue('filters', count, filterCounts[i]),
  );
  return { filters1, filters2 };
}

/** @param {ImageOptions} options */
export async function createImages(options) {
  check.checkNames(options, [...names, ...check.runNames]);
  check.checkRun(options);
  check.checkEngine(options);
  const { build } = check.fill(options, check.engineTable);
  const filled = { ...given(check.fill(options, table)), ...checkFilters(options.filters) };
  const { signal } = options;
  if (signal?.aborted) throw cancelled(signal);
  const examples = packImages('examples', options.examples);
  const engine = getEngine(options.workerUrl);
  const opened = await engine.call(
    'createImages',
    { examples, options: filled, where: whereOf(options) },
    { transfer: buffersOf(examples) },
  );
  const model = new Classifier(engine, opened, { build, ...filled });
  if (!signal?.aborted) return model;
  await model.close();
  throw cancelled(signal);
}

/** @param {ImageOptions} options */
export const trainImages = async (options) => trained(await createImages(options), options);
