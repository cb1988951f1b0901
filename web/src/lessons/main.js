/** The page of lessons. */
import { addMessages, setLanguage } from '../i18n/index.js';
import { en } from '../i18n/lessons-en.js';
import { zh } from '../i18n/lessons-zh.js';
import { keepPageSoon } from '../offline/register.js';
import { startPage } from '../story/shell.js';
import { loadTexts, pageTexts } from '../ui/texts.js';
import './lessons-app.js';

addMessages({ en, zh });
const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
setLanguage(language);
pageTexts(); // for errors
void loadTexts(language);
startPage();

/** The other language's page opens the same lesson. */
const other = document.querySelector('#language');
other?.addEventListener('click', () => {
  const page = other.getAttribute('href')?.split('#')[0] ?? '';
  other.setAttribute('href', page + window.location.hash);
});

keepPageSoon();
