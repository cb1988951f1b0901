// The State of the Union addresses: Preformer's builds and gensim in alternation (A B C D A B C D
// …), so that changes in the machine's speed affect all of them alike. Speeds are medians; the
// ratio is the median of the ratios of the rounds. For every program, the tokens are those of the
// vocabulary, before subsampling.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { BUILDS, median, preformer, runJson } from './command.mjs';

const PARTS = ['', '-heldout'].map(
  (part) => `web/corpora/prepared/state-of-the-union${part}.txt.gz`,
);
const SETTINGS = ['--size', '100', '--window', '5', '--negative', '5', '--sample', '1e-3'];
const FIXED = [...SETTINGS, '--min-count', '5', '--epochs', '3'];
const ALPHA = { 'skip-gram': { ours: 0.025, gensim: 0.025 }, cbow: { ours: 0.2, gensim: 0.05 } };

function ours(build, model, seed, wordPairs, folder) {
  const vectors = join(folder, 'vectors.bin');
  const result = preformer(
    build,
    ...['train', '--corpus', join(folder, 'corpus.txt'), '--model', model, '--seed', String(seed)],
    ...['--alpha', String(ALPHA[model].ours), '--vectors', vectors, ...FIXED],
  );
  if (!wordPairs) return result;
  const { spearman } = preformer('native', 'eval', '--vectors', vectors, '--word-pairs', wordPairs);
  return { ...result, spearman };
}

function gensim(model, seed, wordPairs, folder) {
  const alpha = String(ALPHA[model].gensim);
  const args = ['tests/bench/gensim_peer.py', join(folder, 'corpus.txt'), model, alpha];
  return runJson('/usr/bin/python3', ...args, String(seed), ...(wordPairs ? [wordPairs] : []));
}

function benchModel(model, rounds, wordPairs, folder) {
  const runs = { gensim: [], ...Object.fromEntries(BUILDS.map((build) => [build, []])) };
  for (let round = 1; round <= rounds; round++) {
    for (const build of BUILDS) runs[build].push(ours(build, model, round, wordPairs, folder));
    runs.gensim.push(gensim(model, round, wordPairs, folder));
  }
  return Object.entries(runs).map(([name, results]) => ({
    model,
    name,
    tokensPerSecond: median(results.map((r) => r.tokensPerSecond)),
    ratio: median(results.map((r, i) => r.tokensPerSecond / runs.gensim[i].tokensPerSecond)),
    spearman: wordPairs ? results.map((r) => r.spearman) : undefined,
  }));
}

export function benchReal(rounds, wordPairs) {
  for (const part of PARTS) {
    if (!existsSync(part)) throw new Error(`${part} is missing: run ./build.sh build first`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'preformer-bench-'));
  try {
    writeFileSync(
      join(folder, 'corpus.txt'),
      Buffer.concat(PARTS.map((part) => gunzipSync(readFileSync(part)))),
    );
    return ['skip-gram', 'cbow'].flatMap((model) => benchModel(model, rounds, wordPairs, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
