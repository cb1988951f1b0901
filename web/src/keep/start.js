/**
 * Loads the code that keeps trainings: when the first training starts, or at once if something is
 * kept.
 */
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
 * @param {() => Promise<(session: S) => Trainings>} loadPage loads the page's module `keep.js`, and
 *   returns what makes its Trainings
 */
export function keepTrainings(session, loadPage) {
  /** @type {Promise<Trainings> | undefined} */
  let loading;
  const load = () => {
    loading ??= loadPage().then((make) => {
      const trainings = make(session);
      session.keeping = trainings;
      trainings.follow();
      return trainings;
    });
    loading.catch(() => {
      loading = undefined; // the network may be available at the next attempt
    });
    return loading;
  };
  /** @type {Promise<boolean> | undefined} */
  let looking;
  session.keeping = {
    async recall(run) {
      looking ??= hasKeptRuns();
      return (await looking) ? (await load()).recall(run) : null;
    },
  };
  const watch = () => {
    if (!session.all.some(({ running }) => running)) return;
    session.removeEventListener('change', watch);
    load().catch(() => {}); // training works without being kept
  };
  session.addEventListener('change', watch);
}
