/** What the page says of vectors that the reader brought: loaded with the first of them. */
import './import-notes.js';
import './import-start.js';
import { en } from '../../i18n/import-en.js';
import { zh } from '../../i18n/import-zh.js';
import { addMessages } from '../../i18n/index.js';

addMessages({ en, zh });
