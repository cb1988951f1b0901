/** The page for teachers. */
import { startPage } from '../story/shell.js';

startPage();
