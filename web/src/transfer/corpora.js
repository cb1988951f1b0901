import { part } from '../api/part.js';
import { askWorker } from '../text/ask-worker.js';
import { startReviews } from './start-reviews.js';

/** How a language model is pre-trained on the reviews; other options have the API's defaults. */
const OPTIONS = {
  shared: { tokenizer: 'space', sentences: 'lines', minCount: 1 },
  elmo: { epochs: 5, batch: 8, alpha: 0.03 },
  'skip-gram': { epochs: 10 },
};

/**
 * The reviews in a language, and the options to pre-train on them.
 * @param {'en' | 'zh'} language @param {import('../link/edition.js').Edition} edition
 */
export async function reviewsOf(language, edition) {
  return { reviews: await written({ language, edition: Number(edition) }), options: OPTIONS };
}

/** @param {object} options @returns {Promise<import('../../corpora/reviews.js').Reviews>} */
function written(options) {
  return askWorker(startReviews, options, async () => {
    const { generateReviews } = await part(() => import('../../corpora/reviews.js'));
    return generateReviews(options);
  });
}
