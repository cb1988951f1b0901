/** How the ladder keeps its trainings. */
import '../keep/kept-note.js';
import { reportOf } from '../keep/manner.js';
import { Trainings } from '../keep/trainings.js';
import { isTrainable } from './step.js';

/**
 * @typedef {import('./session.js').LadderSession} Session
 * @typedef {import('./step.js').Step} Step
 */

/** @param {Session} session @returns {import('../keep/manner.js').Manner} */
export function mannerOf(session) {
  const stepOf = (/** @type {unknown} */ run) => /** @type {Step} */ (run);
  return {
    page: 'ladder',
    runs: () => session.steps.filter(isTrainable),
    placeOf: (run) => {
      const { corpus, edition } = session.store.values;
      return `${stepOf(run).rung.id} ${corpus} ${edition}`;
    },
    keyOf: (run) => run.recipe,
    wantedOf: (run) => run.wanted,
    stampOf: (run) => `${run.report?.step} ${Math.round(stepOf(run).seconds * 1000)}`,
    async partsOf({ model }) {
      return { checkpoint: await model.checkpoint() };
    },
    aboutOf(run) {
      const { rung, report, points, seconds } = stepOf(run);
      if (!report) throw new Error('nothing to keep');
      const { projection, ...numbers } = report;
      const settings = { model: String(rung.id), corpus: `ladder-${session.store.get('corpus')}` };
      return { settings, report: numbers, contents: { points, seconds } };
    },
    async open(run, { report: stored, contents }, { checkpoint }) {
      const step = stepOf(run);
      const model = await session.api.load(checkpoint, { format: 'checkpoint', ...step.texts });
      return {
        model,
        facts: async () => {
          const known = await step.factsOf(model);
          const [report, hash] = await Promise.all([model.report(), model.weightsHash()]);
          return { ...known, ...contents, hash, report: reportOf(report, stored) };
        },
      };
    },
    train: () => session.train(),
  };
}

/** @param {Session} session */
export const trainingsOf = (session) => new Trainings(session, mannerOf(session));
