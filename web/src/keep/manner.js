/**
 * How the runs of a page are kept. Each page has a module `keep.js` that says so; it is loaded with
 * the first training, or if something is kept.
 *
 * @typedef {import('../training/model-run.js').AnyRun} Run
 * @typedef {import('./shelf.js').Parts} Parts
 * @typedef {import('./entry.js').About & import('./entry.js').OfModel} About
 *
 * @typedef {object} Manner
 * @property {string} page its name
 * @property {() => Iterable<Run>} runs
 * @property {(run: Run) => string} placeOf which of the page's runs it is; '' if it is not kept
 * @property {(run: Run) => string} keyOf the settings from which its model was made, in a form that
 *   is the same after a reload
 * @property {(run: Run) => string} wantedOf the current settings in that form
 * @property {(run: Run) => string} stampOf differs when there is something new to store
 * @property {(run: Run) => unknown} [sourcesOf] read when a training starts, passed to the next two
 * @property {(run: Run, sources: any) => Promise<Parts>} partsOf any: of this page's sourcesOf
 * @property {(parts: Parts) => Parts} [essentialOf] the parts without those that can be computed
 *   again; they are left out when the storage is full
 * @property {(run: Run, sources: any) => About} aboutOf
 * @property {(about: About) => boolean} [canOpen] whether the page can restore it by itself now
 * @property {(run: Run, about: About, bytes: Parts) =>
 *   ReturnType<import('../training/life.js').AnyMaker>} open
 * @property {(run: Run) => unknown} train continues a training that was cut off
 */

/**
 * A report as it was stored, if the restored model is at the same step. A model does not know the
 * mean loss of what it has already trained.
 * @template {{step: number}} R
 * @param {R} report @param {{step?: number} | undefined} stored
 * @returns {R}
 */
export const reportOf = (report, stored) =>
  stored?.step === report.step ? { ...report, ...stored } : report;
