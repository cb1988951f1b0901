import { question } from './question.js';

/**
 * Perplexities on the held-out text: those of the n-grams are computed once, the model's each time
 * it comes to rest with other weights. The loss panel shows them beside the curve of the run.
 */
export const perplexities = question({
  name: 'perplexities',
  needs: [],
  pause: 1000,
  suits: (asking) => asking.can('heldout') && asking.begun && asking.model.info.heldoutTokens > 0,
  ask: async ({ model, slot }) => {
    const step = slot.report?.step ?? 0;
    const before = slot.perplexities;
    if (before && (slot.running || before.step === step)) return undefined;
    return { ...(await model.perplexities()), step };
  },
  keep: (slot, measured) => {
    slot.perplexities = measured;
    if (slot.run) slot.run.baselines = measured;
  },
});
