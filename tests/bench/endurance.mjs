// Measures memory over time, in Chromium and under Node: an hour of training; a thousand models
// created, trained and closed; a thousand changes of corpus. The JavaScript heap is measured after
// a garbage collection. The memory of WebAssembly never shrinks.
import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import { generateRelations } from '../../web/corpora/relations.js';
import { getEngine } from '../../web/src/api/engine.js';
import * as api from '../../web/src/api/index.js';
import { openChromium } from './chromium/open.mjs';
import { liveCycles, trainFor } from './cycles.mjs';
import { sentencesOf, textOf } from './synthetic.mjs';

const CYCLES = 1000;
const SAMPLES = 10;
const WARM_UP = 20; // cycles before the first sample, while code is compiled and tables are made
const OPTIONS = {
  'skip-gram': { model: 'skip-gram', vectorSize: 32 },
  nnlm: { model: 'nnlm', vectorSize: 16, hidden: 32 },
  elmo: { model: 'elmo', vectorSize: 16, cellSize: 16 },
};
const kinds = Object.keys(OPTIONS);

/** Corpora of different sizes; the first is the page's own. */
function corporaOf() {
  const others = [50, 300, 1000, 2000].map((words) =>
    textOf(sentencesOf({ words, sentences: words, length: 8, seed: words })),
  );
  return [generateRelations({ language: 'en', seed: 1 }).text, ...others];
}

/**
 * The functions that both places have.
 * @typedef {{cycles: Function, census: Function, heap: Function, train: Function, close: Function}}
 *   Place
 */

/** @returns {Place} */
function nodePlace() {
  v8.setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  /** @type {any} */
  let model;
  return {
    cycles: (task) => liveCycles(api, task),
    census: () => getEngine().call('census', { where: { build: 'exact' } }),
    heap: () => {
      collect();
      return process.memoryUsage().heapUsed;
    },
    train: async (milliseconds, options) => {
      model ??= await api.create(options);
      return trainFor(model, milliseconds);
    },
    close: () => model?.close(),
  };
}

/** @returns {Place} */
const chromiumPlace = (chromium) => ({
  cycles: (task) => chromium.run('cycles', task),
  census: () => chromium.run('census', {}),
  heap: () => chromium.heap(),
  train: (milliseconds, options) => chromium.run('trainFor', { milliseconds, options }),
  close: () => chromium.run('closeTrained', {}),
});

/** @param {Place} place */
async function sample(place, at) {
  const { heapBytes, nativeModels, values } = await place.census();
  return { at, wasm: heapBytes, heap: await place.heap(), nativeModels, values };
}

const shown = ({ wasm, heap }) =>
  `WebAssembly ${(wasm / 1e6).toFixed(1)} MB, heap ${(heap / 1e6).toFixed(2)} MB`;

/** @param {Place} place `corpora`: one, or several that are used in turn */
async function cycling(place, corpora, say) {
  const samples = [];
  const run = (from, count) =>
    kinds.reduce(
      (before, kind, i) =>
        before.then(() =>
          place.cycles({
            ...{ corpora, options: OPTIONS[kind], steps: 20 },
            ...{ from: from + i, count: Math.ceil(count / kinds.length) },
          }),
        ),
      Promise.resolve(),
    );
  await run(0, WARM_UP);
  samples.push(await sample(place, 0));
  const portion = CYCLES / SAMPLES;
  for (let done = portion; done <= CYCLES; done += portion) {
    await run(done, portion);
    samples.push(await sample(place, done));
    say(`${done} of ${CYCLES}, ${shown(samples.at(-1))}`);
  }
  return samples;
}

/** @param {Place} place */
async function training(place, minutes, corpus, say) {
  const options = { ...OPTIONS['skip-gram'], corpus, epochs: 10_000, sample: 0 };
  const samples = [];
  await place.train(2000, options);
  samples.push(await sample(place, 0));
  const portion = minutes / SAMPLES;
  for (let n = 1; n <= SAMPLES; n++) {
    const tokensPerSecond = await place.train(portion * 60_000, options);
    samples.push({ ...(await sample(place, portion * n)), tokensPerSecond });
    say(`${(portion * n).toFixed(1)} of ${minutes} minutes, ${shown(samples.at(-1))}`);
  }
  await place.close();
  return samples;
}

/** @param {{minutes: number, say: (what: string, round: number) => void}} run */
export async function benchEndurance({ minutes, say }) {
  const corpora = corporaOf();
  const chromium = await openChromium();
  try {
    const places = { Chromium: chromiumPlace(chromium), Node: nodePlace() };
    const found = [];
    for (const [name, place] of Object.entries(places)) {
      const tell = (what) => (progress) => say(`${name}, ${what}: ${progress}`, 0);
      const one = await cycling(place, corpora.slice(0, 1), tell('models made and closed'));
      found.push({ place: name, what: 'models made, trained and closed', samples: one });
      const many = await cycling(place, corpora, tell('corpora changed'));
      found.push({ place: name, what: 'changes of corpus', samples: many });
      if (name !== 'Chromium') continue; // only a page is left open for an hour
      const long = await training(place, minutes, corpora[0], tell('training'));
      found.push({ place: name, what: 'minutes of training', samples: long });
    }
    return { minutes, cycles: CYCLES, found };
  } finally {
    await chromium.close();
  }
}
