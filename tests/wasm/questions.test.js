/**
 * The answers of the pages of questions: every number in a text comes from the run that the answer
 * links to.
 */
import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { setLanguage } from '../../web/src/i18n/index.js';
import { measured } from '../../web/src/tasks/measures.js';
import { trained } from '../../web/src/tasks/runs.js';
import { trainingOf } from '../../web/src/tasks/training-link.js';

/** @typedef {{language: 'en' | 'zh', link: string, measure: string, printed: string}} Quote */

/** @param {'en' | 'zh'} language @returns {Quote[]} */
function quotesOf(language) {
  const text = readFileSync(`web/questions/${language}.html`, 'utf8');
  return Array.from(text.matchAll(/<article.*?<\/article>/gs)).flatMap(([answer]) => {
    const links = new Map(
      Array.from(
        answer.matchAll(/data-run="(\w+)"\s+href="([^"]+)"/g),
        ([, name, link]) => /** @type {const} */ ([name, link.replaceAll('&amp;', '&')]),
      ),
    );
    return Array.from(
      answer.matchAll(/<data value="(\w+): ([^"]+)">([^<]*)</g),
      ([, name, measure, printed]) => ({ language, link: links.get(name) ?? '', measure, printed }),
    );
  });
}

/** The quotes of both pages by training: each run is trained once. @type {Map<string, Quote[]>} */
const runs = new Map();
for (const quote of [...quotesOf('en'), ...quotesOf('zh')]) {
  const run = trainingOf(quote.link);
  runs.set(run, [...(runs.get(run) ?? []), quote]);
}

afterEach(() => setLanguage('en'));

it.each([...runs])('what the answers quote of %s comes out', async (_, quotes) => {
  const run = await trained(quotes[0].link);
  const found = [];
  for (const quote of quotes) {
    setLanguage(quote.language);
    found.push({ ...quote, printed: await measured(run, quote.measure) });
  }
  await run.close();
  expect(quotes).toEqual(found);
});
