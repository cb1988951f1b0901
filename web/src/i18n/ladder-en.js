/** Messages of the ladder in English. */
export const en = {
  'ladder.page.title': 'Preformer: the ladder',
  'ladder.title': 'The ladder: five models, one text, the same questions',
  'ladder.lede':
    'Before the Transformer, each model could do something that the one before could not. Train all five on the same sentences, then ask all of them the same question and see which rung reaches it.',
  'ladder.rungs': 'The rungs, oldest first',

  'ladder.train.train': 'Train all',
  'ladder.train.stop': 'Stop',
  'ladder.train.resume': 'Go on',
  'ladder.train.again': 'Train again',
  'ladder.corpus': 'Text',
  'ladder.corpus.en': 'English',
  'ladder.corpus.zh': '中文',
  'ladder.progress.preparing': 'Preparing…',
  'ladder.progress.ready': 'Ready: {sentences} sentences, five models. Press Train all.',
  'ladder.progress.running': 'Training {name}',
  'ladder.progress.stopped': 'Stopped: press Go on.',
  'ladder.progress.done': 'All five trained in {seconds} s.',

  'ladder.rung.one-hot': 'One-hot',
  'ladder.rung.nnlm': 'NNLM',
  'ladder.rung.cbow': 'CBOW',
  'ladder.rung.skip-gram': 'Skip-gram',
  'ladder.rung.elmo': 'ELMo',
  'ladder.rung.before': 'before',
  'ladder.rung.one-hot.adds': 'a number for each word',
  'ladder.rung.nnlm.adds': 'predicts the next word',
  'ladder.rung.cbow.adds': 'context → word, and quick',
  'ladder.rung.skip-gram.adds': 'word → context',
  'ladder.rung.elmo.adds': 'a vector for each occurrence',

  'ladder.state.waiting': 'Not trained yet',
  'ladder.state.preparing': 'Reading the text…',
  'ladder.state.epoch': 'Epoch {epoch} of {epochs}',
  'ladder.state.measuring': 'Measuring…',
  'ladder.state.paused': 'Stopped',
  'ladder.state.done': 'Trained in {seconds} s',
  'ladder.state.nothing': 'Nothing to train',
  'ladder.loss': 'loss {loss}',
  'ladder.loss.none': 'no loss',
  'ladder.seconds': '{seconds} s',

  'ladder.figure.parameters': 'Parameters',
  'ladder.figure.memory': 'Memory',
  'ladder.figure.time': 'Training',
  'ladder.figure.bits': 'Bits per word',
  'ladder.figure.bits.other': 'It does not predict the next word: nothing to compare.',
  'ladder.bits.note':
    'Bits per word: the surprise at held-out sentences. Losses are of each model’s own task and do not compare.',
  'ladder.ngrams':
    'Bits per word: the surprise at held-out sentences; counting word pairs gets {bigram}, triples {trigram}. Losses are of each model’s own task and do not compare.',

  'ladder.task.one-hot': 'Numbers the words of the text. There is nothing to learn.',
  'ladder.task.nnlm':
    'Learns to guess the next word from the four before it, and a vector for each word on the way.',
  'ladder.task.cbow': 'Learns to guess a word from the average of the words around it.',
  'ladder.task.skip-gram': 'Learns to guess, from one word, the words around it.',
  'ladder.task.elmo':
    'Two LSTMs learn to guess the next word, one reading forwards, one backwards. What they hold at a word is its vector there.',
  'ladder.map.identity': 'The identity matrix: {count} words, each as far from all others.',
  'ladder.map.words': 'Map of {count} word vectors, coloured by group.',
  'ladder.map.cloud': 'Map of {count} occurrences of ‘{word}’, coloured by sense.',
  'ladder.map.plane': 'Four words seen through PCA: arrows from {a} to {b} and from {c} to {d}.',
  'ladder.map.planeShort': 'the four words through PCA',
  'ladder.map.identityShort': 'a one in each row, zeros elsewhere',
  'ladder.map.wordsShort': '{count} words',
  'ladder.map.wordsShort.one': '1 word',
  'ladder.map.cloudShort': '{count} × ‘{word}’, a point each',

  'ladder.group.people': 'people',
  'ladder.group.plants': 'plants',
  'ladder.group.companies': 'companies',
  'ladder.group.capitals': 'capitals',
  'ladder.group.countries': 'countries',
  'ladder.group.waterside': 'waterside',
  'ladder.group.animals': 'animals',
  'ladder.group.deeds': 'deeds',

  'ladder.ask.title': 'Ask all five',
  'ladder.ask.similar': 'Similar words',
  'ladder.ask.analogy': 'Analogy',
  'ladder.ask.next': 'Next word',
  'ladder.ask.blank': 'Fill the blank',
  'ladder.ask.senses': 'Two meanings',
  'ladder.ask.right': ', right: {names}',
  'ladder.ask.nobody': 'none',
  'ladder.ask.similar.before': 'Which words are like',
  'ladder.ask.similar.after': '?',
  'ladder.ask.similar.label': 'Word',
  'ladder.ask.analogy.label': 'Word {number} of the analogy',
  'ladder.ask.analogy.isTo': 'is to',
  'ladder.ask.analogy.as': 'as',
  'ladder.ask.next.label': 'Beginning of a sentence',
  'ladder.ask.next.hint': '… and then?',
  'ladder.ask.blank.label': 'A sentence with _ for the blank',
  'ladder.ask.blank.hint': '_ is the blank',
  'ladder.ask.senses.word': 'Word with two meanings',
  'ladder.ask.senses.label': 'Sentence {number}',

  'ladder.problem.unknown': 'Not in this text: {words}',
  'ladder.problem.blank': 'Put a _ where the word is missing.',
  'ladder.problem.polyseme': 'Both sentences need the word ‘{word}’.',

  'ladder.verdict.yes': 'Right',
  'ladder.verdict.wrong': 'Answers, but not well',
  'ladder.verdict.open': 'Answers',
  'ladder.verdict.no': 'Cannot',
  'ladder.answer.items': 'Its answers',
  'ladder.right': 'right',
  'ladder.votes': '{count} of the {of} nearest',
  'ladder.end': 'end of sentence',

  'ladder.why.similar.one-hot':
    'Every similarity is 0. To a one-hot vector, ‘{word}’ is as far from its own kind as from anything else.',
  'ladder.why.similar.nnlm':
    '{count} of {of} are of its kind. Its vectors are a by-product: they need only suit the next word.',
  'ladder.why.similar.cbow':
    '{count} of {of} are of its kind: words that fill the same gaps come close.',
  'ladder.why.similar.skip-gram':
    '{count} of {of} are of its kind: words that keep the same company come close.',
  'ladder.why.similar.elmo':
    '{count} of {of} are of its kind, judged by the vectors that enter at the bottom, before any reading.',
  'ladder.why.similar.nnlm.open': 'Words that are followed alike come close.',
  'ladder.why.similar.cbow.open': 'Words that fill the same gaps come close.',
  'ladder.why.similar.skip-gram.open': 'Words that keep the same company come close.',
  'ladder.why.similar.elmo.open':
    'Judged by the vectors that enter at the bottom, before any reading.',

  'ladder.why.analogy.one-hot':
    '{b} − {a} + {c} lies equally far from every other word: nothing to choose by.',
  'ladder.why.analogy.nnlm':
    'Nothing in its task asks for parallel steps. Of all analogies of the text it gets {accuracy}.',
  'ladder.why.analogy.cbow':
    'The step from {a} to {b}, taken from {c}. Of all analogies of the text: {accuracy}.',
  'ladder.why.analogy.skip-gram':
    'The step from {a} to {b}, taken from {c}. Of all analogies of the text: {accuracy}.',
  'ladder.why.analogy.elmo':
    'Its LSTMs do the work; nothing asks its word vectors for parallel steps. Of all analogies: {accuracy}.',

  'ladder.why.analogy.nnlm.yes':
    'Nothing in its task asks for parallel steps; in a text as regular as this they come out all the same. Of all analogies: {accuracy}.',
  'ladder.why.analogy.elmo.yes':
    'By the vectors that enter at the bottom: nothing asks them for parallel steps, yet here they come. Of all analogies: {accuracy}.',
  'ladder.why.similar.nnlm.yes':
    '{count} of {of} are of its kind. The vectors are a by-product: words that are followed alike come close.',
  'ladder.why.next.nnlm.yes': 'It sees {context} words: ‘{seen}’. This time they are enough.',
  'ladder.why.next.elmo.wrong':
    'Its forward LSTM has read the whole sentence, ‘{begin}’ included, but has not kept what matters.',
  'ladder.why.blank.nnlm.yes': 'It reads from the left only. This time the left side is enough.',
  'ladder.why.blank.cbow.wrong':
    'It takes the average of the words around the gap. In an average, order and distance are lost.',
  'ladder.why.blank.elmo.wrong':
    'One LSTM reads up to the gap from the left, the other from the right; together they still miss it.',
  'ladder.why.senses.elmo.wrong':
    'Another vector in each sentence, but not yet on its own side. Of the held-out sentences {told} are.',
  'ladder.why.next.one-hot': 'It tells words apart, no more. It predicts nothing.',
  'ladder.why.next.nnlm':
    'It sees {context} words: ‘{seen}’. What was said before is out of its reach.',
  'ladder.why.next.cbow':
    'It guesses the middle from both sides, whatever the order. Here there is no right side.',
  'ladder.why.next.skip-gram':
    'It guesses which words stand around, near or far, left or right. None of them is next.',
  'ladder.why.next.elmo':
    'Its forward LSTM has read the whole sentence, ‘{begin}’ included, and still knows.',

  'ladder.why.blank.one-hot': 'It tells words apart, no more. It predicts nothing.',
  'ladder.why.blank.nnlm':
    'It reads from the left only. What the right side gives away, it never sees.',
  'ladder.why.blank.cbow':
    'What it is made for: the average of the words around the gap, whatever their order.',
  'ladder.why.blank.skip-gram': 'It guesses the company of a word, not a word from its company.',
  'ladder.why.blank.elmo': 'One LSTM reads up to the gap from the left, the other from the right.',

  'ladder.why.senses.one-hot': '‘{word}’ is one row of the matrix, whatever it means.',
  'ladder.why.senses.nnlm':
    'One vector, the same in both sentences: {first} × {firstName}, {second} × {secondName} beside it.',
  'ladder.why.senses.cbow':
    'One vector, the same in both sentences: {first} × {firstName}, {second} × {secondName} beside it.',
  'ladder.why.senses.skip-gram':
    'One vector, the same in both sentences: {first} × {firstName}, {second} × {secondName} beside it.',
  'ladder.why.senses.elmo':
    'Another vector in each sentence. Of the held-out sentences it puts {told} with their own meaning.',

  'ladder.sense.fruit': 'fruit',
  'ladder.sense.company': 'company',
  'ladder.sense.river': 'waterside',
  'ladder.sense.money': 'money',
  'ladder.sense.grain': 'grain',
  'ladder.sense.bird': 'bird',
  'ladder.sense.flower': 'plant',
  'ladder.sense.spend': 'to spend',

  'ladder.lesson.title': 'What each rung adds',
  'ladder.lesson.one-hot.title': 'One-hot: a name',
  'ladder.lesson.one-hot':
    'Every word is a row of zeros with a single one. Any two rows are at a right angle: there is no near and far. All that follows is about learning a shorter row.',
  'ladder.lesson.nnlm.title': 'NNLM: words that predict',
  'ladder.lesson.nnlm':
    'Bengio and colleagues (2003) let a network guess the next word from the vectors of the last few, and learn the vectors on the way. What it has learnt about one word serves for similar ones, so it copes with combinations that it has never read.',
  'ladder.lesson.word2vec.title': 'CBOW and Skip-gram: only the vectors',
  'ladder.lesson.word2vec':
    'Mikolov and colleagues (2013) threw out the hidden layer and the order of words. What is left is quick enough for billions of words, and its vectors line up: king − man + woman is near queen. It no longer says which word comes next.',
  'ladder.lesson.elmo.title': 'ELMo: words in their sentence',
  'ladder.lesson.elmo':
    'Peters and colleagues (2018) read the sentence with two LSTMs, one from each end. What they hold at a word is that word’s vector, here and now: another ‘apple’ in each sentence. It takes longer to train, and every sentence has to be read anew.',
  'ladder.lesson.after.title': 'And then',
  'ladder.lesson.after':
    'An LSTM hands everything on through one state, word after word: what is far away fades, and nothing can be computed side by side. Attention lets each word look at all others at once. That is the next rung.',
};
