/**
 * The questions of a chapter, from its lesson (`chapters/`), in the chapter's text: `<!-- guess -->`,
 * `<!-- check -->` and the replies to both.
 */

import { readFileSync } from 'node:fs';
import { escaped } from '../escaped.js';
import { inLanguage } from '../src/tasks/lesson.js';
import { partsOf, plain } from '../src/tasks/marked.js';
import { UNTRAINED } from './titles.js';
import { words } from './words.js';

/**
 * @typedef {'en' | 'zh'} Language
 * @typedef {'guess' | 'check'} Name
 * @typedef {import('../src/tasks/lesson.js').Prediction} Prediction
 */

/** @param {string} id of a chapter, or `end` */
const fileOf = (id) => new URL(`./chapters/${id}.json`, import.meta.url);

/**
 * A chapter asks twice: a guess before the training, and a check at the end.
 * @param {string} id @returns {Partial<Record<Name, Prediction>>}
 */
export function questionsOf(id) {
  /** @type {import('../src/tasks/lesson.js').Lesson} */
  const { steps } = JSON.parse(readFileSync(fileOf(id), 'utf8'));
  return { guess: steps[0].predict, check: steps[1]?.predict };
}

/** @param {import('../src/tasks/lesson.js').Text | undefined} text @param {Language} language */
const markup = (text, language) =>
  partsOf(inLanguage(text, language))
    .map(({ kind, text: said, name }) => {
      if (kind === 'word') return `<i>${escaped(said)}</i>`;
      if (kind === 'number') return `<span data-number="${name}">${escaped(said)}</span>`;
      return escaped(said);
    })
    .join('');

/** @param {Prediction} asked @param {Name} name @param {Language} language @param {{untrained: boolean, tap: string}} how */
function choice({ question, options = [] }, name, language, { untrained, tap }) {
  const right = options.find((option) => option.right)?.name;
  const items = options.map(
    ({ name: value, text }) => `<li data-value="${value}">${markup(text, language)}</li>`,
  );
  const more = (tap ? ` tap="${tap}"` : '') + (untrained ? ' untrained' : '');
  return `<story-choice name="${name}" answer="${right}"${more}>
      <h2 class="question">${markup(question, language)}</h2>
      <ol>
        ${items.join('\n        ')}
      </ol>
    </story-choice>`;
}

/** @param {Prediction} asked @param {Name} name @param {Language} language */
const replies = ({ options = [] }, name, language) =>
  options
    .filter(({ because }) => because)
    .map(({ name: value, text, because }) => {
      // Where all replies are to be seen, each names the option that it replies to.
      const option = words[language].guessed(escaped(plain(inLanguage(text, language))));
      return `<p data-${name}="${value}"><span class="if-guessed">${option} </span>${markup(because, language)}</p>`;
    })
    .join('\n      ');

/**
 * @param {string} id of the chapter @param {string} text as HTML @param {Language} language
 * @returns {string} with its questions
 */
export function withQuestions(id, text, language) {
  const asked = questionsOf(id);
  const untrained = UNTRAINED.includes(id);
  const of = (/** @type {string} */ name) => {
    const found = asked[/** @type {Name} */ (name)];
    if (!found) throw new Error(`The chapter ${id} has no ${name} in its file.`);
    return found;
  };
  return text
    .replaceAll(/<!-- (guess|check)(?:: (.*?))? -->/g, (_, name, tap = '') =>
      choice(of(name), name, language, {
        untrained,
        tap: tap && `${tap}${language === 'en' ? ' ' : ''}`,
      }),
    )
    .replaceAll(/<!-- replies to the (guess|check) -->/g, (_, name) =>
      replies(of(name), name, language),
    );
}

/** The options of a chapter's guess as plain text, by name. @param {string} id @param {Language} language */
export function optionsOf(id, language) {
  const { guess } = questionsOf(id);
  const entries = (guess?.options ?? []).map(({ name = '', text }) => [
    name,
    escaped(plain(inLanguage(text, language))),
  ]);
  return Object.fromEntries(entries);
}
