/** The strings of everything that is kept; they come with the code that needs them. */
import { addMessages } from '../../i18n/index.js';
import { en } from '../../i18n/keep-en.js';
import { zh } from '../../i18n/keep-zh.js';

addMessages({ en, zh });
