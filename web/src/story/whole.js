/** The page with all chapters: text and pictures, nothing is trained. */
import { keepPageSoon } from '../offline/register.js';
import { startPage } from './shell.js';

startPage();
keepPageSoon();
