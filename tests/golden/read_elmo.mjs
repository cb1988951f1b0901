/**
 * Sentences, as JSON on standard input, by an ELMo whose options.json and weights.hdf5 lie in the
 * folder given: prints all layers of each.
 */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { loadElmo } from '../../web/src/api/index.js';

const [folder] = process.argv.slice(2);
const [options, weights] = await Promise.all(
  ['options.json', 'weights.hdf5'].map((name) => readFile(`${folder}/${name}`)),
);
const model = await loadElmo({ options, weights });
const found = [];
for (const sentence of JSON.parse(await text(process.stdin))) {
  const layers = [];
  for (let layer = 0; layer <= model.info.layers; layer += 1) {
    layers.push([...(await model.contextVectors(sentence, { layer }))]);
  }
  found.push(layers);
}
await model.close();
process.stdout.write(JSON.stringify(found));
