/** Each case of bad input, by name, with the code it gets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, tokenize, train } from '../../web/src/api/index.js';
import { failure, toyText } from './support.js';

describe('a corpus', () => {
  it.each([
    ['empty text', '', 'EmptyCorpus'],
    ['white space only', ' \n\t\u3000\n', 'EmptyCorpus'],
    ['one word', 'word', 'VocabularyTooSmall'],
    ['one repeated word', 'word '.repeat(1000), 'VocabularyTooSmall'],
    ['no tokens', { tokens: [] }, 'EmptyCorpus'],
    ['empty sentences', { tokens: [[], []] }, 'EmptyCorpus'],
    ['a 5 MB single token', 'x'.repeat(5e6), 'EmptyCorpus'],
  ])('%s', async (_name, corpus, code) => {
    await failure(code, () => create({ corpus }));
    await failure(code, () => tokenize(corpus));
  });

  it('only punctuation: no words', async () => {
    await failure('EmptyCorpus', () => create({ corpus: '... !!! ?? ——', tokenizer: 'words' }));
  });

  it('a vocabulary of 1 once rare words are gone', async () => {
    const corpus = 'often often often once';
    await failure('VocabularyTooSmall', () => create({ corpus, minCount: 2 }));
  });

  it.each([
    ['a list of words', {}, 'river\nstone\nwillow\n', 'corpus'],
    ['Chinese that was not cut', {}, '国王是男人。\n王后是女人。\n', 'corpus'],
    ['a min count', { minCount: 2 }, 'often rare\nrarer common\noften\ncommon\n', 'minCount'],
    ['subsampling', { sample: 1e-9 }, 'a b\nc d\n', 'sample'],
    ['a held-out part', { heldout: 'a b\n' }, 'a\nb\nc\n', 'heldout'],
  ])('%s leaves nothing to learn from', async (_name, options, corpus, parameter) => {
    const error = await failure('NothingToLearn', () => create({ corpus, ...options }));
    expect(error.parameter).toBe(parameter);
    const model = await create({ corpus: 'river\nstone\nwillow\n', model: 'one-hot' });
    expect(model.info.alone).toBe(3);
    await model.close();
  });

  it('a 5 MB token among words is skipped and counted', async () => {
    const model = await train({ corpus: `${'x'.repeat(5e6)} one two three`, epochs: 1 });
    expect(model.info).toMatchObject({ overlong: 1, vocabulary: 3 });
    await model.close();
  });

  it('10 MB without a line break', async () => {
    const words = Array.from({ length: 1.8e6 }, (_, i) => `w${(i * i) % 1009}`);
    const corpus = `${words.join(' ')} `.padEnd(10e6, 'end ');
    const model = await create({ corpus, epochs: 1, vectorSize: 8 });
    expect(model.info.sentences).toBeGreaterThan(100); // cut, or one pass would be one sentence
    await model.step(1000);
    await model.close();
  });

  it('binary junk: replaced and counted', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 193 + ((i * i) >> 7)) & 255);
    const model = await train({ corpus: { bytes }, tokenizer: 'words', epochs: 1 });
    expect(model.info.replaced).toBeGreaterThan(1000);
    await model.close();
  });

  it('NUL bytes separate words', async () => {
    const model = await create({ corpus: 'one\0two\0three' });
    expect(model.info).toMatchObject({ vocabulary: 3, replaced: 0 });
    await model.close();
  });

  it('lone surrogates: replaced and counted', async () => {
    const model = await create({ corpus: 'one \ud800 two \udc00x \u{1f600}' });
    expect(model.info.replaced).toBe(2);
    expect((await model.vocabulary()).map(({ word }) => word)).toContain('\ufffd');
    await model.close();
  });

  it('a window larger than the sentence', async () => {
    const model = await train({ corpus: 'a b\nc d', window: 100, epochs: 2 });
    expect((await model.report()).finished).toBe(true);
    await model.close();
  });

  it('sentences of one word each: nothing to predict, yet no hang', async () => {
    const model = await train({ corpus: 'a\nb\nc', epochs: 2 });
    expect(await model.report()).toMatchObject({ finished: true, step: 0 });
    await model.close();
  });

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['a number', 5],
    ['a list', ['a b']],
    ['an object of no kind', {}],
    ['tokens that are text', { tokens: 'a b' }],
    ['a sentence that is text', { tokens: ['a b'] }],
    ['a token that is a number', { tokens: [['a', 5]] }],
    ['an empty token', { tokens: [['a', '']] }],
    ['a token with NUL', { tokens: [['a', 'b\0c']] }],
    ['a token with a line feed', { tokens: [['a', 'b\nc']] }],
    ['bytes that are text', { bytes: 'a b' }],
  ])('of the wrong type: %s', async (_name, corpus) => {
    const error = await failure('BadParameter', () =>
      create({ corpus: /** @type {any} */ (corpus) }),
    );
    expect(error.parameter).toMatch(/^corpus/);
    expect(error.permitted).not.toBe('');
  });
});

describe('parameters', () => {
  const numbers = [
    'vectorSize',
    'window',
    'negative',
    'sample',
    'minCount',
    'alpha',
    'minAlpha',
    'nsExponent',
    'epochs',
    'seed',
    'maxVocabulary',
  ];
  const wrong = [Number.NaN, Infinity, -Infinity, -5, 1e308, '5', '', null, true, [5], {}, 5n];
  it.each(numbers)('%s: NaN, negative, huge, wrong types', async (name) => {
    for (const value of wrong) {
      const error = await failure('BadParameter', () =>
        create(/** @type {any} */ ({ corpus: 'a b', [name]: value })),
      );
      expect(error.parameter).toBe(name);
      expect(error.permitted).toMatch(/^a (whole )?number from /);
      expect(error.value).not.toBe('');
    }
  });

  it.each(['vectorSize', 'window', 'negative', 'epochs', 'minCount', 'alpha'])(
    '%s: 0',
    async (name) => {
      const error = await failure('BadParameter', () => create({ corpus: 'a b', [name]: 0 }));
      expect(error.parameter).toBe(name);
    },
  );

  it.each(['vectorSize', 'window', 'negative', 'epochs', 'minCount', 'seed'])(
    '%s: no whole number',
    async (name) => {
      await failure('BadParameter', () => create({ corpus: 'a b', [name]: 1.5 }));
    },
  );

  it.each(['model', 'objective', 'tokenizer', 'sentences', 'unknown', 'build'])(
    '%s: a name that is none',
    async (name) => {
      for (const value of ['<script>alert(1)</script>', '', 7, null, ['cbow'], '__proto__']) {
        const error = await failure('BadParameter', () =>
          create(/** @type {any} */ ({ corpus: 'a b', [name]: value })),
        );
        expect(error.parameter).toBe(name);
        expect(error.permitted).toContain('one of ');
      }
    },
  );

  it('a floor above the learning rate', async () => {
    const error = await failure('BadParameter', () => create({ corpus: 'a b', minAlpha: 0.2 }));
    expect(error.parameter).toBe('minAlpha');
  });

  it('a misspelt option, and options that are none', async () => {
    const misspelt = /** @type {any} */ ({ corpus: 'a b', vecotrSize: 5 });
    const error = await failure('BadParameter', () => create(misspelt));
    expect(error.parameter).toBe('vecotrSize');
    expect(error.permitted).toContain('vectorSize');
    for (const options of [undefined, null, 5, 'a b', ['a b']]) {
      await failure('BadParameter', () => create(/** @type {any} */ (options)));
    }
  });

  it('callbacks and signals of the wrong type', async () => {
    for (const wrongly of [
      { onProgress: 5 },
      { signal: {} },
      { stepsPerSecond: -1 },
      { stepsPerSecond: 'x' },
    ]) {
      await failure('BadParameter', () =>
        train(/** @type {any} */ ({ corpus: 'a b', ...wrongly })),
      );
    }
  });

  it('what a run cannot show', async () => {
    const model = await create({ corpus: 'a b a b' });
    for (const wrongly of [
      { reportsPerSecond: 0 },
      { reportsPerSecond: 31 },
      { projection: 5 },
      { projection: { align: 1 } },
      { projection: { words: [1] } },
      { projections: {} },
    ]) {
      await failure('BadParameter', () => model.resume(/** @type {any} */ (wrongly)));
    }
    expect((await model.report()).step).toBe(0);
    await model.close();
  });

  it('weights that no memory holds', async () => {
    const corpus = Array.from({ length: 300_000 }, (_, i) => `w${i}`).join(' ');
    const error = await failure('TooLarge', () => create({ corpus, vectorSize: 1024 }));
    expect(error.parameter).toBe('vectorSize');
  });
});

describe('a query', () => {
  /** @type {import('../../web/src/api/index.js').Model} */
  let model;
  /** @type {string} */
  let hash;
  beforeAll(async () => {
    model = await train({ corpus: toyText(20) });
    hash = await model.weightsHash();
  });
  afterAll(async () => {
    expect(await model.weightsHash()).toBe(hash); // nothing that was trained is lost
    await model.close();
  });

  it.each(['Queen', 'unheard-of', '', '\ud800', '\0', '<script>', 'x'.repeat(1e5)])(
    'an unknown word: %j',
    async (word) => {
      await failure('UnknownWord', () => model.mostSimilar({ positive: word }));
      await failure('UnknownWord', () => model.similarity('king', word));
      await failure('UnknownWord', () => model.doesntMatch(['king', 'queen', word]));
      await failure('UnknownWord', () => model.rank(word, 'king'));
      await failure('UnknownWord', () => model.vector(word));
      await failure('UnknownWord', () => model.projection({ words: ['king', word] }));
    },
  );

  it('an unknown word near a known one gets a hint', async () => {
    const error = await failure('UnknownWord', () => model.vector('quen'));
    expect(error).toMatchObject({ value: 'quen', suggestion: 'queen' });
  });

  it('of the wrong shape', async () => {
    const any = /** @type {any} */ (model);
    for (const body of [
      () => any.mostSimilar(),
      () => any.mostSimilar('king'),
      () => any.mostSimilar({}),
      () => any.mostSimilar({ positive: 5 }),
      () => any.mostSimilar({ positive: 'king', topn: 0 }),
      () => any.mostSimilar({ positive: 'king', topn: Number.NaN }),
      () => any.mostSimilar({ positive: 'king', matrix: 'both' }),
      () => any.mostSimilar({ positive: [[1, 2, 3]] }),
      () => any.mostSimilar({ positive: 'king', top: 5 }),
      () => any.similarity('king'),
      () => any.similarity('king', 'queen', { matrix: 'both' }),
      () => any.similarity('king', 'queen', 'output'),
      () => any.vocabulary({ topn: -1 }),
      () => any.doesntMatch(['king', 'queen']),
      () => any.doesntMatch(5),
      () => any.projection({ words: [] }),
      () => any.projection({ align: 'yes' }),
      () => any.step(0),
      () => any.step(-1),
      () => any.step(Number.NaN),
      () => any.export('docx'),
      () => any.evaluateWordPairs(5),
    ]) {
      await failure('BadParameter', body);
    }
  });

  it('an evaluation file that is none', async () => {
    await failure('UnknownWord', () => model.evaluateWordAnalogies('car bus road lorry'));
    await failure('BadFormat', () => model.evaluateFile('a sentence, and no more'));
    const strict = { strict: true };
    const error = await failure('BadFormat', () =>
      model.evaluateWordPairs('king\tman\t5\n\nking\tqueen\tx\n', strict),
    );
    expect(error.value).toBe('3');
    await failure('BadParameter', () =>
      model.evaluateFile('x', /** @type {any} */ ({ strict: 1 })),
    );
    await failure('BadFormat', () => model.evaluateWordAnalogies(''));
    await failure('BadFormat', () => model.evaluateWordPairs('no pairs here'));
    await failure('UnknownWord', () => model.evaluateWordPairs('car\tbus\t5\nbus\tcar\t6'));
  });
});
