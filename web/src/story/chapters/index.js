import { part } from '../../api/part.js';

/** @typedef {import('../chapter.js').Run} Run */
/** @typedef {{figures: import('../chapter.js').Figures}} Drawn */

/** @param {Promise<Run>} run @param {Promise<Drawn>} figures @returns {Promise<[Run, Drawn]>} */
const both = (run, figures) => Promise.all([run, figures]);

/**
 * The chapters' code by name; each is loaded on its own page only.
 * @type {Record<string, () => Promise<[Run, Drawn]>>}
 */
export const chapters = {
  number: () =>
    both(
      part(() => import('./number/run.js')),
      part(() => import('./number/figures.js')),
    ),
  table: () =>
    both(
      part(() => import('./table/run.js')),
      part(() => import('./table/figures.js')),
    ),
  guess: () =>
    both(
      part(() => import('./guess/run.js')),
      part(() => import('./guess/figures.js')),
    ),
  'by-product': () =>
    both(
      part(() => import('./by-product/run.js')),
      part(() => import('./by-product/figures.js')),
    ),
  blank: () =>
    both(
      part(() => import('./blank/run.js')),
      part(() => import('./blank/figures.js')),
    ),
  opposites: () =>
    both(
      part(() => import('./opposites/run.js')),
      part(() => import('./opposites/figures.js')),
    ),
  direction: () =>
    both(
      part(() => import('./direction/run.js')),
      part(() => import('./direction/figures.js')),
    ),
  apple: () =>
    both(
      part(() => import('./apple/run.js')),
      part(() => import('./apple/figures.js')),
    ),
  context: () =>
    both(
      part(() => import('./context/run.js')),
      part(() => import('./context/figures.js')),
    ),
  loan: () =>
    both(
      part(() => import('./loan/run.js')),
      part(() => import('./loan/figures.js')),
    ),
  end: () =>
    both(
      part(() => import('./end/run.js')),
      part(() => import('./end/figures.js')),
    ),
};
