import { SenseAxes } from './axes.js';
import { addMoment } from './curve.js';
import { Reel } from './reel.js';
import { Turn } from './turn.js';

/**
 * One corpus with its model.
 * @typedef {object} Pack
 * @property {'en' | 'zh'} language
 * @property {any} corpus labelled sentences; null until made
 * @property {any} model
 * @property {number} seed of the model
 * @property {Set<string>} known its words
 * @property {boolean} preparing
 * @property {boolean} running
 * @property {any} report
 * @property {any} error
 * @property {string} hash of the weights as they stand; '' while they move
 * @property {number} secondsLeft
 * @property {string} watched the word whose occurrences the model holds
 * @property {import('./occurrences.js').Occurrences | null} occurrences of that word
 * @property {Map<string, import('./curve.js').Moment[]>} history the score of each word over time
 * @property {Reel} reel
 * @property {Turn} turn
 * @property {SenseAxes} axes
 * @property {number} ticket the latest preparation
 */

/**
 * Notes a frame in the curves and, while the model trains, in the reel.
 * @param {Pack} pack @param {import('./frame.js').Frame} frame @param {string} view
 */
export function remember(pack, frame, view) {
  const { word } = frame.of;
  const { progress = 0, epochs = 1, step = 0 } = pack.report ?? {};
  const epoch = progress * epochs;
  if (!pack.history.has(word)) pack.history.set(word, []);
  const moments = /** @type {import('./curve.js').Moment[]} */ (pack.history.get(word));
  addMoment(moments, { epoch, gaps: frame.layers.map(({ separation }) => separation) });
  // A later look at the trained model is no part of the film, but its last shot is.
  const last = pack.reel.view === view && epoch > (pack.reel.shots.at(-1)?.epoch ?? 0);
  if (pack.running || step === 0 || last) pack.reel.add(view, { frame, epoch });
}

/** @param {'en' | 'zh'} language @returns {any} */
export const emptyPack = (language) => ({
  language,
  corpus: null,
  model: null,
  seed: -1,
  known: new Set(),
  preparing: false,
  running: false,
  report: null,
  error: null,
  hash: '',
  secondsLeft: Number.NaN,
  watched: '',
  occurrences: null,
  history: new Map(),
  reel: new Reel(),
  turn: new Turn(),
  axes: new SenseAxes(),
  ticket: 0,
});
