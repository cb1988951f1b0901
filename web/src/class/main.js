/** The page of a class. */
import { startPage } from '../story/shell.js';

startPage();
