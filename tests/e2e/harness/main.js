/**
 * A page that trains through the public API and tells the weights' hashes: what the engines are
 * compared by. It has no controls; the tests call `preformer.…`.
 */
import createExact from '#wasm/preformer-exact.mjs';
import { create, train } from '../../../web/src/api/index.js';
import { fill, trainTable } from '../../../web/src/api/options.js';

/** @typedef {{name: string, corpus: string, options: Record<string, any>,
 *   sliced?: boolean}} Case */

/** One run by the API, in the worker. @param {Case} run */
async function byApi({ corpus, options }) {
  const model = await train({ corpus, ...options });
  const hash = await model.weightsHash();
  await model.close();
  return hash;
}

/** The API again, one step, then uneven handfuls of steps. @param {Case} run */
async function bySteps({ corpus, options }) {
  const model = await create({ corpus, ...options });
  let report = await model.step();
  for (let steps = 7; !report.finished; steps = 3 * steps + 1) report = await model.step(steps);
  const hash = await model.weightsHash();
  await model.close();
  return hash;
}

/** The wasm module itself, in slices of so many milliseconds. @param {Case} run @param {number} ms */
async function bySlices({ corpus, options }, ms) {
  const wasm = await createExact();
  const filled = fill(options, trainTable);
  const native = wasm.createModel(new TextEncoder().encode(corpus), {
    ...filled,
    alpha: filled.alpha ?? 0,
    tokens: false,
    replaced: 0,
  });
  let slices = 1;
  while (!native.runFor(ms).finished) slices += 1;
  const hash = native.weightsHash();
  native.delete();
  return { hash, slices };
}

/**
 * Every case once; those to be sliced in every manner. @param {Case[]} cases
 * @returns {Promise<Record<string, Record<string, any>>>}
 */
async function hashes(cases) {
  /** @type {Record<string, Record<string, any>>} */
  const found = {};
  for (const run of cases) {
    if (!run.sliced) {
      found[run.name] = { first: await byApi(run) };
      continue;
    }
    const [short, long] = [await bySlices(run, 1), await bySlices(run, 100)];
    found[run.name] = {
      first: await byApi(run),
      second: await byApi(run),
      steps: await bySteps(run),
      slices1ms: short.hash,
      slices100ms: long.hash,
      counts: [short.slices, long.slices],
    };
  }
  return found;
}

/** Which build runs when `build` is asked for, and why if it is another. @param {Case} run @param {any} build */
async function buildFor({ corpus, options }, build) {
  const model = await train({ corpus, ...options, build });
  const { build: runs, buildReason } = model.info;
  const hash = await model.weightsHash();
  await model.close();
  return { build: runs, reason: buildReason, hash };
}

const isolated = () => ({ isolated: globalThis.crossOriginIsolated === true });

Object.assign(globalThis, { preformer: { hashes, buildFor, isolated } });
