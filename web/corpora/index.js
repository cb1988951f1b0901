/** The corpora and their generators. A page that needs only the list imports presets.js. */
export { generateLadder, generatePolysemy } from './polysemy.js';
export { presets } from './presets.js';
export { analogiesText, generateRelations } from './relations.js';
export { generateReviews } from './reviews.js';
