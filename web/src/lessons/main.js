/** The page of lessons. */
import { startPage } from '../story/shell.js';

startPage();
