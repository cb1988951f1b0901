/** Makes the pages of the Story: a text from en/ or zh/, with what all pages have around it. */
import { siteLink, siteNav } from '../site-nav.js';
import { words as endWords } from '../src/story/chapters/end/words.js';
import { textPage } from '../text-page.js';
import { CHAPTERS, taskOf, titles, UNTRAINED } from './titles.js';
import { words } from './words.js';

/** @typedef {'en' | 'zh'} Language */
/** @typedef {Record<string, Record<string, string>>} Options texts of the options by chapter and value */

export const LANGUAGES = /** @type {const} */ (['en', 'zh']);

/** The texts: the cover, the chapters, the end. */
export const TEXTS = ['cover', ...CHAPTERS, 'end'];

/** @param {string} name of a page of text @param {Language} language */
const localized = (name, language) => (language === 'zh' ? `${name}.zh.html` : `${name}.html`);

/** The file of a text. @param {string} id one of TEXTS @param {Language} language */
export const fileOf = (id, language) =>
  localized(id === 'cover' ? 'index' : `story-${id}`, language);

/** Its address, relative to any page. @param {string} id @param {Language} language */
export const addressOf = (id, language) => {
  const file = fileOf(id, language);
  return file === 'index.html' ? './' : `./${file}`;
};

/** The header that pages of text share with the others (ui/page-header.js). @param {Language} language @param {string} current @param {string} other address of the page in the other language */
export function header(language, current, other) {
  const { brand, theme, other: otherName, otherLabel } = words[language];
  const tag = language === 'zh' ? 'en' : 'zh-Hans';
  return `<header class="header">
        <a class="brand" href="${addressOf('cover', language)}">${brand}</a>
        ${siteNav(language, current)}
        <div class="header-actions">
          <a class="quiet" id="language" lang="${tag}" hreflang="${tag}" href="${other}" aria-label="${otherName}: ${otherLabel}">${otherName}</a>
          <button type="button" class="quiet square" id="theme" aria-label="${theme}" title="${theme}" hidden><svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 3v10A5 5 0 0 1 8 3Z" /></svg></button>
        </div>
      </header>`;
}

/** The row of chapters. @param {Language} language @param {string} current */
function chapterRow(language, current) {
  const steps = CHAPTERS.map((id, i) => {
    const here = id === current ? ' aria-current="page"' : '';
    return `<li><a href="${addressOf(id, language)}" data-chapter="${id}"${here}><span class="mark" aria-hidden="true"></span><span class="number">${i + 1}</span> ${titles[language][id].name}</a></li>`;
  });
  return `<nav class="chapter-row" aria-label="${words[language].chapters}"><ol>${steps.join('')}</ol></nav>`;
}

/** The list of the chapters' questions, on the cover. @param {Language} language */
function questionList(language) {
  const said = words[language];
  const items = CHAPTERS.map((id, i) => {
    const { question, about } = titles[language][id];
    return `<li><a href="${addressOf(id, language)}" data-chapter="${id}" data-go-on="${said.goOn(i + 1)}"><span class="number">${i + 1}</span><span class="question">${question}</span><span class="about">${about}</span></a></li>`;
  });
  return `<ol class="question-list">${items.join('')}</ol>`;
}

/** The way on, below a chapter. @param {Language} language @param {string} id */
function wayOn(language, id) {
  const said = words[language];
  const at = CHAPTERS.indexOf(id);
  const next = CHAPTERS[at + 1];
  const question = next ? titles[language][next].question : said.endQuestion;
  const name = next ? said.chapter(at + 2) : said.ending;
  const answers = `./${localized('questions', language)}#${titles[language][id].answers}`;
  const door = UNTRAINED.includes(id) ? said.labUntrained : said.lab;
  return `<footer class="way-on">
        <div><p class="kicker">${said.next}</p><p class="next-question">${question}</p></div>
        <p class="doors"><a id="in-the-lab" href="./lab.html">${door}</a><a href="${answers}">${said.related}</a><a id="as-task" href="./${localized('lessons', language)}#v=1&amp;lesson=${taskOf(id)}">${said.task}</a></p>
        <a class="primary" id="next" href="${addressOf(next ?? 'end', language)}">${name}</a>
      </footer>`;
}

/**
 * A chapter within the page that has all of them. Ids would be there twice.
 * @param {Language} language @param {string} id @param {string} text
 */
export function chapterOfWhole(language, id, text) {
  const number = CHAPTERS.indexOf(id) + 1;
  const kicker = `<p class="kicker">${words[language].chapter(number)}</p>`;
  const body = text
    .replace('<!-- kicker -->', kicker)
    .replaceAll(/ id="[^"]*"/g, '')
    .replaceAll(/ name="(guess|check)"/g, '')
    .replace('<h1>', '<h2 class="chapter-title">')
    .replace('</h1>', '</h2>');
  return `<article class="whole-chapter" id="${id}">${body}</article>`;
}

/**
 * The questions of the chapters with their options, for the end: the page fills in what the reader
 * guessed.
 * @param {Language} language @param {Options} options
 */
function guessList(language, options) {
  const items = CHAPTERS.map((id, i) => {
    const choices = Object.entries(options[id] ?? {}).map(
      ([value, text]) => `<span data-value="${value}">${text}</span>`,
    );
    return `<li data-chapter="${id}"><span class="guess-mark" aria-hidden="true"></span><a href="${addressOf(id, language)}">${i + 1}. ${titles[language][id].question}</a><span class="state">${endWords[language].open}</span><span class="options" hidden>${choices.join('')}</span></li>`;
  });
  return `<ol class="guesses">${items.join('\n')}</ol>`;
}

/** The style sheet of a text's own. @param {string} id */
const sheetOf = (id) =>
  id === 'cover' || id === 'whole' ? `${id}.css` : `chapters/${id}/style.css`;

/** The script of a text. @param {string} id */
const scriptOf = (id) => (['cover', 'end', 'whole'].includes(id) ? id : 'main');

/**
 * A page.
 * @param {object} of
 * @param {Language} of.language
 * @param {string} of.id one of TEXTS
 * @param {string} of.text the text as HTML
 * @param {Options} [of.options] of the chapters' guesses
 */
export function storyPage({ language, id, text, options = {} }) {
  const said = words[language];
  const chapter = titles[language][id];
  const whole = id === 'whole';
  const title = whole
    ? `${said.whole} · Preformer`
    : chapter
      ? `${chapter.question} · Preformer`
      : said.title;
  const description = chapter ? chapter.description : said.description;
  const [en, zh] = LANGUAGES.map((each) => addressOf(id, each));
  const number = CHAPTERS.indexOf(id) + 1;
  const kicker = number ? `<p class="kicker">${said.chapterOf(number)}</p>` : '';
  const body = text
    .replace('<!-- kicker -->', kicker)
    .replace('<!-- questions -->', questionList(language))
    .replace('<!-- guesses -->', () => guessList(language, options))
    .replaceAll('{lab}', siteLink('lab', language))
    .replaceAll('{ladder}', siteLink('ladder', language))
    .replaceAll('{polysemy}', siteLink('polysemy', language))
    .replaceAll('{transfer}', siteLink('transfer', language))
    .replaceAll('{questions}', siteLink('questions', language))
    .replaceAll('{first}', addressOf(CHAPTERS[0], language))
    .replaceAll('{end}', addressOf('end', language))
    .replaceAll('{whole}', addressOf('whole', language));
  const cover = id === 'cover';
  return textPage({
    language,
    title,
    description,
    addresses: { own: addressOf(id, language), en, zh },
    still: whole,
    styles: ['./src/story/story.css', `./src/story/${sheetOf(id)}`],
    script: `./src/story/${scriptOf(id)}.js`,
    body: `    <a class="skip" href="#text">${said.skip}</a>
    <div class="page story-page" data-text="${id}">
      ${header(language, 'story', language === 'zh' ? en : zh)}
      ${cover || whole ? '' : chapterRow(language, id)}
      <main id="text" tabindex="-1">
${whole ? `<h1>${said.whole}</h1><p class="whole-note">${said.wholeNote}</p>` : ''}
${body}
      </main>
      ${number ? wayOn(language, id) : ''}
    </div>`,
  });
}
