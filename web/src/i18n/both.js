/**
 * The common messages in both languages, for demos in other people's pages, which may have one of
 * each, and for tests. Our own pages load one language at a time (ui/texts.js).
 */
import { en } from './common-en.js';
import { zh } from './common-zh.js';
import { addMessages } from './index.js';

addMessages({ en, zh });
