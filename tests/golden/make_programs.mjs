/**
 * make_programs.mjs FOLDER CASE: trains as the page does and writes the program that repeats the run
 * elsewhere into FOLDER; prints its name.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { presets } from '../../web/corpora/index.js';
import { train } from '../../web/src/api/index.js';
import { programOf, runOf, tokenLines } from '../../web/src/scripts/index.js';
import { splitHeldOut } from '../../web/src/text/held-out.js';

/** @type {Record<string, {library: string, preset: string, options: any}>} */
const CASES = {
  'skip-gram': { library: 'gensim', preset: 'relations-en', options: { model: 'skip-gram' } },
  'skip-gram-zh': { library: 'gensim', preset: 'relations-zh', options: { model: 'skip-gram' } },
  'skip-gram-hs': {
    library: 'gensim',
    preset: 'relations-en',
    options: { model: 'skip-gram', objective: 'hierarchical-softmax' },
  },
  'skip-gram-softmax': {
    library: 'gensim',
    preset: 'relations-en',
    options: { model: 'skip-gram', objective: 'softmax' },
  },
  cbow: { library: 'gensim', preset: 'relations-en', options: { model: 'cbow', alpha: 0.2 } },
  'cbow-zh': { library: 'gensim', preset: 'relations-zh', options: { model: 'cbow', alpha: 0.2 } },
  spark: { library: 'spark', preset: 'relations-en', options: { model: 'skip-gram' } },
  nnlm: {
    library: 'pytorch',
    preset: 'relations-en',
    options: { model: 'nnlm', epochs: 4, alpha: 0.002, direct: true },
  },
  'nnlm-sgd': {
    library: 'pytorch',
    preset: 'relations-zh',
    options: { model: 'nnlm', epochs: 4, alpha: 0.1, optimiser: 'sgd', schedule: 'constant' },
  },
  elmo: {
    library: 'pytorch',
    preset: 'relations-en',
    options: { model: 'elmo', epochs: 3, alpha: 0.01 },
  },
  'elmo-characters': {
    library: 'pytorch',
    preset: 'relations-en',
    options: { model: 'elmo', epochs: 3, alpha: 0.01, charCnn: true, vectorSize: 24 },
  },
  'elmo-wide': {
    library: 'pytorch',
    preset: 'relations-zh',
    options: { model: 'elmo', epochs: 3, alpha: 0.01, vectorSize: 40, cellSize: 24, layers: 1 },
  },
};

const [folder, name] = process.argv.slice(2);
const { library, preset: id, options } = CASES[name];
const preset = /** @type {any} */ (presets.find((candidate) => candidate.id === id));
const { tokenizer = 'space', sentences = 'lines' } = preset;
const bytes = new TextEncoder().encode(await preset.load());
const isLanguageModel = ['nnlm', 'elmo'].includes(options.model);
const parts = isLanguageModel ? splitHeldOut(bytes, 10, sentences) : null;
const corpus = parts ? { bytes: parts.train } : { bytes };
const heldout = parts ? { bytes: parts.heldout } : undefined;
const model = await train({ ...options, corpus, heldout, tokenizer, sentences });
const lines = (/** @type {Uint8Array | undefined} */ part) =>
  tokenLines(new TextDecoder().decode(part), { tokenizer, sentences });
const run = await runOf(model, {
  train: await lines(corpus.bytes),
  heldout: parts ? await lines(parts.heldout) : '',
  link: 'https://example.org/#v=1',
});
const program = programOf(options.model, library, run);
for (const file of program.files) writeFileSync(join(folder, file.name), file.text);
writeFileSync(join(folder, program.name), program.code);
await model.close();
console.log(program.name);
