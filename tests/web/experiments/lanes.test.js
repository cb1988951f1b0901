/** Work of several workers side by side. */
import { describe, expect, it, vi } from 'vitest';
import { inLanes } from '../../../web/src/api/lanes.js';

const soon = () => new Promise((resolve) => setTimeout(resolve));

describe('inLanes', () => {
  it('does every job once, with no more workers than jobs', async () => {
    /** @type {[string, string, number][]} */
    const done = [];
    await inLanes(['a', 'b', 'c'], ['x', 'y', 'z', 'idle'], async (...job) => {
      done.push(job);
      await soon();
    });
    expect(done.map(([job, , at]) => `${job}${at}`)).toEqual(['a0', 'b1', 'c2']);
    expect(new Set(done.map(([, worker]) => worker))).toEqual(new Set(['x', 'y', 'z']));
  });

  it('begins nothing after a failure, waits for the rest, and throws what failed first', async () => {
    const ended = vi.fn();
    const begun = vi.fn();
    const work = async (/** @type {number} */ job) => {
      begun(job);
      await soon();
      if (job === 0) throw Object.assign(new Error('broken'), { code: 'EngineFailed' });
      await soon();
      ended(job);
      throw Object.assign(new Error('stopped'), { code: 'Cancelled' });
    };
    await expect(inLanes([0, 1, 2, 3], ['x', 'y'], work)).rejects.toThrow('broken');
    expect(begun.mock.calls.flat()).toEqual([0, 1]);
    expect(ended).toHaveBeenCalledWith(1);
  });

  it('begins nothing once it is aborted', async () => {
    const stop = new AbortController();
    const work = vi.fn(async () => stop.abort());
    await inLanes([1, 2, 3], ['x'], work, stop.signal);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
