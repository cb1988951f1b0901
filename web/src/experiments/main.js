/** The page of experiments. */
import { en } from '../i18n/experiments-en.js';
import { zh } from '../i18n/experiments-zh.js';
import { keepPageSoon } from '../offline/register.js';
import { startPage } from '../story/shell.js';
import { keepPlace, speak } from '../ui/text-page.js';
import { inOtherLanguage } from './address.js';
import './experiments-app.js';

speak({ en, zh }, { errors: true });
startPage();

keepPlace(inOtherLanguage);

keepPageSoon();
