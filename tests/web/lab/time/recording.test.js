import { describe, expect, it } from 'vitest';
import { MOST_BYTES, MOST_MOMENTS, Recording } from '../../../../web/src/lab/time/recording.js';

/** @param {number} step @param {number} [size] */
const moment = (step, size = 1) => ({ step, bytes: new Uint8Array(size) });
const gaps = (/** @type {Recording} */ { moments }) =>
  moments.slice(1).map(({ step }, i) => step - moments[i].step);

describe('a recording', () => {
  it('of an hour, at thirty reports per second, stays within its bounds and even', () => {
    const steps = 3600 * 30;
    const recording = new Recording(steps);
    let most = 0;
    const shared = new Uint8Array(2.5e6); // a model with 8000 words of 32 numbers
    for (let step = 0; step <= steps; step++) {
      if (recording.wants(step)) recording.add({ step, bytes: shared });
      most = Math.max(most, recording.bytes);
    }
    expect(most).toBeLessThanOrEqual(MOST_BYTES);
    expect(recording.moments.length).toBeGreaterThan(8);
    expect(recording.moments[0].step).toBe(0);
    const between = gaps(recording).slice(0, -1);
    expect(Math.max(...between) / Math.min(...between)).toBeLessThanOrEqual(2);
  });

  it('has at most so many moments, evenly even if reports are not', () => {
    const recording = new Recording(10_000);
    for (let step = 0; step <= 10_000; step += 1 + ((step * 7919) % 60)) {
      if (recording.wants(step)) recording.add(moment(step));
    }
    expect(recording.moments.length).toBeLessThanOrEqual(MOST_MOMENTS);
    expect(recording.moments.length).toBeGreaterThan(MOST_MOMENTS / 3);
    const between = gaps(recording).slice(0, -1);
    expect(Math.max(...between) / Math.min(...between)).toBeLessThan(3);
  });

  it('keeps the latest moment, finds the one before a step, and ignores earlier ones', () => {
    const recording = new Recording(100, { most: 4 });
    for (const step of [0, 10, 20, 30, 40, 50, 60, 99]) recording.add(moment(step));
    recording.add(moment(5));
    expect(recording.moments.length).toBeLessThanOrEqual(4);
    expect([recording.moments[0].step, recording.last?.step]).toEqual([0, 99]);
    expect(recording.before(98)?.step).toBeLessThan(99);
    expect(recording.before(99)?.step).toBe(99);
  });

  it('says when two moments do not fit, and then keeps none', () => {
    const recording = new Recording(10, { mostBytes: 100 });
    recording.add(moment(0, 60));
    recording.add(moment(1, 60));
    expect(recording.tooLarge).toBe(true);
    expect(recording.bytes).toBe(0);
    expect(recording.wants(9)).toBe(false);
  });

  it('makes room when memory runs out, and goes on', () => {
    const recording = new Recording(1000);
    for (let step = 0; step <= 500; step += 10) recording.add(moment(step, 1000));
    const before = recording.bytes;
    recording.shrink();
    expect(recording.bytes).toBeLessThanOrEqual(before / 2);
    recording.add(moment(1000, 1000));
    expect(recording.last?.step).toBe(1000);
    expect(recording.bytes).toBeLessThanOrEqual(before / 2);
  });
});
