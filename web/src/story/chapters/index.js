/**
 * The chapters' code by name; each is loaded on its own page only.
 * @type {Record<string, () => Promise<[import('../chapter.js').Run,
 *   {figures: import('../chapter.js').Figures}]>>}
 */
export const chapters = {
  'by-product': () =>
    Promise.all([import('./by-product/run.js'), import('./by-product/figures.js')]),
  apple: () => Promise.all([import('./apple/run.js'), import('./apple/figures.js')]),
  context: () => Promise.all([import('./context/run.js'), import('./context/figures.js')]),
};
