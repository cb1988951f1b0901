/** Strings about the encoding of a text file, in English. */
export const en = {
  'encoding.label': 'Encoding of the file',
  'encoding.mark': 'Read as {title}, as the file’s first bytes say.',
  'encoding.zeros': 'Read as {title}: the zero bytes show it.',
  'encoding.valid': 'Read as {title}.',
  'encoding.given': 'Read as {title}, as you chose.',
  'encoding.probable':
    'This file is not UTF-8. It looks like {title}. If the text is not readable, choose another encoding.',
  'encoding.damaged':
    'This file is UTF-8, but damaged: what cannot be read becomes �. If there is much of it, choose another encoding.',
  'encoding.replaced.one': '1 character could not be read as {title} and became �.',
  'encoding.replaced': '{count} characters could not be read as {title} and became �.',
};
