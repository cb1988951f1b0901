/** What the terms mean (terms.js), for a reader who meets them here for the first time. */
export const en = {
  'gloss.loss':
    'How wrong the model’s guesses are: minus the logarithm of the probability that it gave to what really came. It falls while the model learns. Losses of different tasks do not compare.',
  'gloss.nat':
    'The unit of the loss with natural logarithms. 0 nats: always certain and right. 0.69 nats: as unsure as a coin toss. 1 nat is 1.44 bits.',
  'gloss.bit':
    'The same measure of surprise with logarithms to base 2: 1 bit is a coin toss, 3 bits a choice among eight equally likely words.',
  'gloss.perplexity':
    'Among how many equally likely words the model hesitates on average: e to the power of the loss in nats. Lower is better; 1 is certain.',
  'gloss.ngram':
    'A model that only counts. A bigram counts which word follows which, a trigram looks at the last two words, a unigram at none. Rare combinations have too few examples.',
  'gloss.heldout':
    'Sentences that are kept from training, to measure on. A model that only learnt by heart does badly on them.',
  'gloss.softmax':
    'Turns scores into probabilities: e to the power of each score, divided by the sum over all words. Exact, but every word of the vocabulary is computed each time.',
  'gloss.sampled':
    'A softmax over the true word and a random part of the vocabulary: an estimate that costs less.',
  'gloss.negative':
    'Instead of probabilities for all words, the model learns to tell the true word from a few random ones, the negatives. Fast, and good enough for word vectors.',
  'gloss.hierarchical':
    'The words are leaves of a binary tree; a word’s probability is the product of the decisions, left or right, on the way to it. About log₂ V decisions instead of V scores.',
  'gloss.huffman': 'A binary tree in which frequent words have short paths.',
  'gloss.lstm':
    'Long short-term memory: a network that reads word after word and keeps a memory. Gates decide what is kept, forgotten and passed on.',
  'gloss.pca':
    'Principal component analysis: the map shows the two directions in which the vectors differ most. Distances on it are a shadow of the true ones.',
  'gloss.umap':
    'A map on which near neighbours stay near. Groups are meaningful; distances between groups and axes are not.',
  'gloss.build':
    'Which version of the program computes. Exact: equal settings give equal bits on every machine. Fast and parallel round differently.',
  'gloss.bits':
    'The weights agree in every binary digit; the short code beside it is their fingerprint.',
  'gloss.seed':
    'The number from which all random choices of a run follow. The same seed and settings give the same run.',
  'gloss.subsampling':
    'Very frequent words (“the”, “of”) are skipped at random: they say little about their neighbours, and training is faster.',
  'gloss.epoch': 'One pass through the whole text.',
  'gloss.rate':
    'How far the weights move in each step. Too small: learning is slow. Too large: the loss jumps or explodes.',
  'gloss.inout':
    'Each word has two vectors. Input: its row of the matrix Q, used when it is read; this is the usual word vector. Output: used when it is guessed.',
  'gloss.cosine':
    'The cosine of the angle between two vectors: 1 the same direction, 0 unrelated, −1 opposite. Length does not count.',
  'gloss.onehot':
    'A vector with as many numbers as there are words: a single 1 at the word’s place, all others 0. All words are equally far apart.',
  'gloss.embedding':
    'A short vector of real numbers for each word, learnt so that similar words get similar vectors.',
  'gloss.finetune':
    'Training a model further on another, usually small task; the borrowed layers move along.',
  'gloss.freeze': 'Layers that stay as they were learnt: training does not change their weights.',
  'gloss.pretrain':
    'Training on a large task first, so that its layers can be used for another one.',
  'gloss.dimensions': 'How many numbers a vector has. Each is a coordinate.',
};
