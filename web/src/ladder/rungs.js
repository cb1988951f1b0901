/**
 * The five rungs, oldest first: what is trained, and which questions each can be asked at all.
 *
 * @typedef {'similar' | 'analogy' | 'next' | 'blank' | 'senses'} Question
 * @typedef {object} Rung
 * @property {NonNullable<import('../api/types.js').CommonOptions['model']>} id the API's name
 * @property {string} year
 * @property {import('../api/types.js').TrainingOptions} options beside the shared ones
 * @property {Question[]} answers questions that the model is made for
 * @property {boolean} predicts the next word, so that bits per word compare
 */

/** @type {Question[]} */
export const QUESTIONS = ['similar', 'analogy', 'next', 'blank', 'senses'];

/** Words to the left that the NNLM sees; Bengio et al. 2003 call it n − 1 of n = 5. */
export const CONTEXT = 4;
export const LAYERS = 2;
const VECTOR_SIZE = 32;

/** The same for every rung. @type {import('../api/types.js').TokenizeOptions & {vectorSize: number}} */
export const SHARED = {
  tokenizer: 'space',
  sentences: 'lines',
  minCount: 1,
  vectorSize: VECTOR_SIZE,
};

/** @type {Rung[]} */
export const RUNGS = [
  { id: 'one-hot', year: '', options: {}, answers: [], predicts: false },
  {
    id: 'nnlm',
    year: '2003',
    options: { context: CONTEXT, hidden: 64, batch: 32, epochs: 3 },
    answers: ['similar', 'analogy', 'next'],
    predicts: true,
  },
  {
    id: 'cbow',
    year: '2013',
    options: { window: 5, negative: 5, epochs: 10 },
    answers: ['similar', 'analogy', 'blank'],
    predicts: false,
  },
  {
    id: 'skip-gram',
    year: '2013',
    options: { window: 5, negative: 5, epochs: 10 },
    answers: ['similar', 'analogy'],
    predicts: false,
  },
  {
    id: 'elmo',
    year: '2018',
    options: { layers: LAYERS, cellSize: 32, batch: 8, epochs: 5 },
    answers: ['similar', 'analogy', 'next', 'blank', 'senses'],
    predicts: true,
  },
];
