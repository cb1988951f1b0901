// @ts-nocheck: fakes
import { beforeEach, expect, it, vi } from 'vitest';
import { Pulling } from '../../../web/src/lab/map/pulling.js';

const { pullOf } = vi.hoisted(() => ({ pullOf: vi.fn() }));
vi.mock('../../../web/src/lab/map/pull.js', () => ({ pullOf }));

let values;
let session;
let slot;
let pulling;

beforeEach(() => {
  values = { speed: 'slow', inside: 0 };
  session = { store: { get: (name) => values[name] }, changed: vi.fn() };
  const info = { trainable: true, vocabulary: 100, dimensions: 8 };
  slot = { kind: 'cbow', running: true, report: {}, projection: {}, model: { info } };
  pullOf.mockReset().mockImplementation(async ({ model }) => ({ model, moves: [] }));
  pulling = new Pulling(session);
});

const report = { finished: false };

it('is shown while training is slow, and belongs to the model', async () => {
  pulling.reported(slot, report);
  await vi.waitFor(() => expect(pulling.of(slot)).not.toBe(null));
  expect(session.changed).toHaveBeenCalled();
  expect(pulling.of({ model: {} })).toBe(null);
  values.speed = 'full';
  pulling.reported(slot, report);
  expect(pulling.of(slot)).toBe(null);
});

it.each([
  ['at full speed', () => (values.speed = 'full')],
  ['while Inside is shown', () => (values.inside = 3)],
  ['when training is finished', () => (report.finished = true)],
  ['for a model that is too large', () => (slot.model.info.vocabulary = 1e6)],
  ['for vectors from a file', () => (slot.model.info.trainable = false)],
])('nothing is computed %s', async (_, change) => {
  change();
  pulling.reported(slot, { ...report });
  report.finished = false;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(pullOf).not.toHaveBeenCalled();
});

it('a closed model takes its pull along', async () => {
  slot.running = false;
  await pulling.show(slot);
  expect(pulling.of(slot)).not.toBe(null);
  pullOf.mockRejectedValue(new Error('closed'));
  await pulling.show(slot, { typed: 'a b', nth: 0, guess: null });
  expect(pulling.of(slot)).toBe(null);
});
