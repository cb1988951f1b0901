/** Messages of the cosine, opened to its products. */
export const en = {
  'cosine.learnt': 'Learnt: {numbers} numbers per word',
  'cosine.products': 'products',
  'cosine.sum': 'Products, added up',
  'cosine.length': 'Length of ‘{word}’',
  'cosine.of': 'Cosine',
  'cosine.quotient': '{sum} ÷ ({a} × {b}) = {cosine}',
  'cosine.zero': 'A row of zeros points nowhere: it has no cosine. Train first.',
  'cosine.diverged': 'The numbers are no longer finite: there is no cosine.',
  'cosine.onehot': 'One-hot: {size} numbers per word, all 0 but one',
  'cosine.onehotOther':
    'The two 1s stand in different places, so every product has a 0: 0 ÷ (1 × 1) = 0. Any two words are equally unlike.',
  'cosine.onehotSame': 'The same word: 1 × 1 = 1, and 1 ÷ (1 × 1) = 1.',
  'cosine.table': 'As a table',
  'cosine.number': 'No.',
  'cosine.strip': '{name}: {count} numbers, from {least} to {most}',
};
