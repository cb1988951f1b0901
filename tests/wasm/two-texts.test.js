/** Two texts, really trained: a planted change is found, and nothing where nothing has changed. */
import { expect, it } from 'vitest';
import { PAIRS, PLANTED, plantedPair } from '../../web/corpora/pairs.js';
import { create } from '../../web/src/api/index.js';
import { compareTexts, SETTINGS } from '../../web/src/experiments/texts/two-texts.js';

it.each([1, 2, 3, 4, 5])('two words that changed places come first (text %i)', async (seed) => {
  const language = seed % 2 ? 'en' : 'zh';
  const { shifts, limit, neighbours } = await compareTexts(plantedPair(language, seed), {
    seeds: 3,
  });
  const [first, second] = shifts;
  expect([first.word, second.word].sort()).toEqual([...PLANTED[language]].sort());
  for (const { moved, held, score, interval, chance } of [first, second]) {
    expect(moved).toBe(true);
    expect(held).toBe(3);
    expect(score).toBeGreaterThan(limit);
    expect(interval[0]).toBeGreaterThan(chance[1]);
  }
  // Where the one was, the other is now.
  const near = (/** @type {0 | 1} */ text, /** @type {string} */ word) =>
    (neighbours[text].get(word) ?? []).map((item) => item.word);
  const [x, y] = PLANTED[language];
  const stayed = near(0, x).filter((word) => near(1, y).includes(word));
  expect(stayed.length).toBeGreaterThan(2);
});

it.each([1, 2, 3])('without a change no word passes (text %i)', async (seed) => {
  const { shifts } = await compareTexts(plantedPair(seed % 2 ? 'en' : 'zh', seed, false), {
    seeds: 5,
  });
  expect(shifts.filter(({ moved }) => moved)).toEqual([]);
});

it('halves of real texts, cut at random, have no word that moved', async () => {
  for (const { load, settings } of PAIRS.slice(0, 2)) {
    const [text] = await load();
    const halves = /** @type {[string[][], string[][]]} */ (
      [0, 1].map((n) => text.filter((_, i) => i % 2 === n))
    );
    const { shifts } = await compareTexts(halves, { seeds: 3, settings });
    expect(shifts.filter(({ moved }) => moved).map(({ word }) => word)).toEqual([]);
  }
}, 120_000);

it('texts without shared words are refused, with the number', async () => {
  const other = (/** @type {string} */ sign) =>
    Array.from({ length: 60 }, (_, i) => Array(12).fill(`${sign}${i % 50}`));
  await expect(compareTexts([other('a'), other('b')])).rejects.toMatchObject({
    code: 'TooFewShared',
    value: '0',
  });
});

it('each training is the run that anybody can repeat', async () => {
  const texts = plantedPair('en');
  const { hashes } = await compareTexts(texts, { seeds: 3 });
  const model = await create({
    corpus: { tokens: texts[1] },
    model: 'skip-gram',
    ...SETTINGS,
    seed: 1,
  });
  await model.resume();
  expect(await model.weightsHash()).toBe(hashes[1]);
  await model.close();
});

it('a comparison that is stopped ends, and leaves nothing behind', async () => {
  const stop = new AbortController();
  const done = compareTexts(plantedPair('en'), {
    signal: stop.signal,
    onProgress: (trained) => trained === 2 && stop.abort(),
  });
  await expect(done).rejects.toMatchObject({ code: 'Cancelled' });
});
