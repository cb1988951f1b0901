// @ts-nocheck: fakes and wrong values on purpose
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openVectors } from '../../../../web/src/lab/import/loaded.js';
import {
  canKeepModel,
  canKeepText,
  keepModel,
  keepText,
  openKept,
} from '../../../../web/src/lab/keep/models.js';
import { changesTo, settingsOf } from '../../../../web/src/lab/keep/settings.js';
import { Store } from '../../../../web/src/lab/store.js';
import { ownTextFromString } from '../../../../web/src/text/own-text.js';
import { FakeLocks, openTab, presets, toyText } from './fake.js';

let number = 0;
let where;
let tabs;

async function open(fragment = '#v=1&epochs=2&size=8', more = {}) {
  const tab = await openTab({ ...where, fragment, ...more });
  tabs.push(tab);
  return tab;
}

const trained = async (fragment, more) => {
  const tab = await open(fragment, more);
  await tab.session.train();
  return tab;
};

beforeEach(() => {
  where = { database: `models-${number++}`, locks: new FakeLocks() };
  tabs = [];
});

afterEach(async () => {
  for (const tab of tabs) await tab.kill();
});

describe('a model', () => {
  it.each([
    ['skip-gram', '#v=1&size=8&epochs=2&seed=3'],
    ['cbow', '#v=1&model=cbow&objective=softmax&size=8&epochs=2'],
    ['nnlm', '#v=1&model=nnlm&size=8&hidden=8&epochs=2'],
    ['elmo', '#v=1&model=elmo&size=8&layers=1&cells=8&epochs=2'],
  ])('%s: opens in another tab as it was kept', async (kind, fragment) => {
    const first = await trained(fragment);
    const { hash } = first.session.current;
    const { id } = await keepModel(first.session, first.shelf, ' my  model ');
    const [entry] = await first.shelf.list(['model']);
    expect(entry).toMatchObject({ name: 'my model', about: { hash, settings: { model: kind } } });

    const second = await open('#v=1&model=cbow&window=9&nearest=dog');
    expect(await openKept(second.session, second.shelf, id)).toBe('opened');
    expect(second.address()).toBe(`${first.address()}&nearest=dog`);
    const slot = second.session.current;
    expect(slot).toMatchObject({ kind, hash, running: false });
    expect(slot.report).toMatchObject({ finished: true });
    expect(second.session.isStale(slot)).toBe(false);
    expect(second.session.runs).toHaveLength(1);
    await second.session.train(); // again from the start
    expect(second.session.current.hash).toBe(hash);
  });

  it('half trained, trains on to the same end', async () => {
    const first = await open();
    await first.session.step(500);
    expect(first.session.current.report.finished).toBe(false);
    const { id } = await keepModel(first.session, first.shelf, 'half');
    await first.session.train();
    const second = await open('#v=1&seed=9');
    await openKept(second.session, second.shelf, id);
    expect(second.session.current.report.step).toBe(500);
    await second.session.train();
    expect(second.session.current.hash).toBe(first.session.current.hash);
  });

  it('of an own text brings the text along', async () => {
    const text = ownTextFromString('mine.txt', `${toyText(30)}\nzebra zebra zebra`);
    const first = await open();
    await first.session.useText({ text });
    await first.session.train();
    const { id } = await keepModel(first.session, first.shelf, 'mine');
    const second = await open();
    await openKept(second.session, second.shelf, id);
    expect(second.session.source.text).toMatchObject({ name: 'mine.txt', bytes: text.bytes });
    expect(second.store.get('corpus')).toBe('own');
    expect(second.session.current.known.has('zebra')).toBe(true);
  });

  it('whose corpus has changed answers, but is done with training', async () => {
    const first = await trained();
    const { hash } = first.session.current;
    const { id } = await keepModel(first.session, first.shelf, 'old');
    const given = [{ ...presets[0], load: async () => 'other words in other sentences' }];
    const second = await open(undefined, { given });
    expect(await openKept(second.session, second.shelf, id)).toBe('asked');
    const { current } = second.session;
    expect(current).toMatchObject({ kind: 'loaded', key: 'old' });
    expect(await current.model.weightsHash()).toBe(hash);
    expect((await current.model.mostSimilar({ positive: 'king', topn: 1 }))[0].word).toBeTruthy();
  });

  it('takes the place of a trained one, which can be had back with its settings', async () => {
    const tab = await trained();
    const { id } = await keepModel(tab.session, tab.shelf, 'first');
    const first = tab.session.current.hash;
    tab.store.set({ seed: 2 });
    await tab.session.train();
    const second = tab.session.current.hash;
    await openKept(tab.session, tab.shelf, id);
    expect(tab.session.current.hash).toBe(first);
    expect(tab.session.undoing.name).toBe('kept');
    await tab.session.undoing.take();
    expect(tab.session.current.hash).toBe(second);
    expect(tab.store.get('seed')).toBe(2);
    expect(tab.session.isStale(tab.session.current)).toBe(false);
    expect((await tab.session.current.model.report()).finished).toBe(true); // it lives
  });

  it('from a file is kept as one: vectors, or a whole model', async () => {
    const tab = await trained();
    const { model } = tab.session.current;
    for (const [format, kept] of [
      ['word2vec', undefined],
      ['checkpoint', 'skip-gram'],
    ]) {
      const file = await model.export(format);
      await openVectors(tab.session, 'brought', await tab.session.api.load(file, {}));
      const { id } = await keepModel(tab.session, tab.shelf, `brought as ${format}`);
      const other = await open('#v=1&model=cbow');
      await openKept(other.session, other.shelf, id);
      expect(other.session.current).toMatchObject({ kind: 'loaded', key: `brought as ${format}` });
      expect(other.session.current.model.options.model).toBe(kept);
      expect(await other.session.current.model.vectors()).toEqual(await model.vectors());
    }
  });

  it('is kept while it trains, and trains on', async () => {
    const tab = await open('#v=1&epochs=4&size=8&speed=slow');
    const training = tab.session.train();
    await keepModel(tab.session, tab.shelf, 'on the way');
    const [entry] = await tab.shelf.list(['model']);
    expect(entry.about.report.finished).toBe(false);
    await tab.session.setSpeed('full');
    await training;
    expect(tab.session.current.report.finished).toBe(true);
  });

  it('untrained, or one-hot, is not worth keeping', async () => {
    const tab = await open();
    expect(canKeepModel(tab.session)).toBe(false);
    tab.store.set({ model: 'one-hot' });
    await tab.session.prepare();
    expect(canKeepModel(tab.session)).toBe(false);
    expect(canKeepText(tab.session)).toBe(false);
  });
});

describe('a text', () => {
  it('comes back with the way it was cut', async () => {
    const first = await open();
    const text = ownTextFromString('poem.txt', 'one two three. four five six');
    await first.session.useText({ text, choices: { tokenizer: 'characters' } });
    expect(canKeepText(first.session)).toBe(true);
    const { id } = await keepText(first.session, first.shelf, 'Poem');
    const second = await open();
    expect(await openKept(second.session, second.shelf, id)).toBe('opened');
    expect(second.session.source.text).toMatchObject({ name: 'poem.txt', bytes: text.bytes });
    expect(second.store.values).toMatchObject({ corpus: 'own', tokenizer: 'characters' });
  });
});

describe('settings', () => {
  const storeOf = (fragment) =>
    new Store({ presets, place: { read: () => fragment, write: () => {} } });

  it('are put back as they were, defaults as defaults', () => {
    const wanted = storeOf('#v=1&model=elmo&optimiser=sgd&charcnn=1&filters=1x8,2x9&lang=zh');
    const store = storeOf('#v=1&model=nnlm&hidden=9&lang=zh&nearest=x&alpha=0.3');
    store.set(changesTo(store, settingsOf(wanted.values)));
    expect(store.fragment()).toBe(`${wanted.fragment()}&nearest=x`);
    expect(store.trainingKey()).toBe(wanted.trainingKey());
  });

  it('of another version: what is not known any more is left at its default', () => {
    const store = storeOf('#v=1');
    const kept = { ...settingsOf(store.values), objective: 'telepathy', window: -3, seed: 'x' };
    delete kept.epochs;
    store.set(changesTo(store, { ...kept, charFilters: 'none', vectorSize: 1e9 }));
    expect(store.values).toMatchObject({ objective: 'negative-sampling', seed: 1, epochs: 10 });
    expect(store.get('vectorSize')).toBe(300); // clamped
  });
});
