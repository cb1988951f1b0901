/** Runs with several seeds: the API's counts against single runs, and what is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repeat, train } from '../../web/src/api/index.js';
import { failure, toyText } from './support.js';

/** @type {import('../../web/src/api/types.js').CreateOptions} */
const options = { model: 'cbow', corpus: toyText(10), vectorSize: 8, epochs: 4, seed: 3 };
const SEEDS = [3, 4, 5, 6, 7];

describe('five seeds', () => {
  /** @type {import('../../web/src/api/repeat.js').Runs} */
  let runs;
  beforeAll(async () => {
    runs = await repeat(options, { seeds: 5 });
  });
  afterAll(() => runs.close());

  it('are five runs with the bits of single ones', async () => {
    expect(runs.seeds).toEqual(SEEDS);
    const single = await train({ ...options, seed: 5 });
    expect(runs.hashes[2]).toBe(await single.weightsHash());
    expect(new Set(runs.hashes).size).toBe(5);
    await single.close();
  });

  it('count in how many runs an answer held', async () => {
    const { words, runs: count } = await runs.ask({ similar: 'king' });
    expect(count).toBe(5);
    /** @type {Record<string, {first: number, among: number, values: number[]}>} */
    const counted = {};
    for (const seed of SEEDS) {
      const single = await train({ ...options, seed });
      const all = await single.mostSimilar({ positive: 'king', topn: 100 });
      all.forEach(({ word, similarity }, place) => {
        counted[word] ??= { first: 0, among: 0, values: [] };
        counted[word].first += Number(place === 0);
        counted[word].among += Number(place < 10);
        counted[word].values.push(similarity);
      });
      await single.close();
    }
    for (const { word, first, among, mean, spread } of words) {
      const { values, ...own } = counted[word];
      expect({ first, among }, word).toEqual({ first: own.first, among: own.among });
      const middle = values.reduce((a, b) => a + b) / 5;
      expect(mean).toBeCloseTo(middle, 12);
      expect(spread).toBeCloseTo(
        Math.sqrt(values.reduce((sum, x) => sum + (x - middle) ** 2, 0) / 4),
        12,
      );
    }
    expect(words.reduce((sum, { first }) => sum + first, 0)).toBe(5);
  });

  it('answer every kind of question', async () => {
    const odd = await runs.ask({ odd: ['king', 'queen', 'dog'] });
    expect(odd.words.map(({ word }) => word).sort()).toEqual(['dog', 'king', 'queen']);
    const analogy = await runs.ask({ analogy: ['man', 'king', 'woman'] });
    expect(analogy.words.some(({ word }) => word === 'king')).toBe(false);
    const blank = await runs.ask({ blank: 'the _ rules the land' });
    expect(blank.words[0].mean).toBeGreaterThan(0);
    const pair = await runs.ask({ pair: ['king', 'queen'] });
    expect(pair.words).toMatchObject([{ word: 'queen', first: 5, among: 5 }]);
    await failure('BadParameter', () =>
      runs.ask(/** @type {any} any: a mistake */ ({ near: 'a' })),
    );
    await failure('BadParameter', () => runs.ask({ analogy: ['man', 'king'] }));
    await failure('UnknownWord', () => runs.ask({ similar: 'zebra' }));
  });
});

describe('a score, a continuation and an evaluation', () => {
  /** @type {import('../../web/src/api/types.js').CreateOptions} */
  const predicting = { ...options, model: 'nnlm', hidden: 8, context: 2 };
  const draw = { length: 4, temperature: 1, topK: 0, seed: 12 };
  const sentence = 'the king rules the land';

  it('have mean and spread over single runs, and count equal draws', async () => {
    const ask = [{ score: sentence }, { generate: 'the', ...draw }, { generate: '', ...draw }];
    const { answers } = await repeat(predicting, { seeds: 4, ask });
    const scores = [];
    /** @type {Record<string, number>} */
    const texts = {};
    /** @type {Record<string, number>} */
    const firsts = {};
    let chance = 0;
    for (const seed of SEEDS.slice(0, 4)) {
      const single = await train({ ...predicting, seed });
      scores.push((await single.scoreSentence(sentence)).perplexity);
      const { words, ended } = await single.generate({ prompt: 'the', ...draw });
      const text = [...words, ...(ended ? ['</s>'] : [])].join(' ');
      texts[text] = (texts[text] ?? 0) + 1;
      const first = words[0] ?? '</s>';
      firsts[first] = (firsts[first] ?? 0) + 1;
      const chances = await single.predictNext('the', { topn: 100 });
      chance += chances.find(({ word }) => word === 'king')?.probability ?? Number.NaN;
      await single.close();
    }
    const [perplexity, bits] = answers[0].numbers;
    expect(perplexity).toMatchObject({ name: 'perplexity', runs: 4 });
    expect(perplexity.mean).toBeCloseTo(scores.reduce((a, b) => a + b) / 4, 10);
    expect([perplexity.least, perplexity.most]).toEqual([Math.min(...scores), Math.max(...scores)]);
    expect(perplexity.spread).toBeGreaterThan(0);
    expect(bits.name).toBe('bitsPerWord');
    expect(answers[0].words).toEqual([]);

    const counted = Object.fromEntries(answers[1].texts.map(({ text, runs }) => [text, runs]));
    expect(counted).toEqual(texts);
    const drawn = answers[1].words.filter(({ first }) => first > 0);
    expect(Object.fromEntries(drawn.map(({ word, first }) => [word, first]))).toEqual(firsts);
    const king = answers[1].words.find(({ word }) => word === 'king');
    if (king) expect(king.mean).toBeCloseTo(chance / 4, 10);
    expect(answers[2].texts.reduce((sum, { runs }) => sum + runs, 0)).toBe(4);
  });

  it('evaluate files of either kind in every run', async () => {
    const analogies = ': royal\nman king woman queen\nking man queen woman\n: unknown\nzebra a b c';
    const ask = [{ evaluate: analogies }, { evaluate: 'king queen 9\nking land 2\nman woman 8' }];
    const runs = await repeat(options, { seeds: 3, ask: [...ask, { evaluate: 'king queen 9' }] });
    const [guessed, pairs, one] = runs.answers;
    const accuracies = [];
    const correlations = [];
    for (const seed of SEEDS.slice(0, 3)) {
      const single = await train({ ...options, seed });
      accuracies.push((await single.evaluateWordAnalogies(analogies)).accuracy);
      correlations.push((await single.evaluateWordPairs(ask[1].evaluate)).spearman);
      await single.close();
    }
    expect(guessed.numbers.map(({ name, section }) => [name, section])).toEqual([
      ['accuracy', undefined],
      ['accuracy', 'royal'],
    ]);
    expect(guessed.numbers[0].mean).toBeCloseTo(accuracies.reduce((a, b) => a + b) / 3, 12);
    expect(pairs.numbers.map(({ name }) => name)).toEqual(['spearman', 'pearson']);
    expect(pairs.numbers[0].mean).toBeCloseTo(correlations.reduce((a, b) => a + b) / 3, 12);
    expect(one.numbers).toEqual([]); // one pair has no correlation
  });
});

it('questions that are given beforehand leave no model open', async () => {
  const text = `${toyText(3)}\nthe cat sees a rare bird`;
  const runs = await repeat(
    { ...options, corpus: text },
    { seeds: [1, 9], ask: [{ similar: 'bird' }, { similar: 'king' }] },
  );
  expect(runs.models).toEqual([]);
  expect(runs.answers[0].rare).toEqual(['bird']);
  expect(runs.answers[1].rare).toEqual([]);
  expect(runs.answers[1].words.find(({ word }) => word === 'man')).toMatchObject({ rare: false });
  await failure('BadParameter', () => runs.ask({ similar: 'king' }));
});

it('reports its progress and can be cancelled', async () => {
  const stop = new AbortController();
  /** @type {number[]} */
  const done = [];
  const running = repeat(
    { ...options, epochs: 1000 },
    {
      seeds: 1000,
      signal: stop.signal,
      onProgress: (progress) => {
        done.push(progress.progress);
        expect(progress.runs).toBe(1000);
        if (done.length === 3) stop.abort();
      },
    },
  );
  await failure('Cancelled', () => running);
  expect(done.length).toBeLessThan(20);
});

it('refuses what cannot be repeated', async () => {
  await failure('BadParameter', () => repeat(options, { seeds: 0 }));
  await failure('BadParameter', () => repeat(options, { seeds: 1001 }));
  await failure('BadParameter', () => repeat(options, { seeds: [1, -1] }));
  await failure('EmptyCorpus', () => repeat({ ...options, corpus: '' }));
  const error = await failure('BadParameter', () => repeat({ ...options, alpha: 5, epochs: 60 }));
  expect(error.parameter).toBe('alpha');
});
