// @ts-nocheck: fakes on purpose
import { html, render } from 'lit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { contexts, nearest, ON_SENTENCES, QUESTIONS } from '../../../../web/src/lab/ask/list.js';
import { perplexities } from '../../../../web/src/lab/ask/perplexities.js';
import { Asking } from '../../../../web/src/lab/ask/question.js';
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
    third: 'queen king',
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
  const text = Array.from({ length: 9 }, (_, i) => `king left ${words[i % 4]}`).join('\n');
  const source = { textOf: async () => text };
  const session = { store, source, presetOf: () => preset, slot: () => slot, changed: vi.fn() };
  return { session, slot, store };
}

const ask = async ({ session, slot }, questions) => {
  const asking = new Asking(session, slot);
  await Promise.all(questions.filter((one) => asking.suits(one)).map((one) => asking.ask(one)));
};
const predict = (made) => ask(made, ON_SENTENCES);
const measure = (made) => ask(made, [perplexities]);

let fetched;
beforeEach(() => {
  fetched = make('elmo');
});

describe('questions on sentences', () => {
  it('asks a model all it can, with the words that are typed or suggested', async () => {
    const { session, slot } = fetched;
    await predict({ session, slot });
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
    const { next, blank, scored, generated } = slot.answers;
    expect(next.items[0].word).toBe('left');
    expect(blank.items[0].word).toBe('king');
    expect(scored.score.words.at(-1).word).toBe('</s>');
    expect(generated.text.ended).toBe(true);
  });

  it('asks each model only what it can', async () => {
    const nnlm = make('nnlm');
    await predict(nnlm);
    expect(nnlm.slot.model.predictMiddle).not.toHaveBeenCalled();
    expect(nnlm.slot.model.scoreSentence.mock.calls[0][1]).toEqual({});
    const cbow = make('cbow');
    await predict(cbow);
    expect(cbow.slot.model.predictNext).not.toHaveBeenCalled();
    expect(cbow.slot.model.predictMiddle.mock.calls[0][1]).toEqual({ topn: 8 });
    const skip = make('skip-gram');
    await predict(skip);
    expect(Object.keys(skip.slot.answers)).toEqual(['beside']);
    expect(new Asking(skip.session, { kind: 'one-hot' }).can('next')).toBe(false);
  });

  it('takes the beginning of a sentence for nothing typed', async () => {
    const { session, slot } = make('nnlm', '#v=1&next=');
    expect(new Asking(session, slot).phrases.next).toBe('');
    await predict({ session, slot });
    expect(slot.model.predictNext.mock.calls[0][0]).toEqual([]);
  });

  it('names an unknown word with its nearest spelling; asks for one blank', async () => {
    const { session, slot } = make('elmo', '#v=1&next=the+kng&blank=no+gap');
    await predict({ session, slot });
    expect(slot.answers.next.error).toMatchObject({ value: 'kng', suggestion: 'king' });
    expect(slot.answers.blank.error.code).toBe('NoBlank');
  });

  it('writes no text while the weights move, and keeps the last one', async () => {
    const { session, slot } = fetched;
    await predict({ session, slot });
    slot.running = true;
    await predict({ session, slot });
    expect(slot.model.generate).toHaveBeenCalledTimes(1);
    expect(slot.answers.generated.text.words).toEqual(['king', 'left']);
  });

  it('drops answers of a model that was replaced meanwhile', async () => {
    const { session, slot } = fetched;
    const asking = predict({ session, slot });
    slot.model = null;
    await asking;
    expect(slot.answers).toEqual({});
  });
});

/** What the element is given. */
function shownPlaces({ session, slot }) {
  const place = document.createElement('div');
  render(new Asking(session, slot).show(contexts), place);
  return place.querySelector('context-panel').places;
}

describe('contexts', () => {
  it('are fetched layer by layer for both sentences; the shared word is compared', async () => {
    const { session, slot } = fetched;
    await ask({ session, slot }, [contexts]);
    expect(slot.answers.contexts.first.layers.map((matrix) => matrix[0])).toEqual([0, 1, 2]);
    expect(slot.answers.contexts.second.words).toEqual(['king', 'king']);
    expect(slot.answers.contexts.third.words).toEqual(['queen', 'king']);
    expect(shownPlaces({ session, slot })).toEqual([1, 0, 1]);
    session.store.set({ places: [2, 1] });
    expect(shownPlaces({ session, slot })).toEqual([2, 1, 0]); // no ‘left’ in the third
    session.store.set({ places: [2, 1, 1] });
    expect(shownPlaces({ session, slot })).toEqual([2, 1, 1]);
  });

  it('come with the mean of the word in the text, if that has enough sentences', async () => {
    const { session, slot } = fetched;
    await ask({ session, slot }, [contexts]);
    const { typical } = slot.answers.contexts;
    expect(typical).toMatchObject({ word: 'king', count: 4 }); // different sentences
    expect(typical.means.map((mean) => [...mean])).toEqual([0, 1, 2].map((n) => Array(4).fill(n)));
    const other = make('elmo', '#v=1&s1=queen+queen&s2=queen');
    await ask(other, [contexts]);
    expect(other.slot.answers.contexts.typical).toBeNull();
  });

  it('leave unknown words out, and say which', async () => {
    const { session, slot } = make('elmo', '#v=1&s1=the+dragon+king+flew&s2=xyzzy');
    await ask({ session, slot }, [contexts]);
    const { first, second } = slot.answers.contexts;
    expect(first).toMatchObject({ words: ['the', 'king'], unknown: ['dragon', 'flew'] });
    expect(second.error).toMatchObject({ code: 'UnknownWord', value: 'xyzzy' });
  });

  it('leave unknown words out, too, where only the engine knows all words', async () => {
    const { session, slot } = make('elmo', '#v=1&s1=the+rare+dragon');
    slot.model.info.vocabulary = 90_000;
    slot.model.contextVectors = vi.fn(async (given) => {
      const value = given.find((word) => word === 'dragon');
      if (value) throw Object.assign(new Error('Unknown.'), { code: 'UnknownWord', value });
      return new Float32Array(given.length * 4);
    });
    await ask({ session, slot }, [contexts]);
    expect(slot.answers.contexts.first).toMatchObject({
      words: ['the', 'rare'],
      unknown: ['dragon'],
    });
  });

  it('say so when nothing is typed', async () => {
    const { session, slot } = make('elmo', '#v=1&s1=');
    await ask({ session, slot }, [contexts]);
    expect(slot.answers.contexts.first.error.code).toBe('NoWords');
  });
});

describe('measure', () => {
  it('measures once at the start, then whenever training has come to rest elsewhere', async () => {
    const { session, slot } = fetched;
    slot.run = {};
    await measure({ session, slot });
    await measure({ session, slot });
    expect(slot.model.perplexities).toHaveBeenCalledTimes(1);
    expect(slot.run.baselines.trigram).toBe(4);
    slot.report = { step: 9 };
    slot.running = true;
    await measure({ session, slot });
    expect(slot.model.perplexities).toHaveBeenCalledTimes(1);
    slot.running = false;
    await measure({ session, slot });
    expect(slot.perplexities.step).toBe(9);
  });

  it('has nothing to do without held-out text', async () => {
    const { session, slot } = fetched;
    slot.model.info.heldoutTokens = 0;
    await measure({ session, slot });
    expect(slot.model.perplexities).not.toHaveBeenCalled();
  });
});

describe('the list', () => {
  it('names each question once, and shows those that suit the model', () => {
    const names = QUESTIONS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const { session, slot } = make('cbow');
    const asking = new Asking(session, slot);
    const place = document.createElement('div');
    render(
      ON_SENTENCES.map((one) => asking.show(one)),
      place,
    );
    expect([...place.children].map(({ localName }) => localName)).toEqual(['ask-blank']);
  });
});

describe('a note beside an answer', () => {
  it('comes and goes without making the field anew, in which somebody may be typing', () => {
    const { session, slot } = make('cbow');
    const place = document.createElement('div');
    const show = () => render(new Asking(session, slot).show(nearest), place);
    show();
    const field = place.querySelector('ask-nearest');
    expect(field).not.toBeNull();
    session.repeatsNote = () => html`<p>in 3 of 5 runs</p>`;
    show();
    expect(place.textContent).toContain('in 3 of 5 runs');
    expect(place.querySelector('ask-nearest')).toBe(field);
    session.repeatsNote = () => undefined;
    show();
    expect(place.textContent).not.toContain('in 3 of 5 runs');
    expect(place.querySelector('ask-nearest')).toBe(field);
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
