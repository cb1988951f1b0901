/** @typedef {import('../api/model.js').Model} Model */

/** By model, for the step at which it was measured: n-grams are counted once. @type {WeakMap<Model, {step: number, all: Promise<import('../api/types.js').Perplexities>}>} */
const measured = new WeakMap();

/**
 * A perplexity on the held-out text; NaN without one.
 * @param {Model} model @param {'model' | 'trigram'} which
 */
export async function perplexity(model, which) {
  if (!model.info.heldoutTokens) return Number.NaN;
  const { step } = await model.report();
  const before = measured.get(model);
  const known = before?.step === step ? before : { step, all: model.perplexities() };
  measured.set(model, known);
  return (await known.all)[which] ?? Number.NaN;
}
