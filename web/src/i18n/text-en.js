/** Strings of the dialog for the reader's own text, in English. */
export const en = {
  'text.title': 'Your own text',
  'text.note': 'It stays in this browser: nothing is uploaded. Ten megabytes are fine.',
  'text.label': 'Paste a text, one sentence a line or with full stops',
  'text.use': 'Use this text',
  'text.width':
    '‘{found}’ has full-width or half-width letters: to the model it is another word than ‘{ordinary}’.',
  'text.ordinary': 'Use ordinary letters',
  'text.reading': 'Reading…',
};
