// Times some training steps through the public API, in a page or under Node.

/**
 * @param {typeof import('../../web/src/api/index.js')} api
 * @param {{corpus: string, heldout?: string, options: object, warmUp: number, steps: number}} task
 * @returns {Promise<{seconds: number, build: string, buildReason: string,
 *   heldoutPerplexity?: number}>} seconds of `steps` steps, after `warmUp` steps
 */
export async function trainSteps(api, { corpus, heldout, options, warmUp, steps }) {
  const model = await api.create({ ...options, corpus, heldout });
  try {
    await model.step(warmUp);
    const start = performance.now();
    const { step } = await model.step(steps);
    const seconds = (performance.now() - start) / 1000;
    if (step !== warmUp + steps) throw new Error(`trained ${step} steps, not ${warmUp + steps}`);
    const { build, buildReason } = model.info;
    const found = heldout && (await model.perplexities({}));
    return { seconds, build, buildReason, heldoutPerplexity: found?.model };
  } finally {
    await model.close();
  }
}
