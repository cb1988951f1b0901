/** The page of lessons. */
import { en } from '../i18n/lessons-en.js';
import { zh } from '../i18n/lessons-zh.js';
import { keepPageSoon } from '../offline/register.js';
import { startPage } from '../story/shell.js';
import { keepPlace, speak } from '../ui/text-page.js';
import './lessons-app.js';

speak({ en, zh }, { errors: true });
startPage();

keepPlace();

keepPageSoon();
