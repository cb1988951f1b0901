/** The page of questions: its search, and the check of each answer's numbers. */
import { en } from '../i18n/questions-en.js';
import { zh } from '../i18n/questions-zh.js';
import { startPage } from '../story/shell.js';
import { keepPlace, speak } from '../ui/text-page.js';
import { checks } from './check.js';
import { finder } from './finder.js';

speak({ en, zh });
startPage();
finder(document);
checks(document);

keepPlace();

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
