/** Replaces the figures of the Story in builds as a single file, for which their chapters are too many. */
import { PreformerError } from '../worker/errors.js';

/** @type {string[]} */
export const css = [];

/** @returns {never} */
export function join() {
  const message =
    'The figures of the Story are not in this file. Take the elements from the site or the npm package.';
  throw new PreformerError({ code: 'EngineFailure', message });
}
