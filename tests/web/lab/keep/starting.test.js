// @ts-nocheck: fakes
/** What began with vectors from a file begins with them again, wherever it is opened. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openVectors } from '../../../../web/src/lab/import/loaded.js';
import { keepModel, openKept } from '../../../../web/src/lab/keep/models.js';
import { FakeLocks, openTab, until } from './fake.js';

const VECTORS = `4 8\n${['king', 'queen', 'dog', 'elsewhere']
  .map(
    (word, i) =>
      `${word} ${Array(8)
        .fill(`0.${i + 1}`)
        .join(' ')}`,
  )
  .join('\n')}\n`;

const LINK = '#v=1&size=8&epochs=2';

let number = 0;
let where;
let tabs;

async function open(fragment = LINK) {
  const tab = await openTab({ ...where, fragment });
  tabs.push(tab);
  return tab;
}

async function bring({ session }, name = 'glove.txt') {
  const model = await session.api.load(new TextEncoder().encode(VECTORS), {});
  await openVectors(session, name, model);
  await session.startVectors.take();
}

async function trainedFrom(name) {
  const tab = await open();
  if (name) await bring(tab, name);
  await tab.session.train();
  return tab;
}

const keep = async ({ session, shelf }) => (await keepModel(session, shelf, 'kept')).id;
const show = ({ session, shelf }, id) => openKept(session, shelf, id);
const kingOf = async ({ session }) => (await session.current.model.vector('king'))[0];

beforeEach(() => {
  where = { database: `starting-${number++}`, locks: new FakeLocks() };
  tabs = [];
});

afterEach(async () => {
  for (const tab of tabs) await tab.kill();
});

it('a kept model, after a reset and trained anew', async () => {
  const first = await trainedFrom('glove.txt');
  const { hash } = first.session.current;
  const id = await keep(first);
  expect(hash).not.toBe((await trainedFrom('')).session.current.hash);

  const tab = await open('#v=1&model=cbow');
  await show(tab, id);
  const { session } = tab;
  expect(session.current.hash).toBe(hash);
  expect(session.startVectors.name).toBe('glove.txt');
  expect(session.isStale(session.current)).toBe(false);
  await session.reset();
  expect(await kingOf(tab)).toBeCloseTo(0.1, 6);
  expect(session.current.model.info.started).toBe(3);
  await session.train();
  expect(session.current.hash).toBe(hash);
});

it('a kept model that is trained again at once', async () => {
  const first = await trainedFrom('glove.txt');
  const id = await keep(first);
  const tab = await open();
  await show(tab, id);
  await tab.session.train();
  expect(tab.session.current.hash).toBe(first.session.current.hash);
});

it('a training that was cut off', async () => {
  const first = await open(`${LINK}&speed=slow`);
  await bring(first);
  first.session.train().catch(() => {});
  await until(async () => (await first.shelf.list(['run'])).length);
  await first.kill();

  const tab = await open();
  await tab.trainings.offer();
  expect(tab.trainings.note.kind).toBe('resumed');
  const { session } = tab;
  await until(() => session.current.hash && session.current.report.finished);
  const { hash } = session.current;
  await session.train();
  expect(session.current.model.info.started).toBe(3);
  expect(session.current.hash).toBe(hash);
});

it('one that began at random does not begin with what came since; that can be had back', async () => {
  const random = await trainedFrom('');
  const { hash } = random.session.current;
  const id = await keep(random);
  await bring(random);
  await random.session.train();
  const started = random.session.current.hash;
  const { session } = random;
  await show(random, id);
  expect(session.startVectors.lender).toBe(null);
  await session.train();
  expect(session.current.hash).toBe(hash);

  const again = await trainedFrom('mine.txt');
  await show(again, id);
  await again.session.undoing.take();
  expect(again.session.startVectors.name).toBe('mine.txt');
  expect(again.session.current.hash).toBe(started);
  expect(again.session.isStale(again.session.current)).toBe(false);
  await again.session.reset();
  expect(await kingOf(again)).toBeCloseTo(0.1, 6);
});

it('the vectors are stored once, however many are kept', async () => {
  const first = await trainedFrom('glove.txt');
  await keep(first);
  const tab = await open();
  await show(tab, await keep(first));
  await keep(tab);
  const keys = (await first.shelf.list(['model'])).map(({ parts }) => parts.start.key);
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
});

it('vectors given up before they were kept leave a model that begins at random', async () => {
  const first = await open();
  await bring(first);
  first.trainings.recorder.look = () => {}; // the recorder would store them
  await first.session.train();
  const { hash } = first.session.current;
  first.store.set({ model: 'cbow' });
  await first.session.startVectors.drop();
  first.store.set({ model: 'skip-gram' });
  const id = await keep(first);
  const tab = await open();
  await show(tab, id);
  expect(tab.session.startVectors.name).toBe('');
  expect(tab.session.current.hash).toBe(hash);
});
