import { PreformerError } from '../errors.js';

/**
 * The problems of a file by name that the core does not find. The page has the same sentences in its languages
 * (i18n/import-*.js), so each has its values: {value} and {permitted}.
 * @type {Record<string, string>}
 */
const SENTENCES = {
  empty: 'The file is empty. Choose a file of word vectors.',
  unreadable: 'The file cannot be read. It may have changed since it was chosen: choose it again.',
  gzip: 'The gzip file is damaged or was cut off. Fetch it again.',
  'elmo.files': 'Choose two files together: options.json and weights.hdf5.',
  'elmo.layers': 'The model has {value} LSTM layers; this page shows {permitted}.',
  'elmo.json': 'options.json is no JSON object. Choose the file that came with the weights.',
  'elmo.part':
    'options.json has no "{value}". Only the layout of bilm-tf with a character network can be read.',
  'elmo.option': 'In options.json, {value} must be {permitted}.',
  'elmo.hdf5': 'The weights are no HDF5 file, or it was cut off. Choose weights.hdf5.',
  'elmo.missing':
    'The weights have no {value}: this is no ELMo in the layout of bilm-tf, or options.json belongs to another one.',
  'elmo.shape':
    '{value} in the weights must be {permitted}. options.json belongs to another model.',
  'elmo.number': '{value} in the weights holds numbers that are not finite. Fetch the file again.',
  'elmo.type': '{value} in the weights holds no floating-point numbers.',
  files: 'Choose one file of vectors, or vectors.tsv and metadata.tsv together.',
};

/**
 * BadFormat with the name of the problem in `parameter`: "import.row".
 * @param {string} name @param {string | number} [value] @param {string | number} [permitted]
 */
export function problem(name, value = '', permitted = '') {
  const message = SENTENCES[name]
    .replace('{value}', String(value))
    .replace('{permitted}', String(permitted));
  return new PreformerError({
    code: 'BadFormat',
    message,
    parameter: `import.${name}`,
    value: String(value),
    permitted: String(permitted),
  });
}
