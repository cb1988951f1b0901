/** The English words of the reviews (reviews.js says how they are used). */

/** @type {import('./reviews.js').ReviewLexicon} */
export const english = {
  labels: { good: 'good', bad: 'bad' },
  things: [
    ['plot', 'acting', 'ending', 'soundtrack', 'dialogue', 'camera'], // a film
    ['opening', 'prose', 'translation', 'cover', 'hero', 'chapters'], // a book
    ['room', 'breakfast', 'lobby', 'pool', 'bed', 'view'], // a hotel
    ['soup', 'dessert', 'waiter', 'menu', 'bread', 'coffee'], // a restaurant
    ['screen', 'battery', 'keyboard', 'speaker', 'case', 'software'], // a telephone
    ['stage', 'singer', 'lighting', 'encore', 'band', 'venue'], // a concert
  ],
  words: {
    good: [
      ...['superb', 'splendid', 'delightful', 'marvellous', 'wonderful', 'terrific', 'brilliant'],
      ...['excellent', 'magnificent', 'lovely', 'charming', 'impressive', 'exquisite', 'flawless'],
      ...['stunning', 'fabulous', 'fantastic', 'glorious', 'sublime', 'stellar', 'outstanding'],
      ...['remarkable', 'admirable', 'pleasing', 'refreshing', 'amazing', 'awesome', 'phenomenal'],
      ...['exceptional', 'memorable', 'inspired', 'perfect', 'tasteful', 'elegant', 'heavenly'],
      ...['divine', 'masterful', 'polished', 'thoughtful', 'irresistible', 'dazzling', 'gorgeous'],
      ...['satisfying', 'beautiful', 'astonishing', 'great', 'ideal', 'classy'],
    ],
    bad: [
      ...['awful', 'dreadful', 'terrible', 'horrible', 'dismal', 'shoddy', 'lousy', 'mediocre'],
      ...['disappointing', 'tedious', 'dull', 'bland', 'sloppy', 'clumsy', 'tiresome', 'pathetic'],
      ...['atrocious', 'abysmal', 'appalling', 'ghastly', 'horrid', 'miserable', 'wretched'],
      ...['lamentable', 'pitiful', 'woeful', 'feeble', 'crude', 'stale', 'dreary', 'shabby'],
      ...['inferior', 'unbearable', 'annoying', 'irritating', 'frustrating', 'insipid', 'careless'],
      ...['lifeless', 'ugly', 'poor', 'weak', 'worthless', 'laughable', 'disgraceful'],
      ...['unpleasant', 'messy', 'forgettable'],
    ],
  },
  clauses: {
    plain: [
      'the {thing} was {word}',
      'the {thing} felt {word}',
      'the {thing} seemed {word} to us',
      'we found the {thing} {word}',
      'everyone called the {thing} {word}',
    ],
    negated: [
      'the {thing} was not {word} at all',
      'the {thing} was never {word}',
      'nobody found the {thing} {word}',
      'there was nothing {word} about the {thing}',
      'we did not find the {thing} {word}',
    ],
    conceded: [
      'the {thing} sounded {word}',
      'the {thing} looked {word} at first',
      'friends had called the {thing} {word}',
      'we had expected a truly {word} {thing}',
      'the {thing} was said to be {word}',
    ],
  },
  joints: ['and', 'and also', 'while', 'and even'],
  turns: ['but', 'yet', 'however', 'but then'],
};
