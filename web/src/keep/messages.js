/** The messages about stored items, loaded with the code that uses them. */
import { addMessages } from '../i18n/index.js';
import { en } from '../i18n/keep-en.js';
import { zh } from '../i18n/keep-zh.js';

addMessages({ en, zh });
