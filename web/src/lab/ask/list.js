/** All questions of the Lab. A new question is a file, and an entry here. */
import { analogy } from './ask-analogy.js';
import { nearest } from './ask-nearest.js';
import { odd } from './ask-odd.js';
import { pair } from './ask-pair.js';
import { beside } from './beside.js';
import { contexts } from './contexts.js';
import { evaluation } from './evaluate-panel.js';
import { blank, generated, next, sentence } from './on-sentences.js';
import { perplexities } from './perplexities.js';
import { plane } from './plane.js';

/** @typedef {import('./question.js').Question<any>} Question any: every answer has its own type */

/**
 * Below the columns: questions on sentences. In the third column: questions on word vectors.
 * @type {Question[]}
 */
export const ON_SENTENCES = [beside, next, blank, sentence, generated];
/** @type {Question[]} */
export const ON_WORDS = [nearest, analogy, odd, pair, evaluation];

/** Below the map, or shown by the map and the loss panel. @type {Question[]} */
const ON_STAGE = [contexts, perplexities, plane];

export const QUESTIONS = [...ON_SENTENCES, ...ON_WORDS, ...ON_STAGE];

export { analogy, contexts, nearest };
