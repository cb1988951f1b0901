// The training step of the language models: Preformer in Chromium, under Node and native, PyTorch
// native and TensorFlow.js, in alternation, one thread each unless stated otherwise. All start from
// the same weights and get the same batches in the same order. After the same number of updates,
// the perplexity of the same held-out text is measured.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as api from '../../web/src/api/index.js';
import { alternate, compare, fastest } from './alternate.mjs';
import { requireBuild, wasmBuilds } from './builds.mjs';
import { openChromium } from './chromium/open.mjs';
import { preformer, runJson } from './command.mjs';
import { elmoBatches, nnlmBatches } from './order.mjs';
import { TFJS_INSTALLED } from './peers.mjs';
import { sentencesOf, textOf } from './synthetic.mjs';
import { trainSteps } from './train-steps.mjs';

const ADAM = { optimiser: 'adam', schedule: 'constant', seed: 1, epochs: 1 };
const NNLM = { ...ADAM, model: 'nnlm', context: 3, alpha: 0.001 };
// PyTorch's LSTM has no clipping and no skip connections.
const NO_CLIPPING = { cellClip: 0, projClip: 0, skipConnections: false };
const BILM = { ...ADAM, model: 'elmo', layers: 2, unroll: 1000, alpha: 0.001, ...NO_CLIPPING };

/** `length`: words per sentence. A biLM with T time steps reads T − 1 words and a boundary. */
const ROWS = [
  {
    name: 'NNLM V=500 m=32 h=64 B=32',
    options: { ...NNLM, vectorSize: 32, hidden: 64, batch: 32 },
    shape: { words: 500, length: 20 },
    warmUp: 500,
    steps: 6000,
  },
  {
    name: 'NNLM V=5,000 m=64 h=128 B=64',
    options: { ...NNLM, vectorSize: 64, hidden: 128, batch: 64 },
    shape: { words: 5000, length: 20 },
    warmUp: 20,
    steps: 250,
  },
  {
    name: 'biLM V=500 d=32 h=64 B=16 T=12',
    options: { ...BILM, vectorSize: 32, cellSize: 64, batch: 16 },
    shape: { words: 500, length: 11 },
    warmUp: 50,
    steps: 500,
  },
  {
    name: 'biLM V=2,000 d=64 h=128 B=32 T=20',
    options: { ...BILM, vectorSize: 64, cellSize: 128, batch: 32 },
    shape: { words: 2000, length: 19 },
    warmUp: 5,
    steps: 40,
  },
];

const HELDOUT_SENTENCES = 250;

/** The number of predictions in `steps` batches. */
const predictionsOf = ({ options: { model, batch }, shape }, steps) =>
  steps * batch * (model === 'nnlm' ? 1 : 2 * (shape.length + 1));

/** Training and held-out sentences, exactly as many as the batches need. */
function textsOf(row) {
  const { options, shape, warmUp, steps } = row;
  const batches = warmUp + steps + 1; // one more: the end of an epoch measures the held-out text
  const each = options.model === 'nnlm' ? shape.length + 1 : 1;
  const sentences = Math.ceil(Math.ceil((batches * options.batch) / each) / options.batch);
  return {
    training: sentencesOf({ ...shape, sentences: sentences * options.batch, seed: 1 }),
    heldout: sentencesOf({ ...shape, sentences: HELDOUT_SENTENCES, seed: 2, all: false }),
  };
}

const asFile = (numbers) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** Writes the files for the other programs: untrained weights, batches, held-out ids, the shape. */
async function prepare(row, folder) {
  const { options, shape, warmUp, steps } = row;
  const { training, heldout } = textsOf(row);
  const texts = { corpus: textOf(training), heldout: textOf(heldout) };
  const model = await api.create({ ...options, corpus: texts.corpus });
  const weights = await model.export('safetensors');
  const words = await model.vocabulary();
  await model.close();
  if (words.length !== shape.words) throw new Error(`${words.length} words, not ${shape.words}`);

  const ids = new Map(words.map(({ word }, id) => [Number(word.slice(1)), id]));
  const encode = (sentences) => sentences.map((s) => s.map((word) => ids.get(word)));
  const run = { ...options, vocabulary: words.length, batches: warmUp + steps };
  const batches = (options.model === 'nnlm' ? nnlmBatches : elmoBatches)(encode(training), run);
  const held = Int32Array.from(encode(heldout).flatMap((sentence) => [...sentence]));

  mkdirSync(folder, { recursive: true });
  const file = (name, bytes) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const spec = {
    ...run,
    ...shape,
    warmUp,
    steps,
    timedPredictions: predictionsOf(row, steps),
    weightsFile: file('weights.safetensors', weights),
    batchesFile: file('batches.i32', asFile(batches)),
    heldoutFile: file('heldout.i32', asFile(held)),
  };
  return {
    texts,
    corpusFile: file('corpus.txt', texts.corpus),
    heldoutTextFile: file('heldout.txt', texts.heldout),
    specFile: file('spec.json', JSON.stringify(spec)),
  };
}

/** The command line calls --vector-size --size. */
function flagsOf(options) {
  return Object.entries(options).flatMap(([name, value]) => {
    const flag =
      name === 'vectorSize' ? '--size' : `--${name.replace(/[A-Z]/g, '-$&').toLowerCase()}`;
    if (typeof value !== 'boolean') return [flag, String(value)];
    return [value ? flag : flag.replace('--', '--no-')];
  });
}

/** The command line times all its steps; a native program needs no warm-up. */
function native(row, { corpusFile, heldoutTextFile }) {
  const all = row.warmUp + row.steps;
  const files = ['--corpus', corpusFile, '--heldout', heldoutTextFile];
  const { trainSeconds, heldoutPerplexity } = preformer(
    'native',
    ...['train', ...files, '--stop-after', String(all)],
    ...flagsOf(row.options),
  );
  return { predictionsPerSecond: predictionsOf(row, all) / trainSeconds, heldoutPerplexity };
}

const TORCH = { dense: 'PyTorch, native', sparse: 'PyTorch, rows touched, native' };

function programsOf(row, prepared, { peers, chromium, quick }) {
  const { options, warmUp, steps } = row;
  const ours =
    (run, { build, options: more }) =>
    async () => {
      const task = { ...prepared.texts, options: { ...options, ...more }, warmUp, steps };
      const found = await run(task);
      requireBuild(build, found);
      return { ...found, predictionsPerSecond: predictionsOf(row, steps) / found.seconds };
    };
  const inPage = (task) => chromium.run('steps', task);
  const inNode = (task) => trainSteps(api, task);
  const programs = {};
  for (const build of wasmBuilds()) {
    programs[`preformer, ${build.label}, Chromium`] = ours(inPage, build);
    if (quick || build.build === 'parallel') continue;
    programs[`preformer, ${build.label}, Node`] = ours(inNode, build);
  }
  programs['preformer, native'] = () => native(row, prepared);
  if (peers.has('torch')) {
    const script = 'tests/bench/torch_language_models.py';
    for (const [way, name] of Object.entries(TORCH)) {
      programs[name] = () => runJson('/usr/bin/python3', script, prepared.specFile, way);
    }
  }
  if (peers.has('tfjs') && options.model === 'nnlm') {
    for (const backend of ['cpu', 'wasm']) {
      const args = ['tests/bench/tfjs/nnlm.mjs', backend, TFJS_INSTALLED, prepared.specFile];
      programs[`TensorFlow.js, ${backend}, Node`] = {
        run: () => runJson('node', ...args),
        once: true, // much slower than all others
      };
    }
  }
  return programs;
}

/**
 * @param {{rounds: number, peers: Set<string>, quick: boolean,
 *   say: (what: string, round: number) => void}} run quick: half the steps, nothing under Node
 */
export async function benchModels({ rounds, peers, quick, say }) {
  const chromium = await openChromium();
  const tables = [];
  try {
    for (const [i, whole] of ROWS.entries()) {
      const row = quick ? { ...whole, steps: whole.steps / 2 } : whole;
      say(`${row.name}: writing weights and batches`, 0);
      const prepared = await prepare(row, `build/bench/models/${i}`);
      const programs = programsOf(row, prepared, { peers, chromium, quick });
      const results = await alternate(programs, rounds, (name, round) =>
        say(`${row.name}: ${name}`, round),
      );
      const reference = fastest(results, 'predictionsPerSecond', Object.values(TORCH));
      const tfjs = fastest(results, 'predictionsPerSecond', [
        'TensorFlow.js, cpu, Node',
        'TensorFlow.js, wasm, Node',
      ]);
      const toTfjs = compare(results, 'predictionsPerSecond', tfjs);
      tables.push({
        name: row.name,
        updates: row.warmUp + row.steps,
        reference,
        rows: compare(results, 'predictionsPerSecond', reference).map((found, n) => ({
          ...found,
          ratioToTfjs: toTfjs[n].ratio,
          perplexity: results[found.name][0]?.heldoutPerplexity,
        })),
      });
    }
    return { rounds, tables };
  } finally {
    await chromium.close();
  }
}
