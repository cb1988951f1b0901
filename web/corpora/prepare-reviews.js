#!/usr/bin/env node
/**
 * Writes the reviews of seed 1 as files for the command line. The build runs this script:
 *
 *   node web/corpora/prepare-reviews.js [FOLDER]     default: prepared/ beside this file
 *
 *   reviews-en.txt.gz        without labels, one review per line
 *   reviews-en-pool.txt.gz   label, tab, review: few-label training sets are drawn from these
 *   reviews-en-test.txt.gz   the same form: classifiers are measured on these; likewise for zh
 */
import { prepareFiles, runAsScript } from './prepare.js';
import { generateReviews } from './reviews.js';

/** @type {('en' | 'zh')[]} */
const LANGUAGES = ['en', 'zh'];

/** The sources of the reviews: if one of them changes, the reviews are written again. */
const SOURCES = ['reviews.js', 'reviews-en.js', 'reviews-zh.js', 'prepare-reviews.js'];

/** @param {string} folder @returns {Promise<boolean>} whether any file was written */
export async function writePrepared(folder) {
  const names = LANGUAGES.flatMap((language) =>
    ['', '-pool', '-test'].map((part) => `reviews-${language}${part}.txt.gz`),
  );
  for (const source of SOURCES) {
    const url = new URL(source, import.meta.url).href;
    const make = async () =>
      LANGUAGES.flatMap((language) => {
        const { text, pool, test } = generateReviews({ language });
        return [text, pool, test];
      });
    if (await prepareFiles(folder, names, url, make)) return true;
  }
  return false;
}

await runAsScript(import.meta.url, writePrepared);
