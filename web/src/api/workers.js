/** Addresses of workers that train side by side. */
import { workerPlaces } from './engine-places.js';

/** More workers would compete for memory. */
export const MOST_WORKERS = 4;

/**
 * Each address is a worker of its own; what follows # is not fetched. The first is the page's own
 * worker (undefined) or, to leave that one to the page, another.
 * @param {{own?: boolean}} [options] own: whether the page's worker takes part
 * @returns {Promise<(string | undefined)[]>}
 */
export async function workerAddresses({ own = true } = {}) {
  const cores = globalThis.navigator?.hardwareConcurrency || 1;
  const count = Math.max(1, Math.min(MOST_WORKERS, cores));
  const address = await workerPlaces[0]();
  return Array.from({ length: count }, (_, i) =>
    own && i === 0 ? undefined : `${address}#${i + Number(!own)}`,
  );
}
