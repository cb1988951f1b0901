/**
 * Loads the code that stores trainings: when the first training starts, or at once if one was
 * interrupted.
 */
import { hasUnfinished } from './unfinished.js';

/** @param {import('../session.js').Session} session */
export function keepTrainings(session) {
  /** @type {Promise<import('./trainings.js').Trainings> | undefined} */
  let loading;
  const load = () => {
    loading ??= Promise.all([import('./trainings.js'), import('./kept-note.js')]).then(
      ([{ Trainings }]) => {
        const trainings = new Trainings(session);
        session.keeping = trainings;
        trainings.follow();
        return trainings;
      },
    );
    return loading;
  };
  const resume = async () => {
    if (await hasUnfinished()) await (await load()).find();
  };
  let looked = false;
  const watch = () => {
    const { current, slots } = session;
    if (current.model && !looked) {
      looked = true;
      resume().catch(() => {}); // no network: it is still stored at the next visit
    }
    if (![...slots.values()].some(({ running }) => running)) return;
    session.removeEventListener('change', watch);
    load().catch(() => {}); // training works without being stored
  };
  session.addEventListener('change', watch);
}
