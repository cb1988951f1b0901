// Trains the NNLM in TensorFlow.js on given batches and prints one JSON object.
//
// usage: nnlm.mjs cpu|wasm FOLDER SPEC.json      FOLDER contains node_modules with TensorFlow.js
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [backend, folder, specFile] = process.argv.slice(2);
const WARM_UP = 3; // steps
const LEAST_SECONDS = 2;
const require = createRequire(join(process.cwd(), folder, 'package.json'));
const tf = require('@tensorflow/tfjs-core');
require('@tensorflow/tfjs-layers'); // registers the gradients
const plugin = require(`@tensorflow/tfjs-backend-${backend}`);

const spec = JSON.parse(readFileSync(specFile, 'utf8'));
const { vocabulary, vectorSize, context, hidden, batch, alpha } = spec;
const classes = vocabulary + 2;
const bytes = readFileSync(spec.batchesFile);
const ids = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);

/** @returns {[number[], number[]]} context words and targets of the batch at `step` */
function batchAt(step) {
  const width = context + 1;
  const rows = ids.length / width;
  const contexts = [];
  const targets = [];
  for (let b = 0; b < batch; b++) {
    const row = ((step * batch + b) % rows) * width;
    contexts.push(...ids.subarray(row, row + context));
    targets.push(ids[row + context]);
  }
  return [contexts, targets];
}

/**
 * Embeddings are computed by a product with one-hot rows. The gradient of the look-up is even
 * slower on cpu and missing on wasm.
 */
function network() {
  const weight = (shape) => tf.variable(tf.randomUniform(shape, -0.1, 0.1));
  const [embedding, first, second] = [
    weight([classes, vectorSize]),
    weight([context * vectorSize, hidden]),
    weight([hidden, classes]),
  ];
  const [d, b] = [weight([hidden]), weight([classes])];
  const optimiser = tf.train.adam(alpha);
  const oneHot = (numbers) => tf.cast(tf.oneHot(tf.tensor1d(numbers, 'int32'), classes), 'float32');
  return (step) => {
    const [contexts, targets] = batchAt(step);
    optimiser.minimize(() => {
      const words = tf.matMul(oneHot(contexts), embedding);
      const x = tf.reshape(words, [batch, context * vectorSize]);
      const logits = tf.add(tf.matMul(tf.tanh(tf.add(tf.matMul(x, first), d)), second), b);
      return tf.losses.softmaxCrossEntropy(oneHot(targets), logits);
    });
  };
}

async function run() {
  if (backend === 'wasm') plugin.setThreadsCount(1);
  await tf.setBackend(backend);
  await tf.ready();
  const train = network();
  for (let step = 0; step < WARM_UP; step++) train(step);
  const start = performance.now();
  let [steps, seconds] = [0, 0];
  for (; seconds < LEAST_SECONDS; steps++, seconds = (performance.now() - start) / 1000) {
    train(WARM_UP + steps);
  }
  return { predictionsPerSecond: (steps * batch) / seconds };
}

console.log = console.warn = () => {}; // it prints advice to use other backends
const result = await run().catch((error) => ({ error: error.message.split('\n')[0] }));
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
