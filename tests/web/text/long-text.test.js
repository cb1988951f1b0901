import { expect, it } from 'vitest';
import { excerptOf, linesIn } from '../../../web/src/text/long-text.js';

it('an excerpt ends with a line, if there is one', () => {
  expect(excerptOf('a line\n'.repeat(1000))).toMatch(/^(a line\n)+…$/);
  expect(excerptOf('x'.repeat(1000))).toBe(`${'x'.repeat(600)}\n…`);
});

it('lines that are not empty are counted', () => {
  expect(linesIn('a\n\nb\nc')).toBe(3);
  expect(linesIn('a\n'.repeat(7))).toBe(7);
  expect(linesIn('')).toBe(0);
});
