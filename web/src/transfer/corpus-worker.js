import { generateReviews } from '../../corpora/reviews.js';

/** Generates the reviews outside the main thread. */
self.onmessage = ({ data }) => self.postMessage(generateReviews(data));
