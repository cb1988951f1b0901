/** The Lab's lessons about each model in English. */
export const en = {
  'lesson.title': 'What is going on',
  'lesson.try': 'Try this',
  'lesson.to': 'Go on: {name}',
  'lesson.chapter': 'In the Story',
  'lesson.chapters': 'Guess first, then see it trained and explained:',

  'lesson.one-hot.1.title': 'A word is a place in a list',
  'lesson.one-hot.1':
    'A program needs numbers. The plainest choice: number the words, and let word 17 be a row of zeros with a single one in place 17. Nothing is learnt and nothing is assumed.',
  'lesson.one-hot.2.title': 'All words are strangers',
  'lesson.one-hot.2':
    'No two rows have their one in the same place, so any two words have similarity 0. What a program learns about ‘king’ tells it nothing about ‘queen’. And the table grows with the square of the vocabulary: 10,000 words fill 400 MB, nearly all of it zeros.',
  'lesson.one-hot.try.1': 'Move along the diagonal: every word has a row and a column of its own.',
  'lesson.one-hot.try.2':
    'Ask what is nearest to ‘king’. All are equally near, so the list is merely the order of the vocabulary.',

  'lesson.nnlm.1.title': 'Guess the next word',
  'lesson.nnlm.1':
    'The one-hot rows of the last few words, times Q, give their vectors. Side by side, these pass through one hidden layer; a softmax then gives each word of the vocabulary a probability. Where the guess was poor, the correction runs back through all layers, down to Q itself (Bengio and colleagues, 2003).',
  'lesson.nnlm.2.title': 'Word vectors fall out',
  'lesson.nnlm.2':
    'Nobody asked for similar vectors. But words that are followed by the same words serve the guess best when they lie close together: what is learnt about one then holds for the other. So the network copes with sentences it has never read, where counting knows nothing. Compare its perplexity, below the curve, with the trigram’s.',
  'lesson.nnlm.try.1': 'Under ‘Next word’, press one of the guesses: it joins the sentence.',
  'lesson.nnlm.try.2':
    'Set Context to 1 and train again: one word back is all it knows. Then try 4.',

  'lesson.cbow.1.title': 'The neighbours guess the word',
  'lesson.cbow.1':
    'Mikolov and colleagues (2013) dropped the hidden layer and the order of words. The mean of the vectors around a gap guesses what stands in it. And instead of a probability for every word, it is enough to tell the true word from a few random ones.',
  'lesson.cbow.2.title': 'The vectors are the product',
  'lesson.cbow.2':
    'A step costs a handful of small products, however large the vocabulary. Compare the tokens per second beside the button with the NNLM’s. What is lost: it no longer says which word comes next, for it never looks at the order.',
  'lesson.cbow.try.1':
    'Train CBOW, then Skip-gram on the same text. Both curves stay; which one answers the analogies?',
  'lesson.cbow.try.2': 'Put a word into ‘Odd one out’ that nearly belongs.',

  'lesson.skip-gram.1.title': 'A word is the company it keeps',
  'lesson.skip-gram.1':
    'Each word learns to tell its true neighbours from random words: a neighbour’s vector is drawn near, a random one pushed off. Words that keep the same company are pulled the same way, and come to lie together. Nobody says that a king is a man, or Paris a capital.',
  'lesson.skip-gram.2.title': 'Near means alike, a direction means a difference',
  'lesson.skip-gram.2':
    'Each point is a word, a few dozen numbers; the map shows the two directions in which words differ most. The step from man to woman is about the step from king to queen. So king − man + woman lands beside queen, which is all that an analogy is.',
  'lesson.skip-gram.try.1':
    'Choose ‘Analogy’ above the map: the two arrows should lie side by side.',
  'lesson.skip-gram.try.2':
    'Another seed: the places change, the neighbours stay. Only distances mean something.',
  'lesson.skip-gram.try.3':
    'Set Speed to ‘By window’ and watch single windows pull at single words.',

  'lesson.elmo.1.title': 'Two readers with a memory',
  'lesson.elmo.1':
    'Two LSTMs read each sentence, one from the left, one from the right, and guess the word they will meet next. To guess well, they have to keep in mind what they have read. What they hold in mind at a word is the vector of this word, in this sentence (Peters and colleagues, 2018).',
  'lesson.elmo.2.title': 'A vector for each occurrence',
  'lesson.elmo.2':
    'The strips above show the same word in three sentences. In layer 0 they are equal: the word alone. In layers 1 and 2 they part, as far as the sentences do. It reads further than the NNLM’s few words, too: compare the perplexities.',
  'lesson.elmo.try.1': 'Change one word in a sentence of the strips: which layers notice?',
  'lesson.elmo.try.2':
    'Under ‘Fill the blank’, let it read ‘before’ only, then both sides: two readers know more than one.',
};
