/** The training of the cover: Skip-gram, drawn on a map. */
import { plans } from '../plans.js';
import { record } from '../recording.js';
import { pathsOf, wordsOf } from './map.js';

/** Few, so that the paths between them are calm. */
const FRAMES = 12;

export const plan = plans.skipGram;

/**
 * @param {import('../chapter.js').Context} context
 * @returns {Promise<{paths: import('./map.js').Point[][], rows: Float32Array[], hash: string,
 *   seconds: number, epochs: number}>} the places of the words in every frame, and their vectors
 */
export async function train(context) {
  const words = wordsOf(context.language);
  /** @type {number[] | undefined} */
  let numbers;
  const { frames, run } = await record(context.api, plan, {
    ...context,
    frames: FRAMES,
    async measure(model) {
      const vectors = await model.vectors();
      if (!numbers) {
        const known = new Map((await model.vocabulary()).map(({ word }, i) => [word, i]));
        numbers = words.map((word) => known.get(word) ?? -1);
      }
      const dims = model.info.dimensions;
      return numbers.map((n) => vectors.slice(n * dims, (n + 1) * dims));
    },
  });
  const { model, hash, seconds, epochs } = run;
  try {
    const { positions } = await model.projection({ words, align: false });
    const rows = /** @type {Float32Array[]} */ (frames.at(-1));
    return { paths: pathsOf(frames, positions), rows, hash, seconds, epochs };
  } finally {
    await model.close();
  }
}
