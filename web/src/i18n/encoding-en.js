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
  'import.gzip': 'the gzip file is damaged or was cut off. Fetch it again.',
  'import.document.pdf': 'this is a PDF, not a text. Export it as plain text (.txt) first.',
  'import.document.office':
    'this is a Word or Excel document, not a text. Save it as plain text (.txt) first.',
  'import.document.zip':
    'this is a Word, Excel or OpenDocument file or another ZIP archive, not a text. Save the document as plain text (.txt), or unpack the archive first.',
  'import.document.archive': 'this is a packed file, not a text. Unpack it first.',
  'import.document.picture': 'this is a picture, not a text.',
  'import.document.hdf5':
    'this is an HDF5 file, not a text. Weights of ELMo open in the polysemy lab.',
  'import.document.vectors':
    'these are word vectors, not a text. The Lab opens them: Export, Open vectors.',
};
