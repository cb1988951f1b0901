import { expect, it } from 'vitest';
import {
  MOST_STORED,
  momentParts,
  momentsStamp,
  recordingOf,
  withoutMoments,
} from '../../../../web/src/lab/time/kept-moments.js';
import { Recording } from '../../../../web/src/lab/time/recording.js';

/** @param {number[]} steps @param {number} size */
function recorded(steps, size = 10) {
  const recording = new Recording(1000);
  for (const step of steps) recording.add({ step, bytes: new Uint8Array(size).fill(step % 256) });
  return recording;
}
const tens = Array.from({ length: 31 }, (_, i) => i * 10);

it('a recording is the same after it was stored, and its bytes are those in memory', () => {
  const recording = recorded(tens);
  const parts = momentParts(recording, 300);
  expect(Object.keys(parts)).toHaveLength(31);
  expect(parts['moment-20']).toBe(recording.moments[2].bytes);
  const read = recordingOf({ checkpoint: new Uint8Array(1), ...parts }, { steps: 1000 });
  expect(read?.moments).toEqual(recording.moments);
  expect(read?.fromStart).toBe(true);
  expect(momentsStamp(recording, 300)).toBe('31');
});

it('many bytes are thinned evenly, with beginning and end; too few moments are not stored', () => {
  const parts = momentParts(recorded(tens, MOST_STORED / 16), 300);
  const steps = Object.keys(parts).map((part) => Number(part.slice('moment-'.length)));
  expect(steps).toHaveLength(16);
  expect([steps[0], steps.at(-1)]).toEqual([0, 300]);
  const gaps = steps.slice(1).map((step, i) => step - steps[i]);
  expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(10);
  const bytes = Object.values(parts).reduce((sum, { length }) => sum + length, 0);
  expect(bytes).toBeLessThanOrEqual(MOST_STORED);
  expect(momentParts(recorded(tens, MOST_STORED / 4), 300)).toEqual({});
});

it('a recording that has not reached the step, or not begun at 0, is not stored', () => {
  expect(momentParts(recorded(tens), 310)).toEqual({});
  expect(momentParts(recorded(tens.slice(1)), 300)).toEqual({});
  expect(momentParts(null, 300)).toEqual({});
  expect(momentsStamp(recorded(tens), 310)).toBe('');
  expect(recordingOf({ checkpoint: new Uint8Array(1) }, { steps: 9 })).toBe(null);
});

it('a full storage keeps the training without its moments', () => {
  const checkpoint = new Uint8Array(1);
  const parts = { checkpoint, ...momentParts(recorded(tens), 300) };
  expect(withoutMoments(parts)).toEqual({ checkpoint });
});
