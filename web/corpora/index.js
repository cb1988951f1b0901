/** The corpora and what makes them; a page that needs the list alone takes it from presets.js. */
export { generateLadder, generatePolysemy } from './polysemy.js';
export { presets } from './presets.js';
export { analogiesText, generateRelations } from './relations.js';
export { generateReviews } from './reviews.js';
