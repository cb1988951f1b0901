// What the models learn and how fast, each speed beside a peer's in the same run. Prints tables and
// writes build/bench.json; with --write also docs/benchmarks.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchImages } from './images.mjs';
import { benchLanguageModels } from './language-models.mjs';
import { machine } from './machine.mjs';
import { benchReal } from './real.mjs';
import { markdown } from './table.mjs';
import { benchToy } from './toy.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    pairs: { type: 'string', default: '5' },
    'word-pairs': { type: 'string' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(`usage: ./build.sh bench [--only toy|language|real|images] [--pairs N] [--word-pairs FILE] [--write]
  --only        one of the four benchmarks
  --pairs       how often we and our peers alternate (default 5)
  --word-pairs  a word-similarity file (word, word, score), to measure quality in the same run
  --write       renew docs/benchmarks.md`);
  process.exit(0);
}

const result = { machine: machine() };
const wanted = (name) => (values.only ?? name) === name;
if (wanted('toy')) result.toy = benchToy();
if (wanted('language')) result.language = await benchLanguageModels();
if (wanted('real')) result.real = benchReal(Number(values.pairs), values['word-pairs']);
if (wanted('images')) result.images = await benchImages(Number(values.pairs));

const text = markdown(result);
console.log(text);
mkdirSync('build', { recursive: true });
writeFileSync('build/bench.json', `${JSON.stringify(result, null, 2)}\n`);
if (values.write) writeFileSync('docs/benchmarks.md', text);
process.exit(0); // the engine's thread would wait for more
