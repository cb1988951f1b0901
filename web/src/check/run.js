/** The training that proves that the engine works: the same everywhere, bit by bit. */
import { train } from '../api/index.js';

const RUN = /** @type {const} */ ({
  model: 'cbow',
  corpus: { preset: 'relations-en' },
  epochs: 1,
  seed: 1,
});

/** The hash of its weights; a test trains it, too. */
export const EXPECTED = '689b5dfaab41b283';

/** @param {'exact' | 'parallel'} build */
export async function trainHere(build) {
  const start = performance.now();
  const model = await train({ ...RUN, build, ...(build === 'parallel' ? { threads: 2 } : {}) });
  try {
    const { build: used, buildLacks: lacks = '', threads = 1 } = /** @type {any} */ (model.info);
    const hash = await model.weightsHash();
    return { seconds: (performance.now() - start) / 1000, hash, build: used, lacks, threads };
  } finally {
    await model.close();
  }
}
