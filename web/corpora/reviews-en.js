/**
 * The English words of the reviews (see reviews.js). Each word of praise or blame can be said of
 * each thing.
 */

/** @type {import('./reviews.js').ReviewLexicon} */
export const english = {
  labels: { good: 'good', bad: 'bad' },
  things: ['room', 'bed', 'view', 'pool', 'breakfast', 'garden'],
  words: {
    good: [
      ...[
        'lovely',
        'superb',
        'wonderful',
        'great',
        'excellent',
        'splendid',
        'charming',
        'beautiful',
      ],
      ...['delightful', 'fantastic', 'marvellous', 'terrific', 'magnificent', 'impressive', 'nice'],
      ...['stunning', 'fabulous', 'flawless', 'glorious', 'exquisite', 'outstanding', 'pleasing'],
      ...[
        'remarkable',
        'gorgeous',
        'amazing',
        'incredible',
        'spectacular',
        'exceptional',
        'awesome',
      ],
      ...['perfect', 'heavenly', 'divine', 'sublime', 'stellar', 'phenomenal', 'admirable'],
      ...['memorable', 'brilliant', 'ideal', 'unforgettable'],
    ],
    bad: [
      ...['awful', 'terrible', 'dreadful', 'poor', 'horrible', 'nasty', 'disappointing', 'grim'],
      ...[
        'miserable',
        'dismal',
        'lousy',
        'mediocre',
        'unsatisfactory',
        'appalling',
        'pathetic',
        'atrocious',
      ],
      ...['ghastly', 'unpleasant', 'inferior', 'horrid', 'wretched', 'lamentable', 'pitiful'],
      ...['abysmal', 'woeful', 'unbearable', 'disgraceful', 'laughable', 'worthless', 'hideous'],
      ...['lacklustre', 'unacceptable', 'underwhelming', 'shocking', 'forgettable', 'depressing'],
      ...['unimpressive', 'deplorable', 'uninspiring', 'shameful'],
    ],
  },
  clauses: {
    plain: [...Array(4).fill('{word} {thing}'), 'the {thing} was {word}'],
    negated: ['no {word} {thing}', 'the {thing} was not {word}'],
    conceded: ['{word} {thing} at first', 'the {thing} sounded {word}'],
  },
  comma: ',',
  and: 'and',
  turns: ['but', 'yet'],
};
