/** Which runs of this page train now: what may wait, waits for them. */

/** @type {Set<object>} */
const busy = new Set();

/** Notes whether a run trains. @param {object} run @param {boolean} trains */
export function noteBusy(run, trains) {
  if (trains) busy.add(run);
  else busy.delete(run);
}

/** Whether any run trains. */
export const isBusy = () => busy.size > 0;
