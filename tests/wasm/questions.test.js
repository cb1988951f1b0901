/** The answers of the page of questions: every number in the text comes from the run that it links to. */
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, it } from 'vitest';
import { setLanguage } from '../../web/src/i18n/index.js';
import { quotesOf } from '../../web/src/questions/answers.js';
import { measured } from '../../web/src/questions/measures.js';
import { trained } from '../../web/src/questions/runs.js';

/** @typedef {import('../../web/src/questions/answers.js').Quote} Quote */

const pages = Object.fromEntries(
  ['en', 'zh'].map((name) => [
    name,
    new JSDOM(readFileSync(`web/questions/${name}.html`, 'utf8')).window.document,
  ]),
);
const answersOf = (/** @type {string} */ name) => [...pages[name].querySelectorAll('article')];

/** The quotes of both pages, by run: each run is trained once. @type {Map<string, {name: string, quote: Quote}[]>} */
const runs = new Map();
for (const name of Object.keys(pages)) {
  for (const quote of answersOf(name).flatMap(quotesOf)) {
    runs.set(quote.run, [...(runs.get(quote.run) ?? []), { name, quote }]);
  }
}

describe('what the answers quote', () => {
  afterAll(() => setLanguage('en'));

  it.each([...runs.keys()])('of %s', async (run) => {
    const quotes = runs.get(run) ?? [];
    const model = await trained(quotes[0].quote.link);
    const found = [];
    const printed = [];
    for (const { name, quote } of quotes) {
      setLanguage(/** @type {'en' | 'zh'} */ (name));
      const value = await measured(model, quote.measure);
      found.push(`${name} ${quote.measure}: ${value}`);
      printed.push(`${name} ${quote.measure}: ${quote.printed}`);
    }
    await model.close();
    expect(printed).toEqual(found);
  });
});
