/** Be the model: the trigram is the core's, and the models play by the same rules as the reader. */
import { expect, it } from 'vitest';
import { presets } from '../../web/corpora/presets.js';
import { create } from '../../web/src/api/index.js';
import { fitOf } from '../../web/src/experiments/guess/fit.js';
import { GuessSession } from '../../web/src/experiments/guess/session.js';
import { END, Trigram } from '../../web/src/experiments/guess/trigram.js';

const split = (/** @type {string} */ text) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

it.each(['relations-en', 'relations-zh'])(
  '%s: the trigram has the perplexity of the core’s',
  async (id) => {
    const preset = presets.find((one) => one.id === id);
    if (!preset) return expect.fail();
    const trigram = new Trigram(split(await preset.load()));
    const model = await create({ corpus: { preset: id }, heldout: { preset: id }, model: 'nnlm' });
    const known = new Set((await model.vocabulary({ topn: 1e6 })).map(({ word }) => word));
    let nats = 0;
    let count = 0;
    for (const sentence of split(await preset.heldout())) {
      expect(sentence.every((word) => known.has(word))).toBe(true);
      for (const [at, word] of [...sentence, END].entries()) {
        nats -= Math.log(trigram.probability(sentence.slice(0, at), word));
        count += 1;
      }
    }
    const { trigram: wanted } = await model.perplexities();
    expect(Math.exp(nats / count)).toBeCloseTo(wanted, 3);
    const all = [...known, END].reduce(
      (sum, word) => sum + trigram.probability(['the', 'king'], word),
      0,
    );
    expect(all).toBeCloseTo(1, 6);
    await model.close();
  },
);

it('the models’ probabilities of the words come from their own next-word distributions', async () => {
  const session = new GuessSession({ language: 'zh', draw: 2 });
  const begun = session.start();
  for (let i = 0; i < 10; i++) {
    while (!session.place) await new Promise((resolve) => setTimeout(resolve, 10));
    const { sentence, at } = session.place;
    expect(at).toBeGreaterThan(1);
    const read = session.sentences.some((words) => words.join(' ') === sentence.join(' '));
    expect(read).toBe(false);
    await session.end({ word: sentence[at], misses: [], found: true });
  }
  await begun;
  expect(session.error).toBe(null);
  expect(session.own.every((p) => p > 0.5 && p < 1)).toBe(true);
  for (const player of /** @type {const} */ (['trigram', 'nnlm', 'elmo'])) {
    expect(session.ready(player)).toBe(true);
    expect(session.perplexityOf(player)).toBeGreaterThan(1);
    const known = session.rounds.map(({ p }) => p[player] ?? Number.NaN);
    expect(known.every((p) => p > 0 && p <= 1)).toBe(true);
  }
  await session.close();
}, 180_000);

it('the fit of two maps is what the core’s Procrustes leaves over', async () => {
  const model = await create({ corpus: 'a b c d e f g h\nb a d c f e h g' });
  const current = Float32Array.from([0, 0, 1, 0, 2, 1, 0, 3, 4, 1]);
  const previous = Float32Array.from([1, 2, 2, 2, 3, 4, 1, 5, 4, 6]);
  const aligned = await model.alignPositions({ previous, current, all: current });
  const mean = [0, 1].map(
    (axis) => previous.filter((_, i) => i % 2 === axis).reduce((a, b) => a + b, 0) / 5,
  );
  let [rest, spread] = [0, 0];
  for (const [i, value] of previous.entries()) {
    rest += (aligned[i] - value) ** 2;
    spread += (value - mean[i % 2]) ** 2;
  }
  expect(fitOf(current, previous)).toBeCloseTo(1 - rest / spread, 5);
  await model.close();
});
