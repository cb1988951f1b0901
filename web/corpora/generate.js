#!/usr/bin/env node
/**
 * Writes the generated corpora to standard output, for the command line and for other programs:
 *
 *   node web/corpora/generate.js --language zh --seed 1 --sentences 8000 > relations-zh.txt
 *   node web/corpora/generate.js --language zh --part heldout > relations-zh.heldout.txt
 *   node web/corpora/generate.js --language zh --analogies > relations-zh.analogies.txt
 *   node web/corpora/generate.js --corpus polysemy --part heldout-labels > polysemy-en.labels.tsv
 */
import { parseArgs } from 'node:util';
import { badParameter } from './checks.js';
import { generateLadder, generatePolysemy } from './polysemy.js';
import { analogiesText, generateRelations } from './relations.js';

const usage = `usage: generate.js [--corpus relations|polysemy|ladder] [--part PART]
  [--language en|zh] [--seed N] [--sentences N] [--heldout FRACTION] [--edition 1|2] [--analogies]
  --part       text (the default) or heldout; of polysemy and ladder also labels or heldout-labels:
               one line per sentence, the polyseme and which sense it has, or nothing
  --heldout    held-out sentences, as a fraction of the sentences of the text
  --edition    of polysemy and ladder; the first is kept for older links
  --analogies  print the analogy questions instead of the text
`;

const generators = {
  relations: generateRelations,
  polysemy: generatePolysemy,
  ladder: generateLadder,
};

/** @param {string | undefined} text @param {RegExp} pattern */
function numberOf(text, pattern) {
  if (text === undefined) return undefined;
  return pattern.test(text) ? Number(text) : Number.NaN;
}

/** @param {({word: string, sense: number} | null)[]} labels */
const labelsText = (labels) =>
  labels.map((label) => (label ? `${label.word}\t${label.sense}\n` : '\n')).join('');

/** @param {any} made what a generator returned @param {string} part */
function partOf(made, part) {
  const parts = {
    text: () => made.text,
    heldout: () => made.heldout,
    analogies: made.analogies && (() => analogiesText(made.analogies)),
    labels: made.labels && (() => labelsText(made.labels.train)),
    'heldout-labels': made.labels && (() => labelsText(made.labels.heldout)),
  };
  const known = Object.entries(parts).filter(([, write]) => write);
  const write = Object.fromEntries(known)[part];
  if (!write) throw badParameter('part', part, known.map(([name]) => name).join(', '));
  return write();
}

try {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', default: 'relations' },
      part: { type: 'string', default: 'text' },
      language: { type: 'string', default: 'en' },
      seed: { type: 'string' },
      sentences: { type: 'string' },
      heldout: { type: 'string' },
      edition: { type: 'string' },
      analogies: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
  } else {
    if (!Object.hasOwn(generators, values.corpus)) {
      throw badParameter('corpus', values.corpus, Object.keys(generators).join(', '));
    }
    const generate = generators[/** @type {keyof typeof generators} */ (values.corpus)];
    const made = generate({
      language: /** @type {'en' | 'zh'} */ (values.language),
      seed: numberOf(values.seed, /^\d+$/),
      sentences: numberOf(values.sentences, /^\d+$/),
      heldout: numberOf(values.heldout, /^\d*\.?\d+$/),
      edition: /** @type {any} */ (numberOf(values.edition, /^\d+$/)), // any: the generator checks it
    });
    process.stdout.write(partOf(made, values.analogies ? 'analogies' : values.part));
  }
} catch (error) {
  process.stderr.write(`generate.js: ${error.message}\n${usage}`);
  process.exitCode = 2;
}
