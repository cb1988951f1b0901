/**
 * Trains small language models and writes, into the folder given, the parameters of each as
 * NAME.safetensors, its word vectors as NAME.npy, and what it answers as NAME.json.
 */
import { writeFile } from 'node:fs/promises';
import { train } from '../../web/src/api/index.js';

const [folder] = process.argv.slice(2);
const corpus = [
  'the king rules the land and the queen rules the sea',
  'the man walks the dog and the woman walks the cat',
  'she eats a ripe apple with honey and cream',
  '她 吃 苹果 和 蜂蜜',
].join('\n');

const nnlm = { model: 'nnlm', vectorSize: 6, hidden: 9, context: 3, epochs: 40 };
const elmo = { model: 'elmo', vectorSize: 6, cellSize: 9, epochs: 20, batch: 2 };
const clipped = { cellClip: 0.15, projClip: 0.1 };
const letters = {
  charCnn: true,
  charFilters: [
    [1, 4],
    [2, 6],
    [3, 8],
  ],
  highways: 2,
  charSize: 5,
};
const models = {
  nnlm,
  'nnlm-direct': { ...nnlm, direct: true, context: 2 },
  elmo: { ...elmo, cellClip: 0, projClip: 0 },
  'elmo-clipped': { ...elmo, ...clipped },
  'elmo-square': { ...elmo, cellSize: 6, skipConnections: false, ...clipped },
  'elmo-letters': { ...elmo, ...letters },
};

const sentences = ['the king walks the dog', 'she eats honey', '她 吃 苹果', 'the'];

async function answers(/** @type {any} */ model, /** @type {string} */ sentence) {
  const words = sentence.split(' ');
  const every = { topn: model.info.vocabulary + 2 };
  const answer = { words, next: await model.predictNext(sentence, every) };
  if (model.options.model === 'nnlm') return answer;
  const layers = [];
  for (let layer = 0; layer <= 2; layer += 1) {
    layers.push([...(await model.contextVectors(words, { layer }))]);
  }
  return { ...answer, previous: await model.predictPrevious(sentence, every), layers };
}

for (const [name, options] of Object.entries(models)) {
  const model = await train(/** @type {any} */ ({ corpus, seed: 2, ...options }));
  const vocabulary = (await model.vocabulary()).map(({ word }) => word);
  const told = { options: model.options, vocabulary, answers: /** @type {object[]} */ ([]) };
  for (const sentence of sentences) told.answers.push(await answers(model, sentence));
  await writeFile(`${folder}/${name}.safetensors`, await model.export('safetensors'));
  await writeFile(`${folder}/${name}.npy`, await model.export('npy'));
  await writeFile(`${folder}/${name}.json`, JSON.stringify(told));
  await model.close();
}
