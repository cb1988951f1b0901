// Skip-gram and CBOW on the State of the Union addresses by processor time, which other programs on the
// same machine change less than the clock's. Every run is a process of its own, under Node.
import { ALPHA, SHAPE, SHARED } from '../../web/src/bench/words.js';
import { alternate, compare } from './alternate.mjs';
import { requireBuild, wasmBuilds } from './builds.mjs';
import { median, runJson } from './command.mjs';
import { EPOCHS, gensim, writeCorpus } from './words.mjs';

const GENSIM = 'gensim, 1 worker';

/** @param {{rounds: number, peers: Set<string>, wordPairs?: string,
 *   say: (what: string, round: number) => void}} run */
export async function benchProcessor({ rounds, peers, wordPairs, say }) {
  const corpus = writeCorpus('build/bench/words');
  const rows = [];
  for (const model of ['skip-gram', 'cbow']) {
    const programs = {};
    if (peers.has('gensim')) {
      const pairs = wordPairs ? [wordPairs] : [];
      programs[GENSIM] = (seed) => gensim({ model, corpus, pairs }, seed, 1);
    }
    for (const { build, label } of wasmBuilds().filter(({ build }) => build !== 'parallel')) {
      for (const sharedWindows of model === 'skip-gram' ? [1, ...SHARED] : [1]) {
        const name = sharedWindows > 1 ? `, sharedWindows ${sharedWindows}` : '';
        programs[`preformer, ${label}, Node${name}`] = (seed) => {
          const alpha = ALPHA[model].ours;
          const options = { ...SHAPE, model, alpha, epochs: EPOCHS, seed, build, sharedWindows };
          const task = JSON.stringify({ corpus, options, pairs: wordPairs });
          const script = 'tests/bench/train-alone.mjs';
          const found = runJson(process.execPath, ...process.execArgv, script, task);
          requireBuild(build, found);
          return found;
        };
      }
    }
    const results = await alternate(programs, rounds, (name, round) =>
      say(`${model}: ${name}`, round),
    );
    for (const row of compare(results, 'tokensPerCpuSecond', GENSIM)) {
      const found = results[row.name];
      const cpuSeconds = row.error ? undefined : median(found.map((one) => one.cpuSeconds));
      rows.push({ model, ...row, cpuSeconds, spearman: found.map(({ spearman }) => spearman) });
    }
  }
  return { rounds, rows };
}
