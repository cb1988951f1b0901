/** Messages of Skip-gram’s question: which words stand beside a word. */
export const en = {
  'beside.title': 'Which words stand beside it?',
  'beside.word': 'Word whose neighbours Skip-gram predicts',
  'beside.score': 'score σ(o · v)',
  'beside.take': '{word}, {probability}: ask about this word',
  'beside.takeScored': '{word}, {probability}, score {score}: ask about this word',
  'beside.large': 'The vocabulary is too large to compare every word here.',
  'beside.softmax': 'P: softmax of o · v over all words, as trained.',
  'beside.hierarchical-softmax':
    'P: the chances of every turn on the way down the tree, multiplied.',
  'beside.negative-sampling':
    'The score tells a true neighbour from noise; it is not a probability. P follows from it: P ∝ U(w) · e^(o · v), where U(w) is how often w is drawn as noise.',
};
