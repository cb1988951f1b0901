import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, load, tokenize, train } from '../../web/src/api/index.js';
import { failure, toyText } from './support.js';

const corpus = toyText();

describe('a trained model', () => {
  /** @type {import('../../web/src/api/index.js').Model} */
  let model;
  /** @type {any[]} */
  const reports = [];

  beforeAll(async () => {
    model = await train({
      corpus,
      seed: 1,
      epochs: 40,
      onProgress: (report) => reports.push(report),
    });
  });
  afterAll(() => model.close());

  it('tells what it is', () => {
    expect(model.info).toMatchObject({
      vocabulary: 12,
      dimensions: 32,
      tokens: 3300,
      sentences: 300,
      build: 'exact',
      buildReason: '',
      trainable: true,
    });
    expect(model.options).toMatchObject({ model: 'skip-gram', alpha: 0.05, window: 5, seed: 1 });
  });

  it('reported progress as plain data, ending finished', async () => {
    expect(reports.length).toBeGreaterThan(1);
    expect(structuredClone(reports)).toEqual(reports);
    const last = reports.at(-1);
    expect(last).toMatchObject({
      finished: true,
      running: false,
      progress: 1,
      epoch: 40,
      epochs: 40,
    });
    expect(last.steps).toBe(last.step);
    expect(last.tokens).toBe(3300 * 40);
    expect(last.tokensPerSecond).toBeGreaterThan(1000);
    expect(last.loss).toBeLessThan(reports[0].loss);
    expect(await model.report()).toEqual(last);
  });

  it('answers neighbours, by words and by vectors', async () => {
    const words = await model.mostSimilar({
      positive: ['king', 'woman'],
      negative: 'man',
      topn: 3,
    });
    expect(words).toHaveLength(3);
    expect(words.map(({ word }) => word)).not.toContain('king');
    expect(words[0].similarity).toBeGreaterThanOrEqual(words[1].similarity);
    const king = await model.vector('king');
    const [first] = await model.mostSimilar({ positive: [king], topn: 1 });
    expect(first.word).toBe('king');
    expect(first.similarity).toBeCloseTo(1, 6);
    const mixed = await model.mostSimilar({
      positive: [king, 'woman'],
      negative: [await model.vector('man')],
      topn: 12,
    });
    const others = mixed.filter(({ word }) => word !== 'king' && word !== 'man').slice(0, 3);
    others.forEach(({ word, similarity }, i) => {
      expect(word).toBe(words[i].word);
      expect(similarity).toBeCloseTo(words[i].similarity, 6);
    });
  });

  it('answers similarity, odd one out and rank', async () => {
    expect(await model.similarity('king', 'king')).toBeCloseTo(1, 6);
    const { word, similarities } = await model.doesntMatch(['king', 'queen', 'dog']);
    expect(['king', 'queen', 'dog']).toContain(word);
    expect(similarities).toHaveLength(3);
    const neighbours = await model.mostSimilar({ positive: 'king', topn: 11 });
    expect(await model.rank('king', neighbours[4].word)).toBe(5);
    const output = /** @type {const} */ ({ matrix: 'output' });
    expect(await model.similarity('king', 'king', output)).toBeCloseTo(1, 6);
    expect(await model.similarity('king', 'man', output)).not.toBe(
      await model.similarity('king', 'man'),
    );
    expect(await model.rank('king', 'king', output)).toBe(1);
    expect((await model.doesntMatch(['king', 'queen', 'dog'], output)).similarities).toHaveLength(
      3,
    );
  });

  it('lists its vocabulary by falling count', async () => {
    const vocabulary = await model.vocabulary();
    expect(vocabulary[0]).toEqual({ word: 'the', count: 1000 });
    expect(vocabulary).toHaveLength(12);
    expect(await model.vocabulary({ topn: 3 })).toEqual(vocabulary.slice(0, 3));
  });

  it('hands out input and output vectors as copies', async () => {
    const input = await model.vectors();
    const output = await model.vectors({ matrix: 'output' });
    expect(input).toHaveLength(12 * 32);
    expect(output).toHaveLength(12 * 32);
    expect(output).not.toEqual(input);
    input.fill(0);
    expect((await model.vectors())[0]).not.toBe(0);
    const neighbours = await model.mostSimilar({ positive: 'king', matrix: 'output' });
    expect(neighbours).not.toEqual(await model.mostSimilar({ positive: 'king' }));
  });

  it('projects the words, and keeps the frame steady', async () => {
    const { positions, explained } = await model.projection({ align: false });
    expect(positions).toHaveLength(2 * 12);
    expect(explained).toHaveLength(2);
    expect(explained[0]).toBeGreaterThanOrEqual(explained[1]);
    const again = await model.projection();
    positions.forEach((x, i) => void expect(again.positions[i]).toBeCloseTo(x, 4));
    const some = await model.projection({ words: ['king', 'queen', 'dog'] });
    expect(some.positions).toHaveLength(6);
  });

  it('evaluates word pairs and analogies', async () => {
    const pairs = await model.evaluateWordPairs(
      'king\tqueen\t9\nman\twoman\t8\nking\tdog\t1\nx\ty\t1\n',
    );
    expect(pairs).toMatchObject({ pairs: 3, oov: 1 });
    expect(pairs.spearman).toBeGreaterThanOrEqual(-1);
    const questions = ': gender\nking man queen woman\nking man queen unheard\n: none\n';
    const result = await model.evaluateWordAnalogies(questions);
    expect(result).toMatchObject({ total: 1, oov: 1 });
    expect(result.sections[0]).toMatchObject({ name: 'gender', total: 1 });
    expect(result).toMatchObject({ firstUnknown: 'unheard', leftOut: null, read: 2, headings: 2 });
  });

  it('evaluates a file of either kind, and counts what it left out', async () => {
    const csv = 'Word 1;Word 2;Mean\nking;queen;9,5\nman;woman;8\nking;dog\nx;y;1\n';
    const pairs = await model.evaluateFile(csv);
    expect(pairs).toMatchObject({
      kind: 'wordPairs',
      pairs: 2,
      oov: 1,
      firstUnknown: 'x',
      noCorrelation: null,
      lines: 5,
      headings: 1,
      leftOut: { count: 1, line: 4, reason: 'fewFields' },
    });
    const one = await model.evaluateFile('king,queen,8\n');
    expect(one).toMatchObject({ spearman: Number.NaN, noCorrelation: 'onePair' });
    const analogies = await model.evaluateFile('king, man, queen, woman\nking man\n');
    expect(analogies).toMatchObject({
      kind: 'wordAnalogies',
      total: 1,
      leftOut: { count: 1, line: 2, reason: 'notFourWords' },
    });
  });

  it('can be cancelled in a long evaluation', async () => {
    const line = 'king man queen woman\n';
    const text = `: gender\n${line.repeat(200_000)}`;
    const controller = new AbortController();
    /** @type {number[]} */
    const seen = [];
    await failure('Cancelled', () =>
      model.evaluateWordAnalogies(text, {
        signal: controller.signal,
        onProgress: (progress) => {
          seen.push(progress);
          controller.abort();
        },
      }),
    );
    expect(seen[0]).toBeGreaterThan(0);
    expect(await model.similarity('king', 'queen')).toBeLessThan(1);
  });

  it.each(['word2vec', 'word2vec-binary'])('exports %s and loads it again', async (format) => {
    const bytes = await model.export(/** @type {any} */ (format));
    const loaded = await load(bytes);
    expect(loaded.info).toMatchObject({ vocabulary: 12, dimensions: 32, trainable: false });
    expect(await loaded.vectors()).toEqual(await model.vectors());
    expect(await loaded.mostSimilar({ positive: 'king' })).toEqual(
      await model.mostSimilar({ positive: 'king' }),
    );
    await failure('BadParameter', () => loaded.resume());
    await failure('BadParameter', () => loaded.vectors({ matrix: 'output' }));
    await loaded.close();
  });

  it('exports the pair of TSV files and loads it again', async () => {
    const pair = await model.export('tsv');
    const loaded = await load(pair);
    expect(await loaded.vectors()).toEqual(await model.vectors());
    await loaded.close();
  });
});

describe('models and objectives', () => {
  it.each(
    ['cbow', 'skip-gram'].flatMap((model) =>
      ['softmax', 'hierarchical-softmax', 'negative-sampling'].map((objective) => [
        model,
        objective,
      ]),
    ),
  )('%s with %s learns', async (kind, objective) => {
    /** @type {number[]} */
    const losses = [];
    const options = /** @type {any} */ ({ corpus, model: kind, objective, epochs: 30 });
    const model = await train({ ...options, onProgress: ({ loss }) => losses.push(loss) });
    expect(losses.at(-1)).toBeLessThan(losses[0]);
    await model.close();
  });

  it('one-hot is finished at once and finds no word similar', async () => {
    const model = await train({ corpus, model: 'one-hot' });
    expect(await model.report()).toMatchObject({ finished: true, progress: 1, step: 0 });
    expect(await model.similarity('king', 'queen')).toBe(0);
    expect(model.info.dimensions).toBe(12);
    expect(model.oneHotMemory()).toEqual({ dense: 4 * 12 * 12, embedding: 4 * 12 * 32 });
    await failure('BadParameter', () => model.vectors({ matrix: 'output' }));
    await model.close();
  });

  it('has no output vectors of words under hierarchical softmax', async () => {
    const model = await create({ corpus, objective: 'hierarchical-softmax' });
    expect(await model.vectors({ matrix: 'output' })).toHaveLength(11 * 32);
    await failure('BadParameter', () => model.mostSimilar({ positive: 'king', matrix: 'output' }));
    await model.close();
  });
});

describe('a corpus', () => {
  it('is text, bytes or sentences of tokens, all with the same result', async () => {
    const tokens = corpus.split('\n').map((line) => line.split(' '));
    const bytes = new TextEncoder().encode(corpus);
    const hashes = [];
    for (const given of [corpus, { tokens }, { bytes }, { bytes: bytes.buffer }]) {
      const model = await train({ corpus: given });
      hashes.push(await model.weightsHash());
      await model.close();
    }
    expect(new Set(hashes).size).toBe(1);
    expect(bytes).toHaveLength(corpus.length); // the caller's bytes are not taken away
  });

  it('may hold tokens with spaces, which files hold with _', async () => {
    const tokens = [
      ['New York', 'is', 'big', '\r', '"'],
      ['New York', '\ud83d\ude00', 'big'],
    ];
    const model = await train({ corpus: { tokens } });
    expect((await model.vocabulary()).map(({ word }) => word)).toContain('New York');
    expect(await model.similarity('New York', '\ud83d\ude00')).toBeGreaterThan(-1);
    /** @type {number[]} */
    const told = [];
    const onRenamed = (/** @type {number} */ count) => told.push(count);
    const text = new TextDecoder().decode(await model.export('word2vec', { onRenamed }));
    expect(text).toContain('\nNew_York ');
    await model.export('word2vec-binary', { onRenamed });
    await model.export('tsv', { onRenamed });
    await model.export('npy', { onRenamed });
    expect(told).toEqual([2, 2, 2]);
    const back = await load(text, { strict: true });
    expect(back.info.vocabulary).toBe(model.info.vocabulary);
    await Promise.all([back.close(), model.close()]);
  });

  it('is previewed as it will be split', async () => {
    const text = '国王是男人。王后是女人。\nKing Arthur’s 3.5 men!';
    const result = await tokenize(text, { tokenizer: 'words', sentences: 'stops' });
    expect(result.preview).toEqual([
      ['国王是男人'],
      ['王后是女人'],
      ['king', "arthur's", '3.5', 'men'],
    ]);
    const characters = await tokenize(text, { tokenizer: 'characters', sentences: 'stops' });
    expect(characters.preview[0]).toEqual(['国', '王', '是', '男', '人']);
    const long = await tokenize('a b '.repeat(1000));
    expect(long.preview[0]).toHaveLength(60);
    expect(long).toMatchObject({
      tokens: 2000,
      sentences: 1,
      vocabulary: 2,
      replaced: 0,
      overlong: 0,
      alone: 0,
    });
  });

  it('comes from a preset, with its way of splitting', async () => {
    const model = await create({ corpus: { preset: 'relations-zh' } });
    const words = (await model.vocabulary()).map(({ word }) => word);
    expect(words).toContain('国王');
    await model.close();
    const error = await failure('BadParameter', () => create({ corpus: { preset: 'none' } }));
    expect(error.parameter).toBe('corpus.preset');
    expect(error.permitted).toContain('relations-en');
  });

  it('keeps only the words asked for', async () => {
    const rare = `${corpus}\nking unicorn`;
    const kept = await create({ corpus: rare, minCount: 2 });
    expect(kept.info.vocabulary).toBe(12);
    const unk = await create({ corpus: rare, minCount: 2, unknown: 'unk' });
    expect((await unk.vocabulary())[0].word).toBe('<unk>');
    const few = await create({ corpus: rare, maxVocabulary: 5 });
    expect(few.info.vocabulary).toBe(5);
    for (const model of [kept, unk, few]) await model.close();
  });
});
