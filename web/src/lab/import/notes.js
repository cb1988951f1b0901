/** Messages about imported vectors, loaded with the first import. */
import './import-notes.js';
import './import-start.js';
import { en } from '../../i18n/import-en.js';
import { zh } from '../../i18n/import-zh.js';
import { addMessages } from '../../i18n/index.js';

addMessages({ en, zh });
