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
  blank: () => Promise.all([import('./blank/run.js'), import('./blank/figures.js')]),
  opposites: () => Promise.all([import('./opposites/run.js'), import('./opposites/figures.js')]),
  direction: () => Promise.all([import('./direction/run.js'), import('./direction/figures.js')]),
  apple: () => Promise.all([import('./apple/run.js'), import('./apple/figures.js')]),
  context: () => Promise.all([import('./context/run.js'), import('./context/figures.js')]),
  loan: () => Promise.all([import('./loan/run.js'), import('./loan/figures.js')]),
  end: () => Promise.all([import('./end/run.js'), import('./end/figures.js')]),
};
