/**
 * The chapters' code by name; each is loaded on its own page only.
 * @type {Record<string, () => Promise<[import('../chapter.js').Run,
 *   {figures: import('../chapter.js').Figures}]>>}
 */
export const chapters = {
  'by-product': () =>
    Promise.all([import('./by-product/run.js'), import('./by-product/figures.js')]),
  end: () => Promise.all([import('./end/run.js'), import('./end/figures.js')]),
  loan: () => Promise.all([import('./loan/run.js'), import('./loan/figures.js')]),
};
