#!/usr/bin/env node
/**
 * The relations corpus on standard output, for the command line and for other programs:
 *
 *   node web/corpora/generate.js --language zh --seed 1 --sentences 8000 > relations-zh.txt
 *   node web/corpora/generate.js --language zh --analogies > relations-zh.analogies.txt
 */
import { parseArgs } from 'node:util';
import { analogiesText, generateRelations } from './relations.js';

const usage = `usage: generate.js [--language en|zh] [--seed N] [--sentences N] [--analogies]
  --analogies  print the analogy questions instead of the text
`;

/** @param {string} text */
const wholeNumber = (text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN);

try {
  const { values } = parseArgs({
    options: {
      language: { type: 'string', default: 'en' },
      seed: { type: 'string', default: '1' },
      sentences: { type: 'string', default: '8000' },
      analogies: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
  } else {
    const { text, analogies } = generateRelations({
      language: /** @type {'en' | 'zh'} */ (values.language),
      seed: wholeNumber(values.seed),
      sentences: wholeNumber(values.sentences),
    });
    process.stdout.write(values.analogies ? analogiesText(analogies) : text);
  }
} catch (error) {
  process.stderr.write(`generate.js: ${error.message}\n${usage}`);
  process.exitCode = 2;
}
