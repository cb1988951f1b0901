/** Finds the phrases of the State of the Union addresses: find_phrases.mjs MIN_COUNT THRESHOLD JOINED_TEXT. */
import { writeFileSync } from 'node:fs';
import { findPhrases } from '../../web/src/api/index.js';

const [minCount, threshold, file] = process.argv.slice(2);
const { phrases, text } = await findPhrases(
  { preset: 'state-of-the-union' },
  // As the text's lines are read in Python; the preset itself is split into words.
  {
    minCount: Number(minCount),
    threshold: Number(threshold),
    tokenizer: 'space',
    sentences: 'lines',
  },
);
writeFileSync(file, text);
process.stdout.write(JSON.stringify(phrases));
