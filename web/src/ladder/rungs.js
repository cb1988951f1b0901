/**
 * The five models in historical order: how each is trained, and which questions it can answer.
 *
 * @typedef {'similar' | 'analogy' | 'next' | 'blank' | 'senses'} Question
 * @typedef {object} Rung
 * @property {NonNullable<import('../api/types.js').CommonOptions['model']>} id its name in the API
 * @property {string} year
 * @property {import('../api/types.js').TrainingOptions} options options besides the shared ones
 * @property {Question[]} answers questions that the model can answer
 * @property {boolean} predicts whether it predicts the next word, so that its bits per word are
 *   comparable
 */

/** @type {Question[]} */
export const QUESTIONS = ['similar', 'analogy', 'next', 'blank', 'senses'];

/** Number of preceding words of the NNLM; n − 1 for n = 5 in Bengio et al. 2003. */
export const CONTEXT = 4;
export const LAYERS = 2;
const VECTOR_SIZE = 32;

/**
 * The shared options of all models.
 * @type {import('../api/types.js').TokenizeOptions & {vectorSize: number}}
 */
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
