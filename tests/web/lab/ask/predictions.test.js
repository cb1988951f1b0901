// @ts-nocheck: fakes on purpose
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  asked,
  can,
  comparedPlaces,
  lookAtContexts,
  measure,
  predict,
} from '../../../../web/src/lab/ask/predictions.js';
import { modelOptions } from '../../../../web/src/lab/model-options.js';
import { unknown } from '../../../../web/src/lab/slot.js';
import { Store } from '../../../../web/src/lab/store.js';

const preset = {
  id: 'relations-en',
  tokenizer: 'space',
  sentences: 'lines',
  phrases: {
    next: 'the king',
    blank: 'the _ left',
    scored: 'the king left',
    prompt: 'the',
    first: 'the king left',
    second: 'king king',
  },
};
const words = ['the', 'king', 'left', 'queen'];

function make(kind, fragment = '') {
  const place = { read: () => fragment, write: () => {} };
  const store = new Store({ presets: [preset], place });
  const slot = { kind, ...unknown() };
  slot.vocabulary = words.map((word, i) => ({ word, count: 9 - i }));
  slot.known = new Set(words);
  slot.values = { ...store.values, model: kind, layers: 2, corpus: 'relations-en' };
  slot.report = { step: 5 };
  slot.model = {
    info: { vocabulary: words.length, heldoutTokens: 40 },
    predictNext: vi.fn(async () => [{ word: 'left', probability: 0.7 }]),
    predictMiddle: vi.fn(async () => [{ word: 'king', probability: 0.6 }]),
    scoreSentence: vi.fn(async (given) => ({
      words: [...given, '</s>'].map((word) => ({ word, probability: 0.5 })),
      perplexity: 2,
      bitsPerWord: 1,
    })),
    generate: vi.fn(async () => ({ words: ['king', 'left'], ended: true })),
    contextVectors: vi.fn(async (given, { layer }) =>
      new Float32Array(given.length * 4).fill(layer),
    ),
    perplexities: vi.fn(async () => ({
      sentences: 4,
      model: 3,
      unigram: 9,
      bigram: 5,
      trigram: 4,
    })),
  };
  const session = { store, source: {}, presetOf: () => preset, slot: () => slot, changed: vi.fn() };
  return { session, slot, store };
}

let fetched;
beforeEach(() => {
  fetched = make('elmo');
});

describe('predict', () => {
  it('asks a model all it can, with the words that are typed or suggested', async () => {
    const { session, slot } = fetched;
    await predict(session, slot);
    expect(slot.model.predictNext.mock.calls[0][0]).toEqual(['the', 'king']);
    expect(slot.model.predictMiddle).toHaveBeenCalledWith(['the', '_', 'left'], {
      topn: 8,
      using: 'both',
    });
    expect(slot.model.generate).toHaveBeenCalledWith({
      prompt: ['the'],
      length: 20,
      temperature: 1,
      topK: 0,
      seed: 1,
    });
    const { next, blank, scored, generated } = slot.predictions;
    expect(next.items[0].word).toBe('left');
    expect(blank.items[0].word).toBe('king');
    expect(scored.score.words.at(-1).word).toBe('</s>');
    expect(generated.text.ended).toBe(true);
  });

  it('asks each model only what it can', async () => {
    const nnlm = make('nnlm');
    await predict(nnlm.session, nnlm.slot);
    expect(nnlm.slot.model.predictMiddle).not.toHaveBeenCalled();
    expect(nnlm.slot.model.scoreSentence.mock.calls[0][1]).toEqual({});
    const cbow = make('cbow');
    await predict(cbow.session, cbow.slot);
    expect(cbow.slot.model.predictNext).not.toHaveBeenCalled();
    expect(cbow.slot.model.predictMiddle.mock.calls[0][1]).toEqual({ topn: 8 });
    const skip = make('skip-gram');
    await predict(skip.session, skip.slot);
    expect(skip.slot.predictions).toEqual({});
    expect(can({ kind: 'one-hot' }, 'next')).toBe(false);
  });

  it('takes the beginning of a sentence for nothing typed', async () => {
    const { session, slot } = make('nnlm', '#v=1&next=');
    expect(asked(session, slot).next).toBe('');
    await predict(session, slot);
    expect(slot.model.predictNext.mock.calls[0][0]).toEqual([]);
  });

  it('names an unknown word with its nearest spelling; asks for one blank', async () => {
    const { session, slot } = make('elmo', '#v=1&next=the+kng&blank=no+gap');
    await predict(session, slot);
    expect(slot.predictions.next.error).toMatchObject({ value: 'kng', suggestion: 'king' });
    expect(slot.predictions.blank.error.code).toBe('NoBlank');
  });

  it('writes no text while the weights move, and keeps the last one', async () => {
    const { session, slot } = fetched;
    await predict(session, slot);
    slot.running = true;
    await predict(session, slot);
    expect(slot.model.generate).toHaveBeenCalledTimes(1);
    expect(slot.predictions.generated.text.words).toEqual(['king', 'left']);
  });

  it('drops answers of a model that was replaced meanwhile', async () => {
    const { session, slot } = fetched;
    const asking = predict(session, slot);
    slot.model = null;
    await asking;
    expect(slot.predictions).toEqual({});
  });
});

describe('contexts', () => {
  it('are fetched layer by layer for both sentences; the shared word is compared', async () => {
    const { session, slot } = fetched;
    await lookAtContexts(session, slot);
    expect(slot.contexts.first.layers.map((matrix) => matrix[0])).toEqual([0, 1, 2]);
    expect(slot.contexts.second.words).toEqual(['king', 'king']);
    expect(comparedPlaces(session, slot)).toEqual([1, 0]);
    session.store.set({ places: [2, 1] });
    expect(comparedPlaces(session, slot)).toEqual([2, 1]);
  });

  it('say so when nothing is typed', async () => {
    const { session, slot } = make('elmo', '#v=1&s1=');
    await lookAtContexts(session, slot);
    expect(slot.contexts.first.error.code).toBe('NoWords');
  });
});

describe('measure', () => {
  it('measures once at the start, then whenever training has come to rest elsewhere', async () => {
    const { session, slot } = fetched;
    slot.run = {};
    await measure(session, slot);
    await measure(session, slot);
    expect(slot.model.perplexities).toHaveBeenCalledTimes(1);
    expect(slot.run.baselines.trigram).toBe(4);
    slot.report = { step: 9 };
    slot.running = true;
    await measure(session, slot);
    expect(slot.model.perplexities).toHaveBeenCalledTimes(1);
    slot.running = false;
    await measure(session, slot);
    expect(slot.perplexities.step).toBe(9);
  });

  it('has nothing to do without held-out text', async () => {
    const { session, slot } = fetched;
    slot.model.info.heldoutTokens = 0;
    await measure(session, slot);
    expect(slot.model.perplexities).not.toHaveBeenCalled();
  });
});

describe('the options of a language model', () => {
  const options = (model, more = {}) => {
    const { store } = make(model);
    const values = { ...store.values, model, ...more };
    return modelOptions(values, { corpus: 'x', tokenizer: 'space', sentences: 'lines' });
  };

  it('are those the model knows, and no others', () => {
    const nnlm = options('nnlm', { schedule: 'constant' });
    expect(nnlm).toMatchObject({ model: 'nnlm', context: 3, hidden: 64, optimiser: 'adam' });
    for (const name of ['window', 'negative', 'layers', 'heldout', 'minAlpha', 'objective']) {
      expect(nnlm).not.toHaveProperty(name);
    }
    expect(options('elmo')).not.toHaveProperty('charFilters');
    expect(options('elmo', { charCnn: true }).charFilters[0]).toEqual([1, 8]);
    expect(options('cbow')).not.toHaveProperty('context');
  });
});
