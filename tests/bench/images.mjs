// Training of the image network: images per second of Preformer under Node, in Chromium and native,
// of TensorFlow.js and of PyTorch, in alternation (A B C … A B C …), one thread each, batches of
// 32, Adam. Preformer trains on digits, the others on random pictures, which take the same time.
// Then the accuracy of the network on its digits.
import { loadDigits, pickDigits } from '../../web/corpora/digits.js';
import { trainImages } from '../../web/src/api/index.js';
import { alternate, compare } from './alternate.mjs';
import { openChromium } from './chromium/open.mjs';
import { median, preformer, runJson } from './command.mjs';
import { TFJS_INSTALLED } from './peers.mjs';

const BATCH = 32;
const PRETRAINING_EPOCHS = 2;
const SEEDS = 5;
const STEPS = { torch: 300, tfjs: 5 };

const tfjs = (backend) =>
  runJson(
    'node',
    'tests/bench/tfjs/train.mjs',
    backend,
    TFJS_INSTALLED,
    String(BATCH),
    String(STEPS.tfjs),
  );

const torch = () =>
  runJson('/usr/bin/python3', 'tests/bench/torch_peer.py', String(BATCH), String(STEPS.torch));

async function node(examples, build) {
  const model = await trainImages({ examples, epochs: 1, batch: BATCH, build, seed: 1 });
  const { examplesPerSecond } = await model.report();
  await model.close();
  return { imagesPerSecond: examplesPerSecond };
}

/** The time of pre-training on the command line, in its own, smaller batches. */
function native(images) {
  const least = ['--labels', '1', '--mode', 'frozen', '--seeds', '1'];
  const { pretrainSeconds } = preformer('native', 'transfer', '--task', 'digits', ...least);
  return { imagesPerSecond: (PRETRAINING_EPOCHS * images) / pretrainSeconds };
}

async function speeds(examples, chromium, { rounds, peers, say }) {
  const epoch = { epochs: 1, batch: BATCH, seed: 1 };
  const programs = {
    'preformer, native': () => native(examples.labels.length),
    'preformer, exact, Node': () => node(examples, 'exact'),
    'preformer, fast, Node': () => node(examples, 'fast'),
    'preformer, exact, Chromium': () => chromium.run('images', { ...epoch, build: 'exact' }),
    'preformer, fast, Chromium': () => chromium.run('images', { ...epoch, build: 'fast' }),
  };
  if (peers.has('torch')) programs['PyTorch, native'] = torch;
  if (peers.has('tfjs')) {
    programs['TensorFlow.js, cpu, Node'] = { run: () => tfjs('cpu'), once: true };
    programs['TensorFlow.js, wasm, Node'] = { run: () => tfjs('wasm'), once: true };
  }
  const results = await alternate(programs, rounds, say);
  return compare(results, 'imagesPerSecond', 'PyTorch, native').map(({ value, ...row }) => ({
    ...row,
    imagesPerSecond: value,
  }));
}

/** Model A, trained as on the page, seeds 1 to 5: seconds (median), accuracy (all). */
async function pretraining(images, chromium, say) {
  const runs = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    say(`pre-training, seed ${seed} of ${SEEDS}`, 0);
    runs.push(await chromium.run('images', { seed, build: 'exact' }));
  }
  return {
    images,
    seconds: median(runs.map((r) => (PRETRAINING_EPOCHS * images) / r.imagesPerSecond)),
    accuracy: runs.map((r) => r.accuracy),
  };
}

/** @param {{rounds: number, peers: Set<string>, say: (what: string, round: number) => void}} run */
export async function benchImages({ rounds, peers, say }) {
  const digits = await loadDigits();
  const examples = pickDigits(digits, digits.splits.pretrain);
  const chromium = await openChromium();
  try {
    return {
      rounds,
      speeds: await speeds(examples, chromium, { rounds, peers, say }),
      pretraining: await pretraining(examples.labels.length, chromium, say),
    };
  } finally {
    await chromium.close();
  }
}
