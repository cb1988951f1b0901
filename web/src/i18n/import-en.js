/** Messages about imported files, loaded when the first one is opened. */
export const en = {
  'import.title': 'Open vectors',
  'import.file': '{name}, {size}',
  'import.limit': 'Words to read',
  'import.limit.help':
    'Such files begin with the most frequent words: some thousands are enough to look around. No more of the file is read than that takes.',
  'import.first': 'the first {count}',
  'import.all': 'all of them',
  'import.open': 'Open',
  'import.cancel': 'Cancel',
  'import.reading': 'Reading … {percent}, {words} words',
  'import.progress': 'Share of the file that was read',

  'import.note.limited': 'The first {words} words of the file.',
  'import.note.promised': 'The first {words} of {promised} words.',
  'import.note.short':
    'The file ends after {rows} of the {promised} words that its first line promises.',
  'import.note.more':
    'The file’s first line promises {promised} words; it has more, and they were read.',
  'import.note.long': 'More follows than the {promised} words that the file’s first line promises.',
  'import.note.renamed': 'Words with spaces or control characters, now written with _: {count}.',
  'import.note.leftOut': '{words} words read, {count} left out. The first is {place}: {reason}.',
  'import.note.encoding': 'The file is not UTF-8: its words are read as {encoding}.',
  'import.note.column': 'The words are from column {number} of the file of words.',
  'import.note.heading': 'The words are from column {number} of the file of words, “{heading}”.',
  'import.place.text': 'line {line}',
  'import.place.binary': 'word {line}',
  'import.place.vectors': 'line {line} of the file of vectors',
  'import.place.metadata': 'line {line} of the file of words',
  'import.reason.duplicate': 'the word “{text}” comes a second time',
  'import.reason.blank': 'it has no word, or only a blank one',
  'import.reason.utf-8': 'its word is not valid UTF-8',
  'import.reason.count': 'it has {text} numbers instead of {dimensions}',
  'import.reason.number': '“{text}” is not a number',
  'import.reason.not-finite': 'one of its numbers is not finite',
  'import.reason.cut': 'the file ends within it',

  'import.train': 'Train from these vectors',
  'import.train.help':
    'Words of the corpus that are among them begin with these vectors instead of random ones.',
  'import.starts': 'Training begins with {name}: it knows {known} of the corpus’s {words} words.',
  'import.starts.soon': 'Training begins with the vectors of {name}.',
  'import.starts.not':
    'This model does not begin with the vectors of {name}: it has none to train.',
  'import.starts.drop': 'Begin at random again',
  'import.starts.link': 'A link does not carry them.',

  'import.reading.weights': 'Reading the weights … {percent} %',
  'import.elmo.read': 'The model reads the sentences … {percent} %',
  'import.elmo.about':
    '{name}: {parameters} parameters, vectors of {dimensions} numbers. It reads any word.',
  'import.elmo.close': 'Back to our own model',

  'import.elmo.files': 'choose two files together, options.json and weights.hdf5.',
  'import.elmo.layers': 'the model has {value} LSTM layers; this page shows {permitted}.',
  'import.elmo.json': 'options.json is no JSON object. Choose the file that came with the weights.',
  'import.elmo.part':
    'options.json has no “{value}”. Only the layout of bilm-tf with a character network can be read.',
  'import.elmo.option': 'in options.json, {value} must be {permitted}.',
  'import.elmo.hdf5': 'the weights are no HDF5 file, or it was cut off. Choose weights.hdf5.',
  'import.elmo.missing':
    'the weights have no {value}: this is no ELMo in the layout of bilm-tf, or options.json belongs to another one.',
  'import.elmo.shape':
    '{value} in the weights must be {permitted}. options.json belongs to another model.',
  'import.elmo.number':
    '{value} in the weights holds numbers that are not finite. Fetch the file again.',
  'import.elmo.type': '{value} in the weights holds no floating-point numbers.',

  'import.empty': 'it is empty. Choose a file of word vectors.',
  'import.unreadable': 'it cannot be read any more. It may have changed: choose it again.',
  'import.packed': 'it is packed in a way that cannot be read here. Unpack it first.',
  'import.gzip': 'the gzip file is damaged or was cut off. Fetch it again.',
  'import.npy': 'a NumPy array holds no words. Save the vectors in a word2vec format.',
  'import.hdf5':
    'this is an HDF5 file. Weights of ELMo open in the polysemy lab; word vectors come as word2vec files.',
  'import.noise': 'it is neither text nor a binary word2vec file.',
  'import.alone':
    'this looks like vectors.tsv of the Embedding Projector. Choose it together with its metadata.tsv.',
  'import.header':
    'its first line must hold two whole numbers above 0, words and dimensions; it is “{value}”.',
  'import.start':
    'its first line, “{value}”, is not a word and its numbers, with decimal points and spaces between them.',
  'import.width':
    'the first word has {value} numbers, but the file’s first line promises {permitted}.',
  'import.damaged':
    'no word begins at byte {value}. The file is damaged, or its first line is wrong.',
  'import.cut': 'it was cut off within its first word. Fetch it again.',
  'import.pairing':
    '{value} words and {permitted} vectors. Both files must come from the same model.',
  'import.pairing.heading':
    '{value} words and {permitted} vectors, if the first line of the file of words is a heading, as it seems. Both files must come from the same model.',
  'import.pairing.blank':
    'words and vectors do not match ({permitted}); line {value} of the file of words is blank. Line i of one file must belong to line i of the other.',
  'import.pairing.vectors':
    'words and vectors do not match ({permitted}); line {value} of the file of vectors is blank. Line i of one file must belong to line i of the other.',
  'import.numbers': 'the file of vectors holds no rows of numbers.',
  'import.empty.words': 'the file of words is empty. Choose another file.',
  'import.empty.vectors': 'the file of vectors is empty. Choose another file.',
  'import.utf16': 'it is text in UTF-16. Save it as UTF-8.',
  'import.none': 'it holds no word that can be used; the first fault is in line {value}.',
  'import.files': 'choose one file of vectors, or vectors.tsv and metadata.tsv together.',
};
