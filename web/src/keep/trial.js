/**
 * Whether a link is on trial: it promises a hash, and the reader has just opened it. Then the run is
 * trained anew, which is what the promise is about. After a reload, or on the way back to the page, the
 * kept training is restored as everywhere.
 * @param {{get(name: string): unknown} | undefined} store
 */
export function isOnTrial(store) {
  const [visit] = performance.getEntriesByType('navigation');
  const { type } = /** @type {PerformanceNavigationTiming | {type?: string}} */ (visit ?? {});
  return type === 'navigate' && Boolean(store?.get('hash'));
}
