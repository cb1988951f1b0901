// @ts-nocheck: fakes
/** What the ladder, the polysemy lab and the transfer page keep, on the real engine. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as api from '../../../web/src/api/index.js';
import { Alive } from '../../../web/src/keep/alive.js';
import { Database } from '../../../web/src/keep/database.js';
import { Shelf } from '../../../web/src/keep/shelf.js';
import { Trainings } from '../../../web/src/keep/trainings.js';
import { mannerOf as ladderManner } from '../../../web/src/ladder/keep.js';
import { LadderSession } from '../../../web/src/ladder/session.js';
import { LadderStore } from '../../../web/src/ladder/store.js';
import { mannerOf as senseManner } from '../../../web/src/polysemy/keep.js';
import { SenseSession } from '../../../web/src/polysemy/session.js';
import { SenseStore } from '../../../web/src/polysemy/store.js';
import { mannerOf as transferManner } from '../../../web/src/transfer/keep.js';
import { OwnLines } from '../../../web/src/transfer/own-lines.js';
import { TransferSession } from '../../../web/src/transfer/session.js';
import { TransferStore } from '../../../web/src/transfer/store.js';
import { FakeLocks, until } from '../lab/keep/fake.js';
import { corpus as ladderCorpus } from '../ladder/fake.js';
import { fakeCorpus } from '../polysemy/fake.js';
import { fakeDigits, fakeReviews } from '../transfer/fake.js';

let number = 0;
let where;
let visits;

beforeEach(() => {
  where = { database: `pages-${number++}`, locks: new FakeLocks() };
  visits = [];
});

afterEach(async () => {
  for (const visit of visits) await visit.leave();
});

/** A visit to a page, until the reader leaves it. */
async function visit(session, mannerOf) {
  const name = `visit ${visits.length}`;
  const shelf = new Shelf(new Database(where.database));
  const alive = new Alive(where.locks.tab(name));
  const pace = { first: 30, pause: 60 };
  const trainings = new Trainings(session, mannerOf(session), { shelf, alive, pace });
  session.keeping = trainings;
  trainings.follow(Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  let left = false;
  const here = {
    session,
    shelf,
    trainings,
    kept: () => shelf.list(['run']),
    async leave() {
      if (left) return;
      left = true;
      trainings.recorder.look = () => {};
      await session.close();
      where.locks.kill(name);
      await shelf.database.close();
    },
  };
  visits.push(here);
  await session.start();
  return here;
}

const place = (fragment) => ({ read: () => fragment, write: () => {} });

describe('the polysemy lab', () => {
  const open = (fragment = '') => {
    const corpus = fakeCorpus();
    const options = {
      corpus: `${corpus.text}\n${corpus.heldout}`, // so that no word is unknown
      tokenizer: 'space',
      sentences: 'lines',
      minCount: 1,
      vectorSize: 8,
      cellSize: 8,
      layers: 2,
      batch: 8,
      epochs: 3,
    };
    const store = new SenseStore({ place: place(fragment) });
    const corpora = async () => ({ corpus, options });
    return visit(new SenseSession({ api, corpora, store }), senseManner);
  };

  it('finds a finished training again, with its curve and its recording', async () => {
    const first = await open();
    await first.session.train();
    const pack = first.session.current;
    const { hash, report, history } = pack;
    await until(async () => (await first.kept())[0]?.about.report.finished);
    await until(async () => (await first.kept())[0].parts.reel);
    const { reel } = pack;
    await first.leave();

    const { session } = await open();
    expect(session.current.hash).toBe(hash);
    expect(session.current.report).toEqual(report);
    expect([...session.current.history]).toEqual([...history]);
    const shots = session.current.reel.words.get('apple');
    const recorded = reel.words.get('apple');
    expect([...session.current.reel.words.keys()]).toEqual([...reel.words.keys()]);
    expect(shots.length).toBe(recorded.length);
    expect(shots[0].frame).toMatchObject({ of: { word: 'apple' }, step: 0 });
    expect(session.frame.positions.length).toBe(recorded.at(-1).frame.positions.length);
    await session.reset();
    expect(session.current.trained).toBe(false);
  });

  it('trains a link anew that promises a hash, unless the page is only loaded again', async () => {
    const first = await open();
    await first.session.train();
    const { hash } = first.session.current;
    await until(async () => (await first.kept())[0]?.about.report.finished);
    await first.leave();
    const opened = (type) => vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type }]);
    const link = `#v=1&edition=2&hash=${hash}&start=paused`;

    opened('navigate');
    const second = await open(link);
    expect(second.session.current.trained).toBe(false);
    await second.leave();

    opened('reload');
    const third = await open(link);
    expect(third.session.current.hash).toBe(hash);
    vi.restoreAllMocks();
  });

  it('continues what was paused', async () => {
    const whole = await open('#v=1&seed=7');
    await whole.session.train();
    const { hash } = whole.session.current;
    await whole.session.reset();
    await whole.session.current.step(5);
    await until(async () => (await whole.kept())[0]?.about.report.step === 5);
    await whole.leave();
    const { session } = await open('#v=1&seed=7');
    expect(session.current.report.step).toBe(5);
    expect(session.current.running).toBe(false);
    await session.train();
    expect(session.current.hash).toBe(hash);
  });

  it('does not take a training on one edition for one on the other', async () => {
    const first = await open('#v=1&edition=1');
    await first.session.current.step(5);
    await until(async () => (await first.kept())[0]?.about.report.step === 5);
    expect((await first.kept())[0].about.settings.corpus).toBe('polysemy-en');
    await first.leave();
    const second = await open();
    expect(second.session.current.trained).toBe(false);
    await second.leave();
    const again = await open('#v=1&edition=1');
    expect(again.session.current.report.step).toBe(5);
  });
});

describe('the ladder', () => {
  const open = (fragment = '') => {
    const store = new LadderStore({ place: place(fragment) });
    return visit(
      new LadderSession({ api, corpora: async () => ladderCorpus, store }),
      ladderManner,
    );
  };
  const cbow = ({ session }) => session.steps.find(({ rung }) => rung.id === 'cbow');

  it('finds a rung again, measured and asked; a reset stays', async () => {
    const first = await open();
    const step = cbow(first);
    await step.train();
    const { hash, report, points } = step;
    await until(async () => (await first.kept()).some(({ about }) => about.report.finished));
    await first.leave();

    const second = await open();
    const again = cbow(second);
    expect(again).toMatchObject({ hash, state: 'done', finished: true });
    expect(again.report.loss).toBe(report.loss);
    expect(again.points).toEqual(points);
    expect(again.analogies.total).toBeGreaterThan(0);
    expect(again.answers.similar).toBeTruthy();
    await second.session.reset();
    await second.leave();
    expect(cbow(await open()).state).toBe('waiting');
  }, 60_000);
});

describe('the transfer page', () => {
  const open = (fragment = '', ownLines = undefined) => {
    const reviews = async (language) => ({
      reviews: fakeReviews(language),
      options: {
        shared: { tokenizer: 'space', sentences: 'lines', minCount: 1 },
        elmo: { epochs: 1, batch: 8, vectorSize: 8, cellSize: 8 },
        'skip-gram': { epochs: 2, vectorSize: 8 },
      },
    });
    const store = new TransferStore({ place: place(fragment) });
    const digits = async () => fakeDigits(40);
    const session = new TransferSession({ api, digits, reviews, ownLines, store });
    return visit(session, transferManner);
  };

  it('finds A again, what was measured of it, and B; it trains again', async () => {
    const first = await open();
    await first.session.train();
    await first.session.images.train();
    const { hash, report, heldout, tries, last } = first.session.current;
    expect(last).toBeTruthy();
    const b = await last.model.weightsHash();
    await until(async () => {
      const [{ about }] = await first.kept();
      return about.contents.last && about.contents.tries.length === tries.length;
    });
    await first.leave();

    const { session } = await open();
    const pack = session.current;
    expect(pack.report).toEqual(report);
    expect(pack.hash).toBe(hash);
    expect(pack.heldout).toEqual(heldout);
    expect(pack.tries).toEqual(tries);
    expect(pack.last.accuracy).toBe(last.accuracy);
    expect(await pack.last.model.weightsHash()).toBe(b);
    await session.images.train(); // another B of the same A
    expect(pack.tries.length).toBeGreaterThan(tries.length);
    await session.train(); // from the start: a kept classifier has no examples
    expect(pack.hash).toBe(hash);
    expect(pack.error).toBe(null);
  }, 60_000);

  it('finds the language model of the second chapter', async () => {
    const link = '#v=1&chapter=text&model=skip-gram';
    const first = await open(link);
    await first.session.train();
    const { hash, history } = first.session.current;
    await until(async () => (await first.kept())[0]?.about.report.finished);
    await first.leave();
    const { session } = await open(link);
    expect(session.current).toMatchObject({ hash, history, finished: true });
  });

  it('finds own lines again, and the language model that read them', async () => {
    const stored = new Map();
    const storage = {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => stored.set(key, value),
      removeItem: (key) => stored.delete(key),
    };
    const ownLines = new OwnLines(storage, storage);
    const link = '#v=1&chapter=text&model=skip-gram';
    const lines = Array.from({ length: 24 }, (_, i) => `${i % 2 ? 'ham' : 'spam'}\tword${i} here`);
    const first = await open(link, ownLines);
    first.session.text.use(await api.readLabelledLines(lines.join('\n')));
    await first.session.train();
    const { hash, key } = first.session.current;
    await until(async () => (await first.kept()).some(({ about }) => about.place === key));
    await until(async () => (await first.kept())[0]?.about.report.finished);
    const address = `#${first.session.store.fragment()}`;
    await first.leave();
    const { session } = await open(address, ownLines);
    expect(session.current).toMatchObject({ key, hash, finished: true });
  });
});
