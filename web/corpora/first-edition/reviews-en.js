/** The English words of the reviews in their first edition (see ../reviews.js). */

/** @type {import('../reviews.js').ReviewLexicon} */
export const english = {
  labels: { good: 'good', bad: 'bad' },
  things: ['room', 'bed', 'view', 'pool', 'breakfast', 'garden'],
  words: {
    good: [
      ...['lovely', 'superb', 'wonderful', 'brilliant', 'excellent', 'splendid', 'charming'],
      ...['delightful', 'fantastic', 'marvellous', 'terrific', 'magnificent', 'impressive'],
      ...['stunning', 'fabulous', 'flawless', 'glorious', 'exquisite', 'outstanding', 'pleasing'],
      ...['remarkable', 'gorgeous', 'amazing', 'refreshing', 'elegant', 'tasteful', 'exceptional'],
      ...['perfect', 'heavenly', 'divine', 'sublime', 'stellar', 'phenomenal', 'admirable'],
      ...['memorable', 'dazzling', 'polished', 'irresistible', 'ideal', 'classy'],
    ],
    bad: [
      ...['awful', 'terrible', 'dreadful', 'dull', 'horrible', 'shabby', 'disappointing'],
      ...['miserable', 'dismal', 'lousy', 'mediocre', 'dreary', 'shoddy', 'ugly', 'appalling'],
      ...['sloppy', 'pathetic', 'atrocious', 'ghastly', 'unpleasant', 'inferior', 'annoying'],
      ...['horrid', 'wretched', 'lamentable', 'pitiful', 'messy', 'tiresome', 'careless', 'stale'],
      ...['abysmal', 'crude', 'bland', 'woeful', 'unbearable', 'feeble', 'irritating'],
      ...['disgraceful', 'laughable', 'worthless'],
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
