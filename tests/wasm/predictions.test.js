/** NNLM, CBOW and ELMo, asked for words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { train } from '../../web/src/api/index.js';
import { failure, small, toyText } from './support.js';

const corpus = toyText();
const heldout = toyText(3);

/** @param {{probability: number}[]} list */
const sum = (list) => list.reduce((total, { probability }) => total + probability, 0);

describe('an NNLM', () => {
  /** @type {import('../../web/src/api/index.js').Model} */
  let model;
  /** @type {any[]} */
  const reports = [];
  beforeAll(async () => {
    model = await train({
      ...small.nnlm,
      corpus,
      heldout,
      onProgress: (report) => reports.push(report),
    });
  });
  afterAll(() => model.close());

  it('reports the held-out loss', async () => {
    const last = await model.report();
    expect(last).toMatchObject({ finished: true, stoppedEarly: false, diverged: false });
    expect(last.heldoutLoss).toBeGreaterThan(0);
    expect(last.heldoutPerplexity).toBeCloseTo(Math.exp(last.heldoutLoss), 9);
    expect(last.heldoutPerplexity).toBeLessThan(4);
    expect(Number.isNaN(reports[0].heldoutLoss) || reports[0].heldoutLoss > 0).toBe(true);
    expect(model.info).toMatchObject({ heldoutTokens: 99, vocabulary: 12, dimensions: 16 });
    expect(model.options).toMatchObject({ model: 'nnlm', hidden: 24, optimiser: 'adam' });
  });

  it('counts its parameters', async () => {
    const [V, D, c, h] = [12 + 2, 16, 3, 24];
    expect(await model.parameterCount()).toBe(V * D + h * c * D + h + V * h + V);
  });

  it('predicts the next word', async () => {
    const next = await model.predictNext('the king rules', { topn: 3 });
    expect(next).toHaveLength(3);
    expect(next[0].word).toBe('the');
    expect(next[0].probability).toBeGreaterThan(0.9);
    expect(await model.predictNext(['the', 'king', 'rules'], { topn: 3 })).toEqual(next);
    const all = await model.predictNext('', { topn: 100 });
    expect(all[0].word).toBe('the'); // how sentences begin
    expect(all).toHaveLength(13); // twelve words and the end
    expect(all.map(({ word }) => word)).not.toContain('<s>');
    expect(sum(all)).toBeCloseTo(1, 3);
    const end = await model.predictNext(toyText(1).split('\n')[0], { topn: 1 });
    expect(end[0].word).toBe('</s>');
  });

  it('scores a sentence word by word', async () => {
    const sentence = toyText(1).split('\n')[1];
    const score = await model.scoreSentence(sentence);
    expect(score.words.map(({ word }) => word)).toEqual([...sentence.split(' '), '</s>']);
    const nats = score.words.map(({ probability }) => -Math.log(probability));
    const mean = nats.reduce((a, b) => a + b) / nats.length;
    expect(score.perplexity).toBeCloseTo(Math.exp(mean), 6);
    expect(score.bitsPerWord).toBeCloseTo(mean / Math.LN2, 6);
    const other = await model.scoreSentence('dog the the king man walks');
    expect(other.perplexity).toBeGreaterThan(3 * score.perplexity);
  });

  it('writes, seeded', async () => {
    const options = { prompt: 'the', length: 12, seed: 7 };
    const { words, ended } = await model.generate(options);
    expect(words.length).toBeLessThanOrEqual(12);
    expect(ended).toBe(words.length < 12);
    expect(await model.generate(options)).toEqual({ words, ended });
    const cold = await model.generate({ prompt: ['the', 'king'], temperature: 0 });
    expect(await model.generate({ prompt: ['the', 'king'], topK: 1, seed: 5 })).toEqual(cold);
    expect((await model.generate({ length: 1 })).words).toHaveLength(1);
  });

  it('is measured beside n-grams', async () => {
    const found = await model.perplexities();
    expect(found).toMatchObject({ words: 99, sentences: 9 });
    expect(found.model).toBeCloseTo((await model.report()).heldoutPerplexity, 6);
    expect(found.unigram).toBeGreaterThan(found.bigram);
    expect(found.bigram).toBeGreaterThan(found.trigram);
    expect(found.mixed).toBeLessThanOrEqual(Math.max(found.model, found.trigram));
    /** @type {number[]} */
    const seen = [];
    const text = `${heldout}\n`.repeat(300);
    const other = await model.perplexities({ text, onProgress: (part) => seen.push(part) });
    expect(other.words).toBe(300 * 99);
    expect(other.trigram).toBeCloseTo(found.trigram, 6);
    expect(seen.every((part) => part >= 0 && part <= 1)).toBe(true);
    const controller = new AbortController();
    controller.abort();
    await failure('Cancelled', () => model.perplexities({ text, signal: controller.signal }));
  });

  it('answers vector queries by its embedding', async () => {
    expect(await model.vectors()).toHaveLength(12 * 16);
    expect(await model.similarity('king', 'king')).toBeCloseTo(1, 6);
    expect(await model.mostSimilar({ positive: 'king' })).toHaveLength(10);
    await failure('BadParameter', () => model.vectors({ matrix: 'output' }));
  });

  it('refuses what it cannot know', async () => {
    for (const body of [
      () => model.predictPrevious('the king'),
      () => model.predictMiddle('the _ king'),
      () => model.scoreSentence('the king', { direction: 'backward' }),
      () => model.contextVectors('the king'),
      () => model.watch({ word: 'king', sentences: [['king']], senses: [0] }),
      () => model.senseMap(),
    ]) {
      const error = await failure('BadParameter', body);
      expect(error.parameter).toBe('model');
    }
    const oneSided = await model.predictMiddle('the king _ the land', { using: 'forward' });
    expect(oneSided[0].word).toBe('rules');
  });

  it('stops early', async () => {
    const stubborn = await train({
      ...small.nnlm,
      corpus,
      heldout: 'land land land\ndog the dog',
      epochs: 60,
      patience: 2,
    });
    const report = await stubborn.report();
    expect(report).toMatchObject({ finished: true, stoppedEarly: true });
    expect(report.progress).toBeLessThan(1);
    await stubborn.close();
  });
});

describe('CBOW', () => {
  it('fills a blank, and nothing else', async () => {
    const model = await train({ corpus, model: 'cbow', objective: 'softmax', epochs: 20 });
    const middle = await model.predictMiddle('the king _ the land', { topn: 2 });
    expect(middle[0].word).toBe('rules');
    expect(await model.predictMiddle(['the', 'king', '_', 'the', 'land'], { topn: 2 })).toEqual(
      middle,
    );
    await failure('BadParameter', () => model.predictNext('the king'));
    await failure('BadParameter', () => model.perplexities({ text: heldout }));
    await failure('BadParameter', () => model.predictMiddle('_'));
    await model.close();
  });
});

describe('an ELMo', () => {
  /** @type {import('../../web/src/api/index.js').Model} */
  let model;
  beforeAll(async () => {
    model = await train({ ...small.elmo, corpus, heldout });
  });
  afterAll(() => model.close());

  it('reads both ways', async () => {
    expect((await model.report()).heldoutPerplexity).toBeLessThan(4);
    expect((await model.predictNext('the king rules'))[0].word).toBe('the');
    const previous = await model.predictPrevious('rules the land and the queen rules the land');
    expect(previous[0].word).toBe('king');
    const first = await model.predictPrevious(toyText(1).split('\n')[0], { topn: 100 });
    expect(first[0].word).toBe('<s>');
    expect(first.map(({ word }) => word)).not.toContain('</s>');
    const middle = await model.predictMiddle('the woman _ the dog');
    expect(middle[0].word).toBe('walks');
    for (const using of /** @type {const} */ (['forward', 'backward'])) {
      expect(await model.predictMiddle('the woman _ the dog', { using })).not.toEqual(middle);
    }
    const sentence = toyText(1).split('\n')[2];
    const backward = await model.scoreSentence(sentence, { direction: 'backward' });
    expect(backward.words.map(({ word }) => word)).toEqual(['<s>', ...sentence.split(' ')]);
    expect(backward.perplexity).toBeLessThan(4);
  });

  it('gives every word a vector in its sentence', async () => {
    const sentence = 'the king is a man';
    const D = 16;
    for (const layer of /** @type {const} */ ([0, 1, 2, 'mix'])) {
      expect(await model.contextVectors(sentence, { layer })).toHaveLength(5 * 2 * D);
    }
    expect(await model.contextVectors(sentence, { direction: 'forward' })).toHaveLength(5 * D);
    const [one, two] = [
      await model.contextVectors('the king is a man', { layer: 2 }),
      await model.contextVectors('the queen is a man', { layer: 2 }),
    ];
    const half = (/** @type {Float32Array} */ all, /** @type {number} */ from) =>
      all.slice(8 * D + from, 8 * D + from + D);
    expect(half(one, 0)).not.toEqual(half(two, 0)); // the forward half of `man` saw who it was
    expect(half(one, D)).toEqual(half(two, D)); // the backward half saw the end alone
    const twice = await model.contextVectors(sentence, { gamma: 2, weights: [0, 9, 0] });
    const once = await model.contextVectors(sentence, { gamma: 1, weights: [0, 9, 0] });
    expect(twice[3]).toBeCloseTo(2 * once[3], 5);
  });

  it('watches a word', async () => {
    const sentences = toyText(4)
      .split('\n')
      .map((line) => line.split(' '))
      .filter((words) => words.includes('king'));
    const senses = sentences.map((words) => (words.includes('rules') ? 0 : 1));
    const heldoutFlags = sentences.map((_, i) => i >= 4);
    await failure('BadParameter', () => model.senseMap());
    expect(await model.watch({ word: 'king', sentences, senses, heldout: heldoutFlags })).toEqual({
      occurrences: 8,
    });
    const map = await model.senseMap({ layer: 2, sentences: ['the king walks the dog'] });
    expect(map.positions).toHaveLength(2 * 9);
    expect(map.positions.every(Number.isFinite)).toBe(true);
    expect(map.explained[0]).toBeGreaterThan(0.9);
    expect(map.static).toHaveLength(2);
    expect(map.layers).toHaveLength(4);
    expect(map.layers[0].accuracy).toBe(0.5); // the same vector everywhere
    expect(map.layers[2]).toEqual({ accuracy: map.accuracy, separation: map.separation });
    expect(map.accuracy).toBe(1);
    expect(map.neighbours).toHaveLength(1);
    expect(map.neighbours[0]).toHaveLength(8);
    const again = await model.senseMap({ layer: 2 });
    expect(again.positions[0]).toBeCloseTo(map.positions[0], 4);
    const near = await model.contextNeighbours('the king is a woman', 1, { layer: 2, topn: 3 });
    expect(near).toHaveLength(3);
    expect(near[0].sentence).toContain('is');
    expect(near[0].sentence[near[0].position]).toBe('king');
    const still = await model.senseMap({ layer: 0 });
    expect(still.positions.every((x) => Math.abs(x) < 1e-3)).toBe(true);
    await model.watch({
      word: ['king', 'queen'],
      sentences: ['a queen', 'a king'],
      senses: [0, -1],
    });
    expect((await model.senseMap()).positions).toHaveLength(4);
  });

  it('refuses what no occurrence is', async () => {
    const sentences = [['the', 'king']];
    const any = /** @type {any} */ (model);
    for (const [what, parameter] of /** @type {[any, string][]} */ ([
      [{ word: 'dog', sentences, senses: [0] }, 'sentences'],
      [{ word: 'king', sentences, senses: [] }, 'senses'],
      [{ word: 'king', sentences, senses: [0.5] }, 'senses'],
      [{ word: 'king', sentences, senses: [0], heldout: [1] }, 'heldout'],
      [{ word: 'king', sentences: 5, senses: [0] }, 'sentences'],
      [{ word: 'king', sentences: [[]], senses: [0] }, 'sentence'],
      [{ word: 'king', sentences: [['a\0b']], senses: [0] }, 'sentences'],
      [{ word: 5, sentences, senses: [0] }, 'word'],
    ])) {
      expect((await failure('BadParameter', () => any.watch(what))).parameter).toBe(parameter);
    }
    await failure('UnknownWord', () => any.watch({ word: 'kong', sentences, senses: [0] }));
    await failure('BadParameter', () => model.contextNeighbours('the king', 2));
    for (const options of [
      { layer: 3 },
      { layer: -1 },
      { layer: 'top' },
      { weights: [1] },
      { weights: [1, 2, Number.NaN] },
      { gamma: Number.POSITIVE_INFINITY },
      { direction: 'up' },
    ]) {
      await failure('BadParameter', () => any.contextVectors('the king', options));
    }
  });
});
