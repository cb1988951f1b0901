import { describe, expect, it } from 'vitest';
import { timeLeft, verbOf } from '../../../web/src/ui/transport.js';

describe('what the button of a run does', () => {
  it.each(
    /** @type {const} */ ([
      ['idle', false, false, false, 'train'],
      ['making', false, false, false, 'train'],
      ['making', true, true, false, 'train'],
      ['making', true, false, true, 'again'],
      ['training', true, false, false, 'pause'],
      ['training', true, false, true, 'pause'],
      ['pausing', true, false, false, 'pause'],
      ['settled', false, false, false, 'train'],
      ['settled', false, false, true, 'train'],
      ['settled', true, false, false, 'resume'],
      ['settled', true, true, false, 'again'],
      ['settled', true, false, true, 'again'],
      ['failed', false, false, false, 'train'],
      ['failed', true, false, false, 'resume'],
    ]),
  )('%s, trained %s, finished %s, stale %s: %s', (phase, trained, finished, stale, verb) => {
    expect(verbOf({ phase, trained, finished, stale })).toBe(verb);
  });
});

describe('the time left', () => {
  it('is unknown at first, then in seconds, then in minutes', () => {
    expect(timeLeft(Number.NaN)).toBe('');
    expect(timeLeft(0.2)).toBe('1 s left');
    expect(timeLeft(12.1)).toBe('13 s left');
    expect(timeLeft(130)).toBe('3 min left');
  });
});
