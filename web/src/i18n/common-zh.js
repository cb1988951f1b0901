import { zh as errors } from './errors-zh.js';
import { zh as links } from './links-zh.js';
import { zh as parameters } from './parameters-zh.js';
import { zh as predictions } from './predictions-zh.js';
import { zh as runs } from './runs-zh.js';
import { zh as main } from './zh.js';

/** What every page may show from its start. */
export const zh = { ...main, ...errors, ...links, ...parameters, ...predictions, ...runs };
