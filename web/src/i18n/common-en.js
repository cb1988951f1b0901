import { en as main } from './en.js';
import { en as errors } from './errors-en.js';
import { en as links } from './links-en.js';
import { en as parameters } from './parameters-en.js';
import { en as predictions } from './predictions-en.js';
import { en as runs } from './runs-en.js';

/** What every page may show from its start. */
export const en = { ...main, ...errors, ...links, ...parameters, ...predictions, ...runs };
