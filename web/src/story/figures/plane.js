/** Principal components of a few rows, and where other rows lie in their plane. */
import { dot } from '../../plots/vectors.js';

const ROUNDS = 300;

/**
 * The direction in which the rows differ most, by repeated multiplication with their covariance.
 * @param {Float64Array[]} rows centred
 */
function mainDirection(rows) {
  let direction = Float64Array.from(rows[0], (_, i) => 1 / (i + 1));
  for (let round = 0; round < ROUNDS; ++round) {
    const next = new Float64Array(direction.length);
    for (const row of rows) {
      const along = dot(row, direction);
      for (let i = 0; i < next.length; ++i) next[i] += along * row[i];
    }
    const length = Math.sqrt(dot(next, next));
    if (!length) return direction;
    direction = next.map((x) => x / length);
  }
  return direction;
}

/**
 * The plane in which the rows differ most.
 * @param {ArrayLike<number>[]} rows
 * @returns {(row: ArrayLike<number>) => [number, number]} the place of any row in it
 */
export function planeOf(rows) {
  const mean = Float64Array.from(
    rows[0],
    (_, i) => rows.reduce((sum, row) => sum + row[i], 0) / rows.length,
  );
  const centred = rows.map((row) => mean.map((x, i) => row[i] - x));
  const first = mainDirection(centred);
  const rest = centred.map((row) => {
    const along = dot(row, first);
    return row.map((x, i) => x - along * first[i]);
  });
  const second = mainDirection(rest);
  return (row) => {
    const from = mean.map((x, i) => row[i] - x);
    return [dot(from, first), dot(from, second)];
  };
}
