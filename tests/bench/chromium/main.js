// A page that runs the benchmarks through the public API; chromium/open.mjs calls
// `run(task, options)`.
import { loadDigits, pickDigits } from '../../../web/corpora/digits.js';
import { presets } from '../../../web/corpora/index.js';
import { getEngine } from '../../../web/src/api/engine.js';
import * as api from '../../../web/src/api/index.js';
import { trainWords } from '../../../web/src/bench/words.js';
import { liveCycles, trainFor } from '../cycles.mjs';
import { grow } from '../growing.mjs';
import { trainSteps } from '../train-steps.mjs';

/** The whole State of the Union text. */
async function addresses() {
  const preset = presets.find(({ id }) => id === 'state-of-the-union');
  return `${await preset.load()}${await preset.heldout()}`;
}

/** The image network learns digits. */
async function images(options) {
  const digits = await loadDigits();
  const examples = pickDigits(digits, digits.splits.pretrain);
  const model = await api.trainImages({ examples, ...options });
  const { examplesPerSecond } = await model.report();
  const { accuracy } = await model.evaluate(pickDigits(digits, digits.splits.heldoutA));
  await model.close();
  return { imagesPerSecond: examplesPerSecond, accuracy };
}

/** The memory and the models of a build's engine. */
const census = ({ build = 'exact' }) => getEngine().call('census', { where: { build } });

/** @type {import('../../../web/src/api/index.js').Model | undefined} that trainAgain() trains */
let trained;

/** Trains one model for some time; the first call creates it. */
async function trainAgain({ milliseconds, options }) {
  trained ??= await api.create(options);
  return trainFor(trained, milliseconds);
}

async function closeTrained() {
  await trained?.close();
  trained = undefined;
}

const tasks = {
  images,
  census,
  steps: (task) => trainSteps(api, task),
  words: async (task) => trainWords(api, { ...task, corpus: await addresses() }),
  trainFor: trainAgain,
  closeTrained,
  grow: (task) => grow(api, task),
  cycles: (task) => liveCycles(api, task),
};

window.run = (task, options) => tasks[task](options);
