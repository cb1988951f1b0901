/** The runs of the page, in rounds. */
import { median } from '../plots/statistics.js';
import { ALPHA, SHAPE, SHARED, trainWords } from './words.js';

export const ROUNDS = 3;

/**
 * @typedef {'exact' | 'fast' | 'parallel'} Build
 * @typedef {{id: string, model: 'skip-gram' | 'cbow', sharedWindows: number}} Row
 * @typedef {Record<string, Partial<Record<Build, number[]>>>} Figures words per second, by row and build
 */

/** @type {Row[]} */
export const ROWS = [
  { id: 'skip-gram', model: 'skip-gram', sharedWindows: 1 },
  ...SHARED.map((sharedWindows) => ({
    id: `skip-gram-${sharedWindows}`,
    model: /** @type {const} */ ('skip-gram'),
    sharedWindows,
  })),
  { id: 'cbow', model: 'cbow', sharedWindows: 1 },
];

const THREADS = 2;

/**
 * Trains every row with every build, round by round. A build that the browser cannot run is left out.
 * @param {object} of
 * @param {{create: typeof import('../api/index.js').create}} of.api
 * @param {import('../api/types.js').CreateOptions['corpus']} of.corpus
 * @param {Build[]} of.builds
 * @param {number} [of.rounds]
 * @param {object} [of.options] in place of the benchmark's
 * @param {AbortSignal} [of.signal]
 * @param {(figures: Figures, done: number, of: number) => void} [of.onFigure] after each run
 * @returns {Promise<Figures>}
 */
export async function measure({ api, corpus, builds, rounds = ROUNDS, options, signal, onFigure }) {
  /** @type {Figures} */
  const figures = Object.fromEntries(ROWS.map(({ id }) => [id, {}]));
  const lacking = new Set();
  const all = rounds * ROWS.length * builds.length;
  let done = 0;
  for (let round = 0; round < rounds; round++) {
    for (const { id, model, sharedWindows } of ROWS) {
      for (const build of builds) {
        done += 1;
        if (lacking.has(build)) continue;
        signal?.throwIfAborted();
        const threads = build === 'parallel' ? { threads: THREADS } : {};
        const alpha = ALPHA[model].ours;
        const run = { ...SHAPE, model, alpha, sharedWindows, epochs: 1, build, ...threads };
        const task = { corpus, options: { ...run, ...options, seed: round + 1 }, signal };
        const found = await trainWords(api, task);
        signal?.throwIfAborted();
        if (found.build !== build) lacking.add(build);
        else figures[id][build] = [...(figures[id][build] ?? []), found.tokensPerSecond];
        onFigure?.(figures, done, all);
      }
    }
  }
  return figures;
}

/**
 * The figures as one line: machine, settings, thousands of words per second.
 * @param {Figures} figures @param {{agent: string, cores: number, date: string}} where
 */
export function lineOf(figures, { agent, cores, date }) {
  const rows = ROWS.flatMap(({ id, model, sharedWindows }) => {
    const found = Object.entries(figures[id]).map(
      ([build, speeds]) => `${build} ${Math.round(median(speeds) / 1000)}`,
    );
    const name = sharedWindows > 1 ? `${model} shared ${sharedWindows}` : model;
    return found.length > 0 ? [`${name}: ${found.join(', ')}`] : [];
  });
  return [
    'Preformer, State of the Union, 100-d, window 5, 5 negatives, 1000 words/s',
    ...rows,
    `${cores} logical cores`,
    agent,
    date,
  ].join(' · ');
}
