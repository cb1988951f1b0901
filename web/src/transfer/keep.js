/** How the transfer page keeps its trainings: A, what was measured of it, and the last B. */
import '../keep/kept-note.js';
import { reportOf } from '../keep/manner.js';
import { Trainings } from '../keep/trainings.js';

/**
 * @typedef {import('./session.js').TransferSession} Session
 * @typedef {import('./pack.js').Pack} Pack
 */

/** @param {Session} session @returns {import('../keep/manner.js').Manner} */
export function mannerOf(session) {
  const packOf = (/** @type {unknown} */ run) => /** @type {Pack} */ (run);
  return {
    page: 'transfer',
    runs: () => session.all,
    // Nothing would lead back to own lines that are not kept.
    placeOf: (run) => {
      const { key } = packOf(run);
      return key.startsWith('own-') && !session.text.linesKept ? '' : key;
    },
    keyOf: (run) => run.recipe,
    wantedOf: (run) => run.wanted,
    stampOf: (run) => stampOf(packOf(run)),
    /** @returns {Promise<import('../keep/manner.js').Parts>} */
    async partsOf(run) {
      const { last } = packOf(run);
      const checkpoint = await run.model.checkpoint();
      return last ? { checkpoint, last: await last.model.checkpoint() } : { checkpoint };
    },
    aboutOf: (run) => aboutOf(packOf(run)),
    open: (run, about, bytes) => open(session, packOf(run), about, bytes),
    train: (run) => (run === session.current ? session.train() : undefined),
  };
}

/** @param {Pack} pack */
function stampOf({ report, heldout, tries, comparison, job, running }) {
  const done = job || running ? 'at work' : 'at rest';
  return [report?.step, Boolean(heldout), tries.length, comparison?.results.length, done].join();
}

/** @param {Pack} pack @returns {import('../keep/manner.js').About} */
function aboutOf({ key, report, history, heldout, tries, comparison, last }) {
  if (!report) throw new Error('nothing to keep');
  const contents = { history, heldout, tries, comparison, last: last && withoutModel(last) };
  const settings = { model: key.endsWith('skip-gram') ? 'skip-gram' : 'elmo', corpus: key };
  return { settings, report: { ...report }, contents };
}

const withoutModel = (/** @type {{model: unknown}} */ { model, ...measured }) => measured;

/**
 * @param {Session} session @param {Pack} pack
 * @param {import('../keep/manner.js').About} about @param {import('../keep/manner.js').Parts} bytes
 * @returns {ReturnType<import('../training/life.js').AnyMaker>}
 */
async function open({ api }, pack, { report: stored, contents }, { checkpoint, last: bytes }) {
  const { chapter } = pack;
  pack.data ??= await chapter.load(pack);
  const model = await chapter.reopen(pack, checkpoint, stored);
  const facts = async () => {
    const { trainable } = model.info;
    const report = trainable ? reportOf(await model.report(), stored) : stored;
    const hash = await model.weightsHash();
    const b = bytes && (await api.load(bytes, { format: 'classifier' }));
    const last = b ? { ...contents.last, model: b } : null;
    return { ...contents, last, hash, report };
  };
  return { model, facts };
}

/** @param {Session} session */
export const trainingsOf = (session) => new Trainings(session, mannerOf(session));
