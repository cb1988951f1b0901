/** Goals on trained runs, as the pages grade them. */
import { expect, it } from 'vitest';
import { grade } from '../../web/src/tasks/goal.js';
import { trained } from '../../web/src/tasks/runs.js';

/** @param {string} link @param {[string, object][]} conditions */
async function graded(link, conditions) {
  const run = await trained(link);
  try {
    return await grade(
      run,
      {
        text: '',
        conditions: conditions.map(([measure, limits]) => ({ measure, ...limits })),
        best: { measure: 'dimensions', order: 'least' },
      },
      'en',
    );
  } finally {
    await run.close();
  }
}

it('of word vectors', async () => {
  const link = 'lab.html#v=1&corpus=relations-en&model=skip-gram';
  const { values, met, best, error } = await graded(link, [
    ['analogy-place man woman king queen', { atMost: 1 }],
    ['place king queen', { atMost: 1 }],
    ['nearest king', { is: 'queen' }],
    ['analogies', { atLeast: 0.95 }],
    ['similarity king queen', { atLeast: 0.5 }],
    ['odd king queen prince cat', { is: 'cat' }],
    ['words', { atLeast: 200 }],
    ['count king', { atLeast: 10 }],
    ['loss', { atMost: 10 }],
    ['closer king queen cat', { atLeast: 0.3 }],
    ['rarest', { atLeast: 66, atMost: 66 }],
    ['once', { atMost: 0 }],
    ['corpus', { is: 'relations-en' }],
    ['next the king', { is: 'x' }], // a Skip-gram guesses no next word
  ]);
  expect(error).toBe(null);
  expect(met).toEqual([...Array(met.length - 1).fill(true), false]);
  expect(values.at(-1)).toBeNaN();
  expect(best).toBe(32);
});

it('of a language model', async () => {
  const link = 'lab.html#v=1&corpus=relations-en&model=nnlm';
  const { values, reached } = await graded(link, [
    ['next-place jewels the king left the throne with his', { atMost: 10 }],
    ['chance jewels the king left the throne with his', { atLeast: 0.01 }],
    ['against-trigram', { atMost: 1 }],
    ['perplexity', { atLeast: 1 }],
  ]);
  expect(values.every(Number.isFinite)).toBe(true);
  expect(reached).toBe(true);
});

it('a word that is not there is an error of the measure, and the goal not reached', async () => {
  const link = 'lab.html#v=1&corpus=relations-en&model=cbow&epochs=1&mincount=50';
  const { error, reached, values } = await graded(link, [['place king zebra', { atMost: 1 }]]);
  expect(error?.code).toBe('UnknownWord');
  expect(values[0]).toBeNaN();
  expect(reached).toBe(false);
});

it('of two senses', async () => {
  const { values } = await graded('polysemy.html#v=1&word=apple', [
    ['told-apart 0 apple', { atMost: 0.6 }],
    ['told-apart 2 apple', { atLeast: 0.95 }],
  ]);
  expect(values).toEqual([0.5, 1]);
});
