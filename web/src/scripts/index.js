/**
 * Python programs that repeat a run with other libraries, for runs larger than a page can train.
 */
import { elmoProgram } from './elmo-torch.js';
import { gensimProgram } from './gensim.js';
import { nnlmProgram } from './nnlm-torch.js';
import { sparkProgram } from './spark.js';

/**
 * The libraries for each model.
 * @type {Record<string, Record<string, (run: import('./python.js').Run) => import('./python.js').Program>>}
 */
const PROGRAMS = {
  cbow: { gensim: gensimProgram },
  'skip-gram': { gensim: gensimProgram, spark: sparkProgram },
  nnlm: { pytorch: nnlmProgram },
  elmo: { pytorch: elmoProgram },
};

/** @param {string} model @param {string} library @param {import('./python.js').Run} run */
export const programOf = (model, library, run) => PROGRAMS[model][library](run);

export { runOf } from './run.js';
export { tokenLines } from './tokens.js';
