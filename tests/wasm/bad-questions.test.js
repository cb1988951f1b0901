/** What NNLM and ELMo refuse, each case with its code, the model untouched. */
import { describe, expect, it } from 'vitest';
import { create, train } from '../../web/src/api/index.js';
import { failure, small, toyText } from './support.js';

const corpus = toyText();

describe('questions out of bounds', () => {
  /** @type {[string, any][]} */
  const models = [
    ['nnlm', small.nnlm],
    ['elmo', small.elmo],
  ];
  it.each(models)('%s: each with its code, the model untouched', async (_name, options) => {
    const model = await train({ ...options, corpus: toyText(10), epochs: 1 });
    const any = /** @type {any} */ (model);
    const hash = await model.weightsHash();
    const unknown = await failure('UnknownWord', () => model.scoreSentence('unheard of words'));
    expect(unknown.value).toBe('unheard');
    const near = await failure('UnknownWord', () => model.predictNext('the quen'));
    expect(near.suggestion).toBe('queen');
    for (const empty of ['', '  \n', []]) {
      const error = await failure('BadParameter', () => model.scoreSentence(empty));
      expect(error.parameter).toBe('sentence');
    }
    const long = Array(2000).fill('king');
    for (const body of [
      () => model.scoreSentence(long),
      () => model.predictNext(long.join(' ')),
      () => model.generate({ prompt: long }),
    ]) {
      await failure('TooLarge', body);
    }
    expect((await model.scoreSentence(long.slice(0, 1000))).words).toHaveLength(1001);
    for (const body of [
      () => any.predictNext(5),
      () => any.predictNext('the', { topn: 0 }),
      () => any.predictNext('the', { top: 5 }),
      () => any.predictNext(['the', 5]),
      () => any.generate({ temperature: -1 }),
      () => any.generate({ length: 0 }),
      () => any.generate({ length: 1001 }),
      () => any.generate({ topK: 0.5 }),
      () => any.generate({ seed: -1 }),
      () => any.predictMiddle('no blank'),
      () => any.predictMiddle('_ and _'),
      () => any.predictMiddle(['the'], { using: 'none' }),
      () => any.scoreSentence('the king', { direction: 'both' }),
      () => any.perplexities(),
      () => any.perplexities({ text: 5 }),
    ]) {
      await failure('BadParameter', body);
    }
    await failure('EmptyCorpus', () => model.perplexities({ text: 'nothing known here' }));
    expect(await model.weightsHash()).toBe(hash);
    await model.close();
  });

  it('words outside the vocabulary become <unk> where it is', async () => {
    const rare = `${corpus}\nking unicorn\nunicorn`.replace('unicorn', 'griffin');
    const model = await train({
      ...small.nnlm,
      corpus: rare,
      minCount: 2,
      unknown: 'unk',
      epochs: 1,
    });
    const score = await model.scoreSentence('the hippogriff');
    expect(score.words.map(({ word }) => word)).toEqual(['the', '<unk>', '</s>']);
    await model.close();
  });

  it('splits a sentence as the corpus was split', async () => {
    const text = '国王统治国家。王后统治国家。'.repeat(40);
    const model = await train({
      ...small.nnlm,
      corpus: text,
      tokenizer: 'characters',
      sentences: 'stops',
    });
    expect((await model.predictNext('国王统'))[0].word).toBe('治');
    await model.close();
  });
});

describe('options of language models', () => {
  it.each([
    ['a held-out text with nothing known', { heldout: 'nothing at all' }, 'EmptyCorpus', 'heldout'],
    ['an empty held-out text', { heldout: '' }, 'BadParameter', 'heldout'],
    ['a held-out text of blanks', { heldout: ' \n ' }, 'EmptyCorpus', 'heldout'],
    [
      'a held-out preset without one',
      { heldout: { preset: 'none' } },
      'BadParameter',
      'heldout.preset',
    ],
    ['a held-out number', { heldout: 5 }, 'BadParameter', 'heldout'],
    ['zero layers', { layers: 0 }, 'BadParameter', 'layers'],
    ['nine layers', { layers: 9 }, 'BadParameter', 'layers'],
    ['no cells', { cellSize: 0 }, 'BadParameter', 'cellSize'],
    ['dropout of everything', { dropout: 1 }, 'BadParameter', 'dropout'],
    ['no filters', { charFilters: [] }, 'BadParameter', 'charFilters'],
    ['half a filter', { charFilters: [[3]] }, 'BadParameter', 'charFilters'],
    [
      'a filter wider than any word',
      { charFilters: [[60, 4]], charCnn: true },
      'BadParameter',
      'charFilters',
    ],
    ['a flag that is none', { charCnn: 1 }, 'BadParameter', 'charCnn'],
    ['an unknown optimiser', { optimiser: 'lbfgs' }, 'BadParameter', 'optimiser'],
    ['an unknown schedule', { schedule: 'cosine' }, 'BadParameter', 'schedule'],
    ['batch 0', { batch: 0 }, 'BadParameter', 'batch'],
    ['context 0', { context: 0 }, 'BadParameter', 'context'],
    [
      'weights that no memory holds',
      { vectorSize: 1024, cellSize: 8192, layers: 8 },
      'TooLarge',
      'vectorSize',
    ],
  ])('%s', async (_name, options, code, parameter) => {
    const model = 'context' in options ? small.nnlm : small.elmo;
    const error = await failure(code, () =>
      create(/** @type {any} */ ({ ...model, corpus, ...options })),
    );
    expect(error.parameter).toBe(parameter);
  });

  it('a context longer than the text, sentences of one word', async () => {
    for (const options of [{ ...small.nnlm, context: 50 }, small.elmo]) {
      const model = await train({
        .../** @type {any} */ (options),
        corpus: 'a b\nc\na',
        epochs: 2,
      });
      expect((await model.report()).finished).toBe(true);
      expect(await model.predictNext('a')).toHaveLength(4);
      await model.close();
    }
  });
});
