/** Parts of the program that are loaded when they are first needed. */
import { engineFailure } from '../worker/errors.js';

/** A network that is lost for a moment, on a train or in a school, may be back by then. */
const AGAIN_MS = 800;

/**
 * Loads a part, with a second attempt if the network fails. Every `import()` outside the workers
 * goes through this function or through ui/later.js.
 * @template T
 * @param {() => Promise<T>} load
 * @param {number} [pause] milliseconds before the second attempt
 * @returns {Promise<T>} rejects with EngineFailure and parameter 'part'
 */
export async function part(load, pause = AGAIN_MS) {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  try {
    return await load();
  } catch (error) {
    throw engineFailure(
      `A part of the program could not be loaded (${error?.message ?? error}). Check the network; if the site was updated meanwhile, reload the page.`,
      'part',
    );
  }
}
