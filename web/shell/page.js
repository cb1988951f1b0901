/**
 * The first paint of the pages that train: header and title in both languages, which stand in the HTML
 * until the page's program has come. Their markup is that of ui/page-header.js, ui/model-row.js and of
 * each page's first section, so that nothing moves when those take over.
 */
import { escaped } from '../escaped.js';
import { siteNav } from '../site-nav.js';
import { en as common } from '../src/i18n/common-en.js';
import { zh as commonZh } from '../src/i18n/common-zh.js';
import { en as ladder } from '../src/i18n/ladder-en.js';
import { zh as ladderZh } from '../src/i18n/ladder-zh.js';
import { en as polysemy } from '../src/i18n/polysemy-en.js';
import { zh as polysemyZh } from '../src/i18n/polysemy-zh.js';
import { en as transfer } from '../src/i18n/transfer-en.js';
import { zh as transferZh } from '../src/i18n/transfer-zh.js';

/**
 * @typedef {'en' | 'zh'} Language
 * @typedef {(key: string, values?: Record<string, string>) => string} Said
 */

const LANGUAGES = /** @type {const} */ (['en', 'zh']);

/** @type {Record<Language, Record<string, string>>} */
const TEXTS = {
  en: { ...common, ...ladder, ...polysemy, ...transfer },
  zh: { ...commonZh, ...ladderZh, ...polysemyZh, ...transferZh },
};

/** The word with which the polysemy lab opens. */
const POLYSEMY = { en: 'apple', zh: '苹果' };

/** What the Lab says before it is there. */
const COMING = {
  en: 'The Lab is coming: five models that train in this page.',
  zh: '实验室马上就来：五个模型，都在这个页面里训练。',
};

const MODELS = ['one-hot', 'nnlm', 'cbow', 'skip-gram', 'elmo'];

/** The model with which the Lab opens. */
const FIRST = 'skip-gram';

/** @param {Language} language @returns {Said} */
const saidIn =
  (language) =>
  (key, values = {}) => {
    const text = TEXTS[language][key];
    if (text === undefined) throw new Error(`no text ${key}`);
    return escaped(text.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]));
  };

/** @param {string} page @param {Language} language @param {Said} said */
function header(page, language, said) {
  const nav = siteNav(language, page, { still: true });
  return `<header class="header"><h1>Preformer</h1>${nav}<div class="header-actions"><button type="button" class="quiet" disabled>${said('header.language')}</button></div></header>`;
}

/** @param {Said} said */
function modelRow(said) {
  const steps = MODELS.map((model) => {
    const here = model === FIRST ? ' aria-current="step"' : '';
    return `<li><button type="button" disabled${here}><span class="model-name">${said(`story.${model}`)}</span><span class="model-adds">${said(`story.${model}.adds`)}</span></button></li>`;
  });
  return `<nav class="model-row" aria-label="${said('story.label')}"><ul>${steps.join('')}</ul></nav>`;
}

/** @param {string} title @param {string} lede */
const hero = (title, lede) =>
  `<div class="main"><div class="hero"><div><h2>${title}</h2><p>${lede}</p></div></div></div>`;

/** What each page begins with. @type {Record<string, (language: Language, said: Said) => string>} */
const FIRSTS = {
  lab: (language, said) => `${modelRow(said)}<p class="shell-note">${COMING[language]}</p>`,
  ladder: (_language, said) =>
    `<div class="main"><div class="ladder-hero"><h2>${said('ladder.title')}</h2><p>${said('ladder.lede')}</p></div></div>`,
  polysemy: (language, said) => {
    const values = {
      word: POLYSEMY[language],
      first: said('sense.name.fruit'),
      second: said('sense.name.company'),
    };
    return hero(said('sense.title'), said('sense.lede', values));
  },
  transfer: (_language, said) => hero(said('transfer.title'), said('transfer.lede.images')),
};

export const SHELLS = Object.keys(FIRSTS);

/** The first paint of a page, in both languages; shell.js hides the other one. @param {string} page one of SHELLS */
export const shellOf = (page) =>
  LANGUAGES.map((language) => {
    const said = saidIn(language);
    const content = header(page, language, said) + FIRSTS[page](language, said);
    const tag = language === 'zh' ? 'zh-Hans' : 'en';
    return `<div class="page ${page}-page" lang="${tag}" data-shell>${content}</div>`;
  }).join('');
