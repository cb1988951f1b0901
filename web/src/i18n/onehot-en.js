/** Strings of the one-hot stage, in English. */
export const en = {
  'onehot.title': 'The vectors themselves: {words} × {words}, ones on the diagonal',
  'onehot.label': 'Identity matrix, one row per word',
  'onehot.help': 'Arrow keys move from word to word.',
  'onehot.row': '{word}: number {index} of {words}',
  'onehot.vector': 'zeros, a one in place {index}, zeros',
  'onehot.nothing': 'Nothing to train',
  'onehot.fact':
    'Any two words: similarity 0, distance √2 ≈ 1.41. King is as far from queen as from spoon.',
  'onehot.memory': 'Memory',
  'onehot.dense': 'One-hot, {words} × {words} × 4 bytes',
  'onehot.embedding': 'Embedding, {words} × {dimensions} × 4 bytes',
  'onehot.next': 'Go to NNLM',
};
