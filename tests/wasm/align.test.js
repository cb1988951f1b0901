import { expect, it } from 'vitest';
import { create } from '../../web/src/api/index.js';
import { failure, toyText } from './support.js';

it('the map of another model is turned, mirrored and scaled onto this one', async () => {
  const model = await create({ corpus: toyText() });
  const { positions: previous } = await model.projection();
  const [c, s] = [Math.cos(2), Math.sin(2)];
  const all = new Float32Array(previous.length);
  for (let i = 0; i < all.length; i += 2) {
    const [x, y] = [3 * previous[i], -3 * previous[i + 1]];
    all.set([c * x - s * y + 7, s * x + c * y - 1], i);
  }
  const some = (/** @type {Float32Array} */ map) => map.slice(0, 10); // five words in common
  const aligned = await model.alignPositions({
    previous: some(previous),
    current: some(all),
    all,
  });
  expect(aligned).toHaveLength(all.length);
  for (const [i, x] of aligned.entries()) expect(x).toBeCloseTo(previous[i], 4);
  await failure('BadParameter', () =>
    model.alignPositions({ previous: some(previous), current: all, all }),
  );
  await model.close();
});
