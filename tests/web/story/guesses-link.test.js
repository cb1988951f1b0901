/** Guesses in a link come back as they were; what is not a guess is left out. */
import { expect, it } from 'vitest';
import { guessesIn, readGuesses } from '../../../web/src/story/guesses-link.js';

const options = {
  number: ['queen', 'next', 'equal'],
  'by-product': ['queen', 'palace', 'neither'],
  opposites: ['-1', '0.7', 'a_b~c'],
};

it('brings back what was guessed and came out', () => {
  const seen = {
    number: { guess: '', outcome: 'equal', seed: 1, language: 'en', hash: 'af1efe3af9736001' },
    'by-product': { guess: 'palace', outcome: 'queen', seed: 4294967295, language: 'zh' },
    opposites: { guess: 'a_b~c', outcome: '0.7', seed: 1, language: 'en' },
  };
  const link = guessesIn(seen, 'en');
  expect(link).toBe(encodeURIComponent(link)); // nothing in it needs escaping
  expect(readGuesses(link, options)).toEqual({
    seen: {
      number: { guess: '', outcome: 'equal', seed: 1, hash: 'af1efe3a' },
      'by-product': { guess: 'palace', outcome: 'queen', seed: 4294967295, language: 'zh' },
      opposites: { guess: 'a_b~c', outcome: '0.7', seed: 1 },
    },
    unread: 0,
  });
});

it('leaves out chapters without a guess', () => {
  expect(guessesIn({ number: { outcome: 'equal' } }, 'en')).toBe('');
});

it.each([
  'nothing.a.b',
  'number.maybe.equal',
  'number.next.maybe',
  'number.next.equal.nothex12',
  'number.next.equal..-1',
  'number.next.equal..4294967296',
  'number.next.equal..1.de',
  'constructor.x',
  '__proto__.x',
])('does not read %s', (entry) => {
  expect(readGuesses(`${entry}~by-product.queen.queen`, options)).toEqual({
    seen: { 'by-product': { guess: 'queen', outcome: 'queen', seed: 1 } },
    unread: 1,
  });
});
