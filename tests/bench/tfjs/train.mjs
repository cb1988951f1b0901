// Trains the image network in TensorFlow.js on random pictures and prints one JSON object.
//
// usage: train.mjs cpu|wasm FOLDER BATCH STEPS      FOLDER contains node_modules with TensorFlow.js
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [backend, folder, batchText, stepsText] = process.argv.slice(2);
const [batch, steps] = [Number(batchText), Number(stepsText)];
const WARM_UP = 3; // steps
const require = createRequire(join(process.cwd(), folder, 'package.json'));
const tf = require('@tensorflow/tfjs-core');
const layers = require('@tensorflow/tfjs-layers');
const plugin = require(`@tensorflow/tfjs-backend-${backend}`);

function network() {
  const model = layers.sequential();
  const image = { inputShape: [28, 28, 1] };
  model.add(layers.layers.conv2d({ filters: 12, kernelSize: 5, activation: 'relu', ...image }));
  model.add(layers.layers.maxPooling2d({ poolSize: 2 }));
  model.add(layers.layers.conv2d({ filters: 24, kernelSize: 5, activation: 'relu' }));
  model.add(layers.layers.maxPooling2d({ poolSize: 2 }));
  model.add(layers.layers.flatten());
  model.add(layers.layers.dense({ units: 128, activation: 'relu' }));
  model.add(layers.layers.dropout({ rate: 0.25 }));
  model.add(layers.layers.dense({ units: 5, activation: 'softmax' }));
  model.compile({ optimizer: tf.train.adam(0.005), loss: 'categoricalCrossentropy' });
  return model;
}

async function run() {
  if (backend === 'wasm') plugin.setThreadsCount(1);
  await tf.setBackend(backend);
  await tf.ready();
  const model = network();
  const x = tf.randomUniform([batch, 28, 28, 1]);
  const labels = Array.from({ length: batch }, (_, i) => i % 5);
  const y = tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), 5), 'float32');
  const train = async (count) => {
    for (let step = 0; step < count; step++) await model.trainOnBatch(x, y);
  };
  await train(WARM_UP);
  const start = performance.now();
  await train(steps);
  return { imagesPerSecond: (steps * batch) / ((performance.now() - start) / 1000) };
}

console.log = console.warn = () => {}; // it prints advice to use other backends
const result = await run().catch((error) => ({ error: error.message.split('\n')[0] }));
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
