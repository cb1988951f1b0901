import * as api from '../api/index.js';
import './sense-published.js';
import { en } from '../i18n/import-en.js';
import { zh } from '../i18n/import-zh.js';
import { addMessages } from '../i18n/index.js';
import { problem } from '../worker/files/problems.js';

/** Opens published weights in the polysemy lab; loaded when files are chosen. */
addMessages({ en, zh });

const LAYERS = 2; // the page has switches for two layers, and published models have two

/**
 * @param {import('./session.js').SenseSession} session
 * @param {File[]} files options.json and weights.hdf5, in any order
 * @param {{signal: AbortSignal, onProgress: (share: number) => void}} control
 */
export async function openWeights(session, files, control) {
  const isOptions = (/** @type {File} */ { name }) => /\.json$/i.test(name);
  const options = files.find(isOptions);
  const weights = files.find((file) => !isOptions(file));
  if (files.length !== 2 || !options || !weights) throw problem('elmo.files');
  const model = await api.loadElmo({ options, weights }, control);
  const { layers } = model.info;
  if (layers !== LAYERS) {
    await model.close();
    throw problem('elmo.layers', layers, LAYERS);
  }
  await session.published.use(model, weights.name);
}
