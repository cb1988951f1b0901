/**
 * The chapters' code by name; each is loaded on its own page only.
 * @type {Record<string, () => Promise<[import('../chapter.js').Run,
 *   {figures: import('../chapter.js').Figures}]>>}
 */
export const chapters = {
  number: () => Promise.all([import('./number/run.js'), import('./number/figures.js')]),
  table: () => Promise.all([import('./table/run.js'), import('./table/figures.js')]),
  guess: () => Promise.all([import('./guess/run.js'), import('./guess/figures.js')]),
  'by-product': () =>
    Promise.all([import('./by-product/run.js'), import('./by-product/figures.js')]),
};
