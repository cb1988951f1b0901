/** The marks in the texts of lessons. */
import { describe, expect, it } from 'vitest';
import { partsOf, plain } from '../../../web/src/tasks/marked.js';

describe('marks', () => {
  it('are words that are spoken of, and numbers with their name', () => {
    expect(partsOf('*king* is number {king: 68}, *the queen* too')).toEqual([
      { kind: 'word', text: 'king' },
      { kind: 'plain', text: ' is number ' },
      { kind: 'number', name: 'king', text: '68' },
      { kind: 'plain', text: ', ' },
      { kind: 'word', text: 'the queen' },
      { kind: 'plain', text: ' too' },
    ]);
  });

  it('leave everything else as it is', () => {
    for (const text of ['2 * 3 * 4', '**', '* a *', '{}', '{a}', 'f(x) = {1, 2}', 'a*b', '']) {
      expect(plain(text)).toBe(text);
    }
  });

  it('are gone from plain text', () => {
    expect(plain('*苹果* 排在 {next: 71} 号')).toBe('苹果 排在 71 号');
  });
});
