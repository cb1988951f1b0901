import { generateReviews } from '../../corpora/reviews.js';

/** Writes the reviews away from the page's own thread. */
self.onmessage = ({ data }) => self.postMessage(generateReviews(data));
