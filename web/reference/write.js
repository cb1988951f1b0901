/**
 * Writes the reference into docs/ and what its examples answer into answers.json; with --check, fails
 * if they are not what it would write.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { runExamples } from './examples.js';
import { makeFixtures } from './fixtures.js';

const check = process.argv.includes('--check');
/** @type {string[]} */
const stale = [];

/** @param {string} name @param {string} text */
function put(name, text) {
  const file = new URL(name, import.meta.url);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (check) stale.push(name);
  else writeFileSync(file, text);
}

const answers = await runExamples(await makeFixtures());
put('answers.json', `${JSON.stringify(answers, null, 2)}\n`);
// These read the answers.
const { readTypes } = await import('./read-types.js');
const { referenceMarkdown } = await import('./markdown.js');
const { gensimMarkdown } = await import('./gensim.js');
const reference = readTypes();
put('../../docs/api.md', referenceMarkdown(reference, 'en'));
put('../../docs/api.zh.md', referenceMarkdown(reference, 'zh'));
put('../../docs/gensim.md', gensimMarkdown('en'));
put('../../docs/gensim.zh.md', gensimMarkdown('zh'));
if (stale.length > 0) {
  console.error(`Not what the sources give: ${stale.join(', ')}. Write them: ./build.sh reference`);
  process.exit(1);
}
process.exit(0); // the engine keeps nothing open, but its threads might
