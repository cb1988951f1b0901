// Measures what the models learn and how fast, compared with other programs in the same run. Every
// part is written to build/bench/NAME.json when it is done. The tables contain all parts in that
// folder.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { machine } from './machine.mjs';
import { existing, parts } from './parts.mjs';
import { findPeers } from './peers.mjs';
import { markdown } from './tables.mjs';

const FOLDER = 'build/bench';

/** @type {import('node:util').ParseArgsOptionsConfig} */
const options = {
  only: { type: 'string' },
  pairs: { type: 'string' },
  minutes: { type: 'string', default: '60' },
  quick: { type: 'boolean', default: false },
  'word-pairs': { type: 'string' },
  sites: { type: 'string', default: 'build/site' },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/** What was asked for; a wrong option is one sentence. */
function asked() {
  try {
    return parseArgs({ options });
  } catch (error) {
    return fail(
      `${error.message.split('\n')[0].replace(/\.?$/, '.')} See ./build.sh bench --help.`,
    );
  }
}

const { values } = asked();

if (values.help) {
  const lines = Object.entries(parts).map(([name, { about }]) => `    ${name.padEnd(11)} ${about}`);
  console.log(`usage: ./build.sh bench [--only NAME[,NAME]] [--pairs N] [--quick] [--write]
  --only        only these parts:
${lines.join('\n')}
  --pairs       rounds of alternation with the other programs (default 5, with --quick 3)
  --quick       fewer steps, nothing under Node where Chromium runs it
  --word-pairs  a word-similarity file (word, word, score), to measure quality in the same run
  --minutes     how long the part endurance trains (default 60)
  --sites       folders of built pages that the part messages compares (default build/site)
  --write       renew docs/benchmarks.md from all parts measured so far`);
  process.exit(0);
}

/** @param {string} message */
function fail(message) {
  console.error(`bench: ${message}`);
  process.exit(2);
}

const names = values.only?.split(',') ?? Object.keys(parts).filter((name) => !parts[name].long);
const unknown = names.find((name) => !(name in parts));
if (unknown) fail(`there is no part ${unknown}; the parts are ${Object.keys(parts).join(', ')}.`);
const rounds = Number(values.pairs ?? (values.quick ? 3 : 5));
if (!Number.isInteger(rounds) || rounds < 1) fail(`--pairs must be a whole number from 1.`);
const minutes = Number(values.minutes);
if (!(minutes > 0)) fail('--minutes must be a number above 0.');

mkdirSync(FOLDER, { recursive: true });
const wanted = [...new Set(names.flatMap((name) => parts[name].peers ?? []))];
const peers = await findPeers(wanted);
const began = performance.now();
let failures = 0;

for (const name of names) {
  const say = (what, round) => {
    const minutesGone = ((performance.now() - began) / 60_000).toFixed(1);
    const of = round > 0 ? `, round ${round} of ${rounds}` : '';
    console.error(`[${minutesGone} min] ${name}: ${what}${of}`);
  };
  try {
    const { run } = await parts[name].load();
    const wordPairs = values['word-pairs'];
    const sites = values.sites.split(',');
    const found = await run({ rounds, peers, quick: values.quick, wordPairs, minutes, sites, say });
    const date = new Date().toISOString().slice(0, 10);
    const result = { date, machine: machine(), found };
    writeFileSync(`${FOLDER}/${name}.json`, `${JSON.stringify(result, null, 2)}\n`);
    console.log(markdown({ [name]: result }));
  } catch (error) {
    failures++;
    console.error(`bench: ${name} failed: ${error.stack}`);
  }
}

if (values.write) {
  const results = Object.fromEntries(
    existing(FOLDER).map((name) => [
      name,
      JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')),
    ]),
  );
  writeFileSync('docs/benchmarks.md', markdown(results));
}
process.exit(failures > 0 ? 1 : 0); // otherwise the engine's thread keeps the process alive
