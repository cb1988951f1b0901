/** Messages of the experiment with two texts. */
export const en = {
  'error.TooFewShared':
    'These texts have only {value} words in common that are frequent in both; {permitted} are needed to turn one map onto the other. Take texts in the same language, or longer ones.',
  'two.pair': 'The texts',
  'two.own': 'your own',
  'two.planted-en': 'a planted change (English)',
  'two.planted-zh': 'a planted change (Chinese)',
  'two.addresses': 'addresses from 1946 and from 1985',
  'two.poems': 'Tang poems and Song lyrics',
  'two.first': 'First text',
  'two.second': 'Second text',
  'two.file': 'from a file',
  'two.source': 'Source: {source}.',
  'two.seeds': 'Runs with',
  'two.seeds.count': '{count} seeds',
  'two.compare': 'Compare',
  'two.stop': 'Stop',
  'two.training': '{done} of {all} trainings',
  'two.none':
    'With {seeds} seeds, no word moved farther than words move by chance. {shared} words were compared; these moved most:',
  'two.some': 'Beyond chance with all of {seeds} seeds: {words}. {shared} words were compared.',
  'two.words': 'Words by how far they moved',
  'two.word': 'Word',
  'two.moved': 'Angle between the two vectors',
  'two.moved.values':
    'between the texts {low}° to {high}°; by chance {chanceLow}° to {chanceHigh}°',
  'two.held': 'Held in',
  'two.held.of': '{held} of {seeds}',
  'two.counts': 'Times',
  'two.nearest': 'Nearest in “{name}”',
  'two.sentences': 'Sentences behind it',
  'two.legend.between': 'between the texts, over the seeds',
  'two.legend.chance': 'by chance: both texts shuffled together and cut in two',
  'two.how': 'How this is measured',
  'two.how.text':
    'Both texts train a Skip-gram of {size} dimensions with the same settings. The second map is turned onto the first by the 500 most frequent words of both (Procrustes), and the angle between a word’s two vectors is its shift. Words move even if nothing has changed, because each text has other sentences. So for each seed the sentences are also shuffled together and cut in two: that is chance. A word has moved if it went farther than chance with every seed, and its lead is larger than that of any word between two shuffled halves.',
  'two.own.note':
    'Your texts are sent nowhere; they become a part of this page’s address, so that a reload and a copied link bring them back. Chinese is cut into characters; a word must occur five times in both texts.',
  'two.need': 'Both texts are needed.',
};
