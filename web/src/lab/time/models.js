/** The models of earlier moments: each is the one of a run that was stopped there. */
import { modelOptions } from '../model-options.js';

/**
 * @typedef {import('../session.js').Session} Session
 * @typedef {import('../slot.js').Slot} Slot
 * @typedef {import('../../api/model.js').Model} Model
 */

/** A longer text is not read again for each moment: what needs it (the next example) is missing then. */
const MOST_TOKENS = 500_000;

/** A run with the settings of a slot, from its beginning. @param {Session} session @param {Slot} slot */
export async function untrained({ api, source, startVectors }, { values }) {
  const options = modelOptions(values, await source.options(values));
  return api.create({ ...options, ...startVectors.optionsFor(values) });
}

/** @param {Session} session @param {Slot} slot @param {number} step @returns {Promise<Model>} */
export async function modelAt(session, slot, step) {
  const moment = slot.recording?.before(step);
  if (!moment) {
    const model = await untrained(session, slot);
    if (step) await model.step(step);
    return model;
  }
  const { build, threads } = slot.values;
  const where = build === 'parallel' ? { build, threads } : { build };
  const how = { format: /** @type {const} */ ('checkpoint'), ...where };
  const alone = (slot.model?.info.tokens ?? 0) > MOST_TOKENS;
  if (moment.step === step && alone) return session.api.load(moment.bytes.slice(), how);
  const { corpus, heldout } = await session.source.options(slot.values);
  const model = await session.api.load(moment.bytes.slice(), { ...how, corpus, heldout });
  if (step > moment.step) await model.step(step - moment.step);
  return model;
}

/**
 * A model without its text has no report.
 * @param {Slot} slot @param {Model} model @param {number} step
 * @returns {Promise<import('../slot.js').Report>}
 */
export async function reportOf({ report }, model, step) {
  if (model.info.trainable || !report) return model.report();
  const { steps, epochs } = report;
  const progress = step / steps;
  const epoch = Math.min(epochs, 1 + Math.floor(progress * epochs));
  return { ...report, step, progress, epoch, finished: step === steps };
}
