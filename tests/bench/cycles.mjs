// Creates models, trains them for some steps and closes them, many times; in a page or under Node.

/**
 * @param {typeof import('../../web/src/api/index.js')} api
 * @param {{corpora: string[], options: object, from: number, count: number, steps: number}} task
 *   cycle i uses corpus i modulo their number
 */
export async function liveCycles(api, { corpora, options, from, count, steps }) {
  for (let cycle = from; cycle < from + count; cycle++) {
    const model = await api.create({ ...options, corpus: corpora[cycle % corpora.length] });
    await model.step(steps);
    await model.close();
  }
}

/** @param {import('../../web/src/api/index.js').Model} model @param {number} milliseconds */
export async function trainFor(model, milliseconds) {
  const run = model.resume();
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await model.pause();
  return (await run).tokensPerSecond;
}
