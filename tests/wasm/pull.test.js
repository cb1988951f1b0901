import { afterEach, describe, expect, it } from 'vitest';
import { create } from '../../web/src/api/index.js';
import { axesOf, pullOf } from '../../web/src/lab/map/pull.js';

/** @type {import('../../web/src/api/model.js').Model | null} */
let model = null;
afterEach(() => model?.close());

/** A model that was trained a little, as the Lab's slot has it. @param {object} options @param {number} steps */
async function slotOf(options, steps) {
  model = await create({ corpus: { preset: 'relations-en' }, seed: 1, vectorSize: 8, ...options });
  await model.step(steps);
  const projection = await model.projection({ align: true });
  await model.step(3);
  /** @type {any} only what is read */
  return {
    model,
    vocabulary: await model.vocabulary(),
    projection: await model.projection({ align: true }), // turned to the one before
    before: projection,
  };
}

describe('the axes of the map', () => {
  it('are found again from the vectors and the turned positions', async () => {
    const { model, projection } = await slotOf({ model: 'skip-gram' }, 2000);
    const vectors = await model.vectors();
    const [{ positions }, D] = [projection, 8];
    const axes = axesOf(vectors, D, positions);
    // Differences of words are where the map has them, up to one factor.
    const factors = [];
    for (let i = 1; i < 60; i++) {
      let [x, y] = [0, 0];
      for (let j = 0; j < D; j++) {
        const difference = vectors[i * D + j] - vectors[j];
        x += difference * axes[2 * j];
        y += difference * axes[2 * j + 1];
      }
      const [px, py] = [positions[2 * i] - positions[0], positions[2 * i + 1] - positions[1]];
      const size = Math.hypot(px, py);
      expect((x * px + y * py) / (Math.hypot(x, y) * size)).toBeGreaterThan(0.99999);
      factors.push(Math.hypot(x, y) / size);
    }
    expect(Math.max(...factors) / Math.min(...factors)).toBeLessThan(1.001);
  });

  it('have a direction even if all words are on one line', () => {
    const axes = axesOf(
      new Float32Array([0, 0, 1, 2, 2, 4]),
      2,
      new Float32Array([-1, 0, 0, 0, 1, 0]),
    );
    expect([...axes]).toEqual([1, 0, 2, 0]);
  });
});

describe('the pull of the next step', () => {
  it.each(['skip-gram', 'cbow'])('%s: is what the step then does', async (kind) => {
    const slot = await slotOf({ model: kind, negative: 3 }, 500);
    const next = await slot.model.nextExample();
    const pull = await pullOf(slot, null);
    if (!pull) throw new Error('no pull');
    expect(pull.number).toBe(next.number);
    expect(slot.vocabulary[pull.target].word).toBe(next.sentence[next.position]);
    expect(pull.noise.length).toBeGreaterThan(0);
    expect(pull.noise).not.toContain(pull.target);
    const before = await slot.model.vectors();
    await slot.model.step(1);
    const after = await slot.model.vectors();
    const axes = axesOf(before, 8, slot.projection.positions);
    const moved = slot.vocabulary.flatMap(
      (/** @type {unknown} */ _, /** @type {number} */ index) => {
        let [x, y] = [0, 0];
        for (let j = 0; j < 8; j++) {
          const by = after[index * 8 + j] - before[index * 8 + j];
          x += by * axes[2 * j];
          y += by * axes[2 * j + 1];
        }
        return x || y ? [{ index, x, y }] : [];
      },
    );
    expect(pull.moves.map(({ index }) => index).sort()).toEqual(
      moved.map((/** @type {{index: number}} */ { index }) => index).sort(),
    );
    for (const { index, x, y } of moved) {
      const move = pull.moves.find((one) => one.index === index);
      expect(move?.x).toBeCloseTo(x, 6);
      expect(move?.y).toBeCloseTo(y, 6);
    }
  });

  it('NNLM: moves the words before the one to guess, of a sentence of the reader, too', async () => {
    const slot = await slotOf({ model: 'nnlm', hidden: 8, context: 2, batch: 8, epochs: 1 }, 20);
    const pull = await pullOf(slot, { typed: 'king found his crown', nth: 0, guess: null });
    expect(pull?.words.sort()).toEqual(['found', 'his']);
    expect(slot.vocabulary[pull?.target ?? 0].word).toBe('crown');
    expect(pull?.noise).toEqual([]);
    expect(pull?.number).toBe(null);
  });

  it('is null where letters are read: no word has a row', async () => {
    const slot = await slotOf({ model: 'elmo', charCnn: true, epochs: 1 }, 1);
    expect(await pullOf(slot, null)).toBe(null);
  });
});
