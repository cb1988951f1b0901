// Skip-gram and CBOW on the State of the Union addresses: Preformer's builds in Chromium, under
// Node and native, gensim with one and two workers and fastText, in alternation. For every program,
// the tokens are those of the vocabulary, before subsampling; the time is that of training alone.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as api from '../../web/src/api/index.js';
import { ALPHA, SHAPE, SHARED, trainWords } from '../../web/src/bench/words.js';
import { alternate, compare } from './alternate.mjs';
import { requireBuild, wasmBuilds } from './builds.mjs';
import { openChromium } from './chromium/open.mjs';
import { preformer } from './command.mjs';

const PARTS = ['', '-heldout'].map(
  (part) => `web/corpora/prepared/state-of-the-union${part}.txt.gz`,
);
export const EPOCHS = 3;
const GENSIM = 'gensim, 1 worker';

/** Writes the whole text to a file. @param {string} folder */
export function writeCorpus(folder) {
  for (const part of PARTS) {
    if (!existsSync(part)) throw new Error(`${part} is missing: run ./build.sh build first`);
  }
  mkdirSync(folder, { recursive: true });
  const corpus = join(folder, 'corpus.txt');
  writeFileSync(corpus, Buffer.concat(PARTS.map((part) => gunzipSync(readFileSync(part)))));
  return corpus;
}

/** @typedef {{model: string, corpus: string, folder: string, pairs: string[]}} Where files */

function native({ model, corpus, folder, pairs }, seed) {
  const vectors = join(folder, 'vectors.bin');
  const flags = ['--size', '100', '--window', '5', '--negative', '5', '--sample', '1e-3'];
  const { tokensPerSecond } = preformer(
    'native',
    ...['train', '--corpus', corpus, '--model', model, '--seed', String(seed)],
    ...['--alpha', String(ALPHA[model].ours), '--vectors', vectors, ...flags],
    ...['--min-count', String(SHAPE.minCount), '--epochs', String(EPOCHS)],
  );
  if (pairs.length === 0) return { tokensPerSecond };
  const { spearman } = preformer('native', 'eval', '--vectors', vectors, '--word-pairs', ...pairs);
  return { tokensPerSecond, spearman };
}

export function gensim({ model, corpus, pairs }, seed, workers) {
  const alpha = String(ALPHA[model].peers);
  const args = ['tests/bench/gensim_peer.py', corpus, model, alpha, String(seed), ...pairs];
  const one = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const output = execFileSync('/usr/bin/python3', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...one, WORKERS: String(workers) },
  });
  return JSON.parse(output.trim().split('\n').at(-1));
}

/** fastText without subwords computes word2vec; it reports its own speed. */
function fastText({ model, corpus, folder, pairs }) {
  const output = join(folder, 'fasttext');
  const settings = {
    ...{ dim: 100, ws: 5, neg: 5, loss: 'ns', t: 1e-3, minCount: SHAPE.minCount, minn: 0, maxn: 0 },
    ...{ epoch: EPOCHS, thread: 1, lr: ALPHA[model].peers },
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`-${name}`, String(value)]);
  const verb = model === 'cbow' ? 'cbow' : 'skipgram';
  const { stdout, stderr } = spawnSync(
    'fasttext',
    [verb, '-input', corpus, '-output', output, ...flags],
    { encoding: 'utf8' },
  );
  const speeds = [...`${stdout}${stderr}`.matchAll(/words\/sec\/thread:\s*(\d+)/g)];
  if (speeds.length === 0) throw new Error('fastText printed no speed');
  const tokensPerSecond = Number(speeds.at(-1)[1]);
  if (pairs.length === 0) return { tokensPerSecond };
  const vectors = `${output}.vec`;
  const { spearman } = preformer('native', 'eval', '--vectors', vectors, '--word-pairs', ...pairs);
  return { tokensPerSecond, spearman };
}

/** @param {Where} where */
function programsOf(where, { peers, chromium, quick }) {
  const { model, corpus, pairs } = where;
  const wordPairs = pairs.length > 0 ? readFileSync(pairs[0], 'utf8') : undefined;
  const ours =
    (run, { build, options }) =>
    async (seed) => {
      const all = { ...SHAPE, model, epochs: EPOCHS, seed, alpha: ALPHA[model].ours, ...options };
      const found = await run({ options: all, wordPairs });
      requireBuild(build, found);
      return found;
    };
  const inPage = (task) => chromium.run('words', task);
  const inNode = (task) => trainWords(api, { ...task, corpus: readFileSync(corpus, 'utf8') });
  const programs = {};
  for (const build of wasmBuilds()) {
    programs[`preformer, ${build.label}, Chromium`] = ours(inPage, build);
    for (const sharedWindows of model === 'skip-gram' ? SHARED : []) {
      const options = { ...build.options, sharedWindows };
      const name = `preformer, ${build.label}, Chromium, sharedWindows ${sharedWindows}`;
      programs[name] = ours(inPage, { ...build, options });
    }
    if (quick || build.build === 'parallel') continue;
    programs[`preformer, ${build.label}, Node`] = ours(inNode, build);
  }
  programs['preformer, native'] = (seed) => native(where, seed);
  if (peers.has('gensim')) {
    programs[GENSIM] = (seed) => gensim(where, seed, 1);
    programs['gensim, 2 workers'] = (seed) => gensim(where, seed, 2);
  }
  if (peers.has('fasttext')) programs.fastText = { run: () => fastText(where), once: true };
  return programs;
}

/**
 * @param {{rounds: number, peers: Set<string>, quick: boolean, wordPairs?: string,
 *   say: (what: string, round: number) => void}} run
 */
export async function benchWords({ rounds, peers, quick, wordPairs, say }) {
  const folder = 'build/bench/words';
  const corpus = writeCorpus(folder);
  const chromium = await openChromium();
  try {
    const rows = [];
    for (const model of ['skip-gram', 'cbow']) {
      const where = { model, corpus, folder, pairs: wordPairs ? [wordPairs] : [] };
      const programs = programsOf(where, { peers, chromium, quick });
      const results = await alternate(programs, rounds, (name, round) =>
        say(`${model}: ${name}`, round),
      );
      const two = compare(results, 'tokensPerSecond', 'gensim, 2 workers');
      for (const [i, row] of compare(results, 'tokensPerSecond', GENSIM).entries()) {
        const spearman = results[row.name].map((found) => found.spearman);
        rows.push({ model, ...row, ratioToTwo: two[i].ratio, spearman });
      }
    }
    return { rounds, rows };
  } finally {
    await chromium.close();
  }
}
