import { expect, it } from 'vitest';
import { arrowsOf } from '../../../web/src/plots/pull.js';

it('draws moves to one scale, upwards on the map upwards on the screen', () => {
  const [long, half, short] = arrowsOf(
    [
      { index: 3, x: 0, y: 2 },
      { index: 5, x: -1, y: 0 },
      { index: 7, x: 1e-6, y: 0 },
    ],
    1,
  );
  expect(long).toEqual({ index: 3, dx: 0, dy: -64 });
  expect([half.dx, half.dy + 0]).toEqual([-32, 0]);
  expect(short.dx).toBe(10); // still to be seen
  expect(arrowsOf([], 1)).toEqual([]);
});
