/** Makes the pages of questions: the answers from en.html or zh.html, with what is around them. */

import { sitePage } from '../site-page.js';
import { words } from './words.js';

/** @typedef {'en' | 'zh'} Language */

/** @type {Record<Language, string>} */
export const FILES = { en: 'questions.html', zh: 'questions.zh.html' };

/** The list of all questions, by group. @param {string} answers */
function contents(answers) {
  const groups = answers.split('<section').slice(1);
  return groups.map((group) => {
    const [, name] = /<h2[^>]*>(.*?)<\/h2>/s.exec(group) ?? [];
    const links = Array.from(
      group.matchAll(/<a class="anchor" href="(#[^"]+)">(.*?)<\/a>/gs),
      ([, href, question]) => `<li><a href="${href}">${question}</a></li>`,
    );
    return `<li><span class="group-name">${name}</span><ol>${links.join('')}</ol></li>`;
  });
}

/** @param {Language} language @param {string} answers as HTML */
export function questionsPage(language, answers) {
  const said = words[language];
  return sitePage({
    language,
    page: 'questions',
    files: FILES,
    said,
    kind: 'questions-page',
    target: 'answers',
    style: './src/questions/questions.css',
    script: './src/questions/main.js',
    main: `      <main class="questions-main">
        <div class="questions-head">
          <h1>${said.heading}</h1>
          <p class="lead">${said.lead}</p>
        </div>
        <search class="finder" hidden>
          <label for="find">${said.find}</label>
          <input class="text" type="search" id="find" autocomplete="off" />
          <p role="status" id="found"></p>
        </search>
        <details class="contents">
          <summary>${said.contents}</summary>
          <ol>${contents(answers).join('')}</ol>
        </details>
        <div class="answers" id="answers" tabindex="-1">
          <div id="nothing" hidden>
            <p>${said.nothing}</p>
            <button type="button" class="plain" id="clear">${said.clear}</button>
          </div>
${answers}
        </div>
      </main>
      <footer class="questions-foot"><p>${said.foot}</p><p><a href="./${language === 'zh' ? 'api.zh.html' : 'api.html'}">${said.api}</a></p></footer>`,
  });
}
