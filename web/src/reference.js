/** The pages of the API's reference: what all pages of text have. */
import { setLanguage } from './i18n/index.js';
import { startPage } from './story/shell.js';

setLanguage(document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');
startPage();
