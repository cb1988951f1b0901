/** How the polysemy lab keeps its trainings. */
import '../keep/kept-note.js';
import { reportOf } from '../keep/manner.js';
import { Trainings } from '../keep/trainings.js';
import { occurrencesOf } from './occurrences.js';
import { Reel } from './reel.js';
import { corpusId } from './table.js';

/**
 * @typedef {import('./session.js').SenseSession} Session
 * @typedef {import('./pack.js').Pack} Pack
 * @typedef {import('./occurrences.js').Corpus} Corpus
 */

/** @param {Session} session @returns {import('../keep/manner.js').Manner} */
export function mannerOf(session) {
  const packOf = (/** @type {unknown} */ run) => /** @type {Pack} */ (run);
  return {
    page: 'polysemy',
    runs: () => session.slots.values(),
    placeOf: (run) => (session.published.active ? '' : corpusId(packOf(run))),
    keyOf: (run) => run.recipe,
    wantedOf: (run) => run.wanted,
    stampOf: (run) => `${run.report?.step} ${[...packOf(run).history.keys()]}`,
    /** @returns {Promise<import('../keep/manner.js').Parts>} */
    async partsOf(run) {
      const pack = packOf(run);
      const checkpoint = await run.model.checkpoint();
      // The recording is written once, when the training rests.
      return run.running ? { checkpoint } : { checkpoint, reel: written(pack.reel) };
    },
    aboutOf(run) {
      const { report, history } = packOf(run);
      if (!report) throw new Error('nothing to keep');
      const settings = { model: 'elmo', corpus: corpusId(packOf(run)) };
      return { settings, report: { ...report }, contents: { history: [...history] } };
    },
    async open(run, { report: stored, contents }, { checkpoint, reel }) {
      const { corpus, options } = await session.corpora(packOf(run).language, packOf(run).edition);
      const text = { corpus: options.corpus };
      const model = await session.api.load(checkpoint, { format: 'checkpoint', ...text });
      return {
        model,
        facts: async () => {
          const [report, words, hash] = await Promise.all([
            model.report(),
            model.vocabulary(),
            model.weightsHash(),
          ]);
          return {
            report: reportOf(report, stored),
            hash,
            corpus,
            known: new Set(words.map(({ word }) => word)),
            history: new Map(contents.history),
            reel: read(reel, corpus),
          };
        },
      };
    },
    train: (run) => (run === session.current ? session.train() : undefined),
  };
}

/** A recording as bytes, without the sentences, which are the corpus's. @param {Reel} reel */
function written({ view, shots }) {
  const frames = shots.map(({ frame: { of, positions, ...frame }, epoch }) => ({
    epoch,
    frame: { ...frame, word: of.word, positions: [...positions] },
  }));
  return new TextEncoder().encode(JSON.stringify({ view, shots: frames }));
}

/** @param {Uint8Array | undefined} bytes @param {Corpus} corpus */
function read(bytes, corpus) {
  const reel = new Reel();
  if (!bytes) return reel;
  const { view, shots } = JSON.parse(new TextDecoder().decode(bytes));
  /** @type {Map<string, import('./occurrences.js').Occurrences>} */
  const known = new Map();
  const of = (/** @type {string} */ word) => {
    const found = known.get(word) ?? occurrencesOf(corpus, word);
    known.set(word, found);
    return found;
  };
  reel.view = view;
  // any: as `written` wrote it.
  reel.shots = shots.map((/** @type {any} */ { epoch, frame: { word, positions, ...frame } }) => ({
    epoch,
    frame: { ...frame, of: of(word), positions: Float32Array.from(positions) },
  }));
  return reel;
}

/** @param {Session} session */
export const trainingsOf = (session) => new Trainings(session, mannerOf(session));
