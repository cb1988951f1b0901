/** Messages of the runs with other seeds. */
export const en = {
  'seeds.title': 'Is it luck?',
  'seeds.what':
    'The same text and settings, other random numbers: train it again, and every answer says in how many runs it held.',
  'seeds.run': '{count} seeds',
  'seeds.other': 'Number',
  'seeds.start': 'Train',
  'seeds.cancel': 'Cancel',
  'seeds.done': '{done} of {runs} runs done.',
  'seeds.left': 'About {seconds} s left.',
  'seeds.many':
    'From 2 to {most} seeds. All models stay in memory, to be asked. For up to 1,000 use the command line: preformer train --seeds.',
  'seeds.memory':
    'From 2 to {most} seeds: all models of this size stay in memory, to be asked. For more use the command line: preformer train --seeds.',
  'seeds.ready': '{runs} runs in {seconds} s. Each answer now says how far it holds.',
  'seeds.same': 'The first run has exactly the weights of the model on the page.',
  'seeds.others': 'The runs had other settings than the model on the page. Train them again.',
  'seeds.drop': 'Remove',
  'seeds.first.nearest': '‘{word}’ is nearest in {first} of {runs} runs.',
  'seeds.first.analogy': '‘{word}’ is first in {first} of {runs} runs.',
  'seeds.first.odd': '‘{word}’ is the odd one out in {first} of {runs} runs.',
  'seeds.first.next': '‘{word}’ is the most probable in {first} of {runs} runs.',
  'seeds.first.blank': '‘{word}’ is the most probable in {first} of {runs} runs.',
  'seeds.first.generated': 'Its first word is ‘{word}’ in {first} of {runs} runs.',
  'seeds.draw':
    'A text is one draw: each run here draws with the same random numbers, so only the models differ.',
  'seeds.texts': 'The {runs} runs give {texts} different continuations:',
  'seeds.textsDiffer': 'No two runs give the same continuation.',
  'seeds.continuations': 'The most frequent continuations',
  'seeds.drawnFirst': 'Drawn first in',
  'seeds.number.perplexity':
    'Perplexity over {runs} runs: {mean} ± {spread} (from {least} to {most}).',
  'seeds.number.bitsPerWord':
    'Bits per word over {runs} runs: {mean} ± {spread} (from {least} to {most}).',
  'seeds.number.accuracy':
    'Correct analogies over {runs} runs: {mean} ± {spread} (from {least} to {most}).',
  'seeds.number.spearman': 'Spearman over {runs} runs: {mean} ± {spread} (from {least} to {most}).',
  'seeds.number.pearson': 'Pearson over {runs} runs: {mean} ± {spread} (from {least} to {most}).',
  'seeds.noCorrelation': '{none} of {runs} runs have no correlation and are not in the mean.',
  'seeds.pair': 'Cosine over {runs} runs: {mean} ± {spread}.',
  'seeds.table': 'The words that are first most often, in {runs} runs',
  'seeds.word': 'Word',
  'seeds.firstIn': 'First in',
  'seeds.of': '{first} of {runs}',
  'seeds.similarity': 'Mean ± spread',
  'seeds.chance': 'Mean ± spread',
  'seeds.rareTag': 'rare',
  'seeds.rare': 'Too rare to trust (fewer than 5 times in the text): {words}.',
};
