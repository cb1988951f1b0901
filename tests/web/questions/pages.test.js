import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { questionsPage } from '../../../web/questions/page.js';
import { addMessages, setLanguage } from '../../../web/src/i18n/index.js';
import { en } from '../../../web/src/i18n/questions-en.js';
import { zh } from '../../../web/src/i18n/questions-zh.js';
import { TERMS } from '../../../web/src/i18n/terms.js';
import { FIELDS as LAB } from '../../../web/src/lab/table.js';
import { readFragment } from '../../../web/src/link/fragment.js';
import { FIELDS as POLYSEMY } from '../../../web/src/polysemy/table.js';
import { quotesOf } from '../../../web/src/questions/answers.js';
import { finder, matches } from '../../../web/src/questions/finder.js';
import { MEASURES } from '../../../web/src/tasks/measures.js';
import { FIELDS as TRANSFER } from '../../../web/src/transfer/table.js';
import { ANSWERS } from '../../../web/src/ui/answer-link.js';
import { titles } from '../../../web/story/titles.js';

const LANGUAGES = /** @type {const} */ (['en', 'zh']);

const pages = Object.fromEntries(
  LANGUAGES.map((language) => {
    const answers = readFileSync(`web/questions/${language}.html`, 'utf8');
    const text = questionsPage(language, answers);
    return [language, new DOMParser().parseFromString(text, 'text/html')];
  }),
);
const answersOf = (/** @type {string} */ language) => [
  ...pages[language].querySelectorAll('article'),
];
const idsOf = (/** @type {string} */ language) => answersOf(language).map(({ id }) => id);

/** @type {Record<string, import('../../../web/src/link/field.js').Row<any>[]>} any: of each page */
const TABLES = { lab: LAB, polysemy: POLYSEMY, transfer: TRANSFER };

describe.each(LANGUAGES)('the page of questions: %s', (language) => {
  const page = pages[language];

  it('has 25 questions, each with a run, a number of it and what to look at', () => {
    expect(answersOf(language)).toHaveLength(25);
    for (const answer of answersOf(language)) {
      expect(answer.querySelector('h3 a')?.getAttribute('href')).toBe(`#${answer.id}`);
      expect(answer.querySelector('.look')?.textContent?.length, answer.id).toBeGreaterThan(10);
      const quotes = quotesOf(answer);
      expect(quotes.length, answer.id).toBeGreaterThan(0);
      for (const { link, measure, printed } of quotes) {
        expect(link, `${answer.id}: ${measure}`).toMatch(/^\.\/\w+\.html#v=1&/);
        expect(MEASURES, measure).toHaveProperty([measure.split(' ')[0]]);
        expect(printed, measure).not.toBe('');
      }
    }
  });

  it('links to runs that the pages understand whole, in its own language', () => {
    for (const link of page.querySelectorAll('.run')) {
      const [, name, fragment] =
        /^\.\/(\w+)\.html(#.+)$/.exec(link.getAttribute('href') ?? '') ?? [];
      const { values, notes } = readFragment(fragment, TABLES[name]);
      expect(notes, fragment).toEqual([]);
      expect(values.language).toBe(language);
      const one = values.model === 'one-hot';
      expect(values.start, fragment).toBe(one ? undefined : 'training');
    }
  });

  it('lists all questions, and no two have one id', () => {
    const listed = [...page.querySelectorAll('.contents a')].map((a) => a.getAttribute('href'));
    expect(listed).toEqual(idsOf(language).map((id) => `#${id}`));
    const all = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
  });

  it('answers what the Story, the terms and the errors lead to', () => {
    const ids = idsOf(language);
    for (const { answers } of Object.values(titles[language])) expect(ids).toContain(answers);
    for (const id of Object.values(ANSWERS.terms)) expect(ids).toContain(id);
    for (const id of Object.values(ANSWERS.errors)) expect(ids).toContain(id);
    for (const term of Object.keys(ANSWERS.terms)) expect(TERMS[language]).toHaveProperty(term);
  });
});

it('both languages have the same questions in the same order', () => {
  expect(idsOf('zh')).toEqual(idsOf('en'));
});

describe('the search', () => {
  beforeEach(() => {
    addMessages({ en, zh });
    setLanguage('en');
  });

  it('finds all words, whatever their case and width', () => {
    expect(matches('COSINE length', ['cosine and length', 'cosine', ''])).toEqual([
      true,
      false,
      false,
    ]);
    expect(matches('ＥＬＭｏ', ['elmo'])).toEqual([true]);
    expect(matches('  ', ['anything'])).toEqual([true]);
  });

  it('hides the others, counts, and says when nothing is found', () => {
    document.body.innerHTML = pages.en.body.innerHTML;
    finder(document);
    const field = /** @type {HTMLInputElement} */ (document.querySelector('#find'));
    const type = (/** @type {string} */ text) => {
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };
    const shown = () =>
      [...document.querySelectorAll('article')]
        .filter((answer) => !answer.hidden)
        .map(({ id }) => id);
    const said = () => document.querySelector('#found')?.textContent;
    const nothing = /** @type {HTMLElement} */ (document.querySelector('#nothing'));
    type('euclidean');
    expect(shown()).toEqual(['cosine']);
    expect(said()).toBe('1 of 25 questions');
    expect(document.querySelectorAll('.contents ol ol li:not([hidden])')).toHaveLength(1);
    expect(document.querySelectorAll('.answers section:not([hidden])')).toHaveLength(1);
    type('euclidean zzz');
    expect([shown(), nothing.hidden, said()]).toEqual([[], false, 'No question found']);
    /** @type {HTMLElement | null} */ (document.querySelector('#clear'))?.click();
    expect([shown().length, nothing.hidden, said()]).toEqual([25, true, '']);
  });
});
