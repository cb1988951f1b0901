/** Error messages in English. Parts that are loaded later add their own. */
export const en = {
  'error.EmptyCorpus':
    'There is no word in this text. Paste some sentences, or cut it another way.',
  'error.EmptyCorpus.overlong':
    'Without spaces, this is one token of over 1,000 bytes. Cut it another way.',
  'error.VocabularyTooSmall':
    'At least two different words are needed. Use a longer text or a smaller min count.',
  'error.NothingToLearn':
    'Every sentence has one word: nothing stands beside anything. Is this a list of words, or a text without spaces? Cut it by characters or words.',
  'error.NothingToLearn.minCount':
    'With a min count of {value}, every sentence is left with one word: nothing stands beside anything. Lower it, or use a longer text.',
  'error.NothingToLearn.maxVocabulary':
    'With {value} words in the vocabulary, every sentence is left with one word: nothing stands beside anything. Keep more words, or use a longer text.',
  'error.NothingToLearn.heldout':
    'Only the held-out sentences have two words or more: nothing is left to learn from. Hold out less, or use a longer text.',
  'error.NothingToLearn.sample':
    'Subsampling at {value} drops so many words that none is left beside another. Raise it, or set it to 0 to keep every word.',
  'error.UnknownWord': '‘{value}’ is not in the vocabulary.',
  'error.UnknownWord.suggestion': '‘{value}’ is not in the vocabulary; nearest spelling:',
  'error.BadParameter': '{name} must be {permitted}; it is {value}.',
  'error.BadParameter.range': '{name} must be from {min} to {max}; it is {value}.',
  'error.BadFormat': 'The file could not be understood: {message}',
  'error.BadFormat.pasted': 'What was pasted could not be understood: {message}',
  'error.TooLarge': 'This is too large for the page ({value}). The command line takes any size.',
  'error.OutOfMemory':
    'The browser has no memory left for this. Fewer dimensions or less text help.',
  'error.CanvasHidden':
    'This browser hides pictures from pages (protection against fingerprinting), so a PNG would show something else. Save an SVG under Share, or allow this page to read canvases.',
  'error.Cancelled': 'Stopped.',
  'error.Diverged': 'The numbers ran away to infinity. Lower the learning rate and train again.',
  'error.EngineFailure': 'The training engine stopped. Press Train to start it again.',
  'error.EngineFailure.corpus':
    'The text could not be fetched. With a network, press Train to try again.',
  'error.EngineFailure.part':
    'This part of the page could not be loaded: the network failed, or the site was updated meanwhile. Settings and trainings stay.',
  'error.EngineFailure.missing':
    'The training engine could not be loaded: the network failed, or the site was updated meanwhile. Press Train to try again, or reload the page: settings and trainings stay.',
  'error.EngineFailure.sandbox':
    'This frame may not start workers (sandbox without allow-same-origin), so nothing can be trained in it. Open the page by itself:',
  'error.EngineFailure.policy':
    'The security policy of this site (worker-src or script-src of its CSP) forbids workers, so nothing can be trained here. The site’s owner can allow them.',
  'error.EngineFailure.file':
    'Browsers start no workers for pages from a disk. Open the page over the network, or use the page in one file.',
  'error.EngineFailure.workers': 'This browser starts no workers, so nothing can be trained in it.',
  'error.TrainedEarlier':
    'The settings have changed since this was trained. Train again, then export.',
  'error.BrokenLink': 'The text in the link is broken or incomplete. The example corpus is used.',
  'error.other': '{message}',
};
