/** Strings of the dialog for the reader's own text, in English. */
export const en = {
  'text.title': 'Your own text',
  'text.note': 'It stays in this browser: nothing is uploaded. Ten megabytes are fine.',
  'text.label': 'Paste a text, one sentence per line or with full stops',
  'text.use': 'Use this text',
  'text.width':
    '‘{found}’ has full-width or half-width letters: to the model it is another word than ‘{ordinary}’.',
  'text.ordinary': 'Use ordinary letters',
  'text.reading': 'Reading…',
  'text.carrier.markup': 'This looks like HTML or XML: its tags and entities would become words.',
  'text.carrier.subtitles':
    'These look like subtitles: their numbers and times would become words.',
  'text.carrier.table': 'This looks like a table: all of its columns would become words.',
  'text.carrier.markdown': 'This looks like Markdown: addresses and marks would become words.',
  'text.carrier.json': 'This looks like JSON: the names of its fields would become words.',
  'text.carrier.tagged':
    'The words of this text are separated or tagged with “/”: the tags would become words.',
  'text.carrier.take': 'Take the text only',
  'text.carrier.cut': 'Take the words only',
  'text.carrier.column': 'Column',
  'text.carrier.taken': 'Only the text was taken.',
  'text.carrier.undo': 'Undo',
  'text.carrier.vectors': 'These are word vectors, not a text: their numbers would become words.',
  'text.carrier.open': 'Open as vectors',
  'text.phrases': 'Join words to phrases',
  'text.phrases.note':
    'Two words that stand beside each other more often than chance explains become one word: new york becomes new_york (Mikolov and others 2013).',
  'text.phrases.minCount': 'Together more often than',
  'text.phrases.threshold': 'Score above',
  'text.phrases.join': 'Find and join',
  'text.phrases.found': 'Joined: {count}. To join longer phrases, do it again.',
  'text.phrases.none': 'No pair of words scores that high. Lower the score, or take a longer text.',
  'text.phrases.list': 'The highest scores',
};
