/**
 * Loads the code that keeps trainings: when the first training starts, or at once if something is
 * kept.
 */
import { later } from '../ui/later.js';
import { hasKeptRuns } from './unfinished.js';

/**
 * @typedef {import('./trainings.js').Trainings} Trainings
 * @typedef {import('./trainings.js').Session & {
 *   keeping: import('../training/life.js').Keeping | null,
 *   all: import('./manner.js').Run[]}} Session
 */

/**
 * @template {Session} S
 * @param {S} session
 * @param {() => Promise<{trainingsOf: (session: S) => Trainings}>} loadPage loads the page's module
 *   `keep.js`
 */
export function keepTrainings(session, loadPage) {
  /** @type {Trainings | null} */
  let trainings = null;
  /** @type {Promise<boolean> | undefined} */
  let loading;
  const load = () => {
    loading ??= later(
      loadPage,
      () => document.querySelector('.transport'),
      ({ trainingsOf }) => {
        trainings = trainingsOf(session);
        session.keeping = trainings;
        trainings.follow();
      },
    );
    return loading;
  };
  /** @type {Promise<boolean> | undefined} */
  let looking;
  session.keeping = {
    async recall(run) {
      looking ??= hasKeptRuns();
      if (!(await looking)) return null;
      await load(); // training works without being kept
      return trainings?.recall(run) ?? null;
    },
  };
  const watch = () => {
    if (!session.all.some(({ running }) => running)) return;
    session.removeEventListener('change', watch);
    void load();
  };
  session.addEventListener('change', watch);
}
