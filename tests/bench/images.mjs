// The image network, training: images a second of ours under Node, in Chromium and native, of
// TensorFlow.js and of PyTorch, in alternation (A B C … A B C …), one thread each, batches of 32,
// Adam. Ours learn digits; the peers random pictures, which cost them the same. Then what transfer
// brings: accuracy by labels and way.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadDigits, pickDigits } from '../../web/corpora/digits.js';
import { trainImages } from '../../web/src/api/index.js';
import { openChromium } from './chromium/train.mjs';
import { median, preformer, runJson } from './command.mjs';

const BATCH = 32;
const PRETRAINING_EPOCHS = 2;
const TFJS = 'tests/bench/tfjs';
const TFJS_INSTALLED = 'build/bench/tfjs';
const STEPS = { torch: 300, tfjs: 5 };

/** TensorFlow.js, its versions locked, outside the project's own packages. */
function installTfjs() {
  mkdirSync(TFJS_INSTALLED, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) {
    cpSync(join(TFJS, name), join(TFJS_INSTALLED, name));
  }
  if (existsSync(join(TFJS_INSTALLED, 'node_modules'))) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: TFJS_INSTALLED,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const tfjs = (backend) =>
  runJson('node', `${TFJS}/train.mjs`, backend, TFJS_INSTALLED, String(BATCH), String(STEPS.tfjs));

const torch = () =>
  runJson('/usr/bin/python3', 'tests/bench/torch_peer.py', String(BATCH), String(STEPS.torch));

async function node(examples, build) {
  const model = await trainImages({ examples, epochs: 1, batch: BATCH, build, seed: 1 });
  const { examplesPerSecond } = await model.report();
  await model.close();
  return { imagesPerSecond: examplesPerSecond };
}

/** What the command line needs to pre-train, in its own, smaller batches. */
function native(images) {
  const least = ['--labels', '1', '--mode', 'frozen', '--seeds', '1'];
  const { pretrainSeconds } = preformer('native', 'transfer', '--task', 'digits', ...least);
  return { imagesPerSecond: (PRETRAINING_EPOCHS * images) / pretrainSeconds };
}

async function speeds(examples, chromium, rounds) {
  const epoch = { epochs: 1, batch: BATCH, seed: 1 };
  const programs = {
    'preformer, native': () => native(examples.labels.length),
    'preformer, exact, Node': () => node(examples, 'exact'),
    'preformer, fast, Node': () => node(examples, 'fast'),
    'preformer, exact, Chromium': () => chromium.train({ ...epoch, build: 'exact' }),
    'PyTorch, native': torch,
    'TensorFlow.js, cpu, Node': () => tfjs('cpu'),
    'TensorFlow.js, wasm, Node': () => tfjs('wasm'),
  };
  const runs = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(programs)) runs[name].push(await run());
  }
  return Object.entries(runs).map(([name, results]) => {
    const failed = results.find((result) => result.error);
    if (failed) return { name, error: failed.error };
    return { name, imagesPerSecond: median(results.map((r) => r.imagesPerSecond)) };
  });
}

/** Model A as the page trains it, seeds 1 to 5: seconds (median), accuracy (all). */
async function pretraining(images, chromium) {
  const runs = [];
  for (let seed = 1; seed <= 5; seed++) runs.push(await chromium.train({ seed, build: 'exact' }));
  return {
    images,
    seconds: median(runs.map((r) => (PRETRAINING_EPOCHS * images) / r.imagesPerSecond)),
    accuracy: runs.map((r) => r.accuracy),
  };
}

/** @returns {{task: string, language?: string, results: object[]}[]} */
function transfers() {
  const tasks = [
    ['--task', 'digits'],
    ...['en', 'zh'].map((language) => ['--task', 'reviews', '--language', language]),
  ];
  return tasks.map((task) => preformer('exact', 'transfer', ...task, '--seeds', '5'));
}

export async function benchImages(rounds) {
  installTfjs();
  const digits = await loadDigits();
  const examples = pickDigits(digits, digits.splits.pretrain);
  const chromium = await openChromium();
  try {
    return {
      speeds: await speeds(examples, chromium, rounds),
      pretraining: await pretraining(examples.labels.length, chromium),
      transfers: transfers(),
    };
  } finally {
    await chromium.close();
  }
}
