/** What several tests of the API need. */
import { expect } from 'vitest';
import { PreformerError } from '../../web/src/api/index.js';

const lines = [
  'the king rules the land and the queen rules the land',
  'the man walks the dog and the woman walks the dog',
  'the king is a man and the queen is a woman',
];

/** A small corpus that trains in a blink. @param {number} [repeats] */
export const toyText = (repeats = 100) => Array(repeats).fill(lines.join('\n')).join('\n');

/** Options of a run long enough to be paused. */
export const longRun = { corpus: toyText(), epochs: 10_000 };

/**
 * Language models that learn the small corpus within a second.
 * @type {Record<'nnlm' | 'elmo', Partial<import('../../web/src/api/types.js').CreateOptions>>}
 */
export const small = {
  nnlm: { model: 'nnlm', vectorSize: 16, hidden: 24, batch: 32, alpha: 0.01, epochs: 6 },
  elmo: { model: 'elmo', vectorSize: 16, cellSize: 24, batch: 16, alpha: 0.01, epochs: 8 },
};

/**
 * The error that `body` rejects with: a PreformerError with a whole sentence, of this code.
 * @param {string} code
 * @param {() => unknown} body
 * @returns {Promise<PreformerError>}
 */
export async function failure(code, body) {
  const error = await Promise.resolve()
    .then(body)
    .then(
      () => expect.fail(`expected ${code}`),
      (reason) => reason,
    );
  expect(error).toBeInstanceOf(PreformerError);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/^.{15,}[.?]$/su);
  return error;
}
