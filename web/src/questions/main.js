/** The page of questions: its search, and the check of each answer's numbers. */
import { addMessages, setLanguage } from '../i18n/index.js';
import { en } from '../i18n/questions-en.js';
import { zh } from '../i18n/questions-zh.js';
import { startPage } from '../story/shell.js';
import { checks } from './check.js';
import { finder } from './finder.js';

addMessages({ en, zh });
setLanguage(document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');

startPage();
finder(document);
checks(document);

/** The other language's page opens at the same question. */
const other = document.querySelector('#language');
other?.addEventListener('click', () => {
  const page = other.getAttribute('href')?.split('#')[0] ?? '';
  other.setAttribute('href', page + window.location.hash);
});

/** A page that is opened from here has the theme of this one. */
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element && target.closest('a.run');
  const { theme } = document.documentElement.dataset;
  if (!(link instanceof HTMLAnchorElement) || !theme) return;
  link.hash = `${link.hash.replace(/&theme=\w+/, '')}&theme=${theme}`;
});

/** Beside the answers there is room for the list of questions. */
const contents = document.querySelector('details');
if (contents && window.matchMedia('(min-width: 64rem)').matches) contents.open = true;
