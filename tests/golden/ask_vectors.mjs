/**
 * Asks a file of vectors through the JavaScript API: ask_vectors.mjs FILE < questions. A question is
 * [method, ...arguments], all of them are one JSON array; prints the answers as JSON.
 */
import { openAsBlob } from 'node:fs';
import { text } from 'node:stream/consumers';
import { load } from '../../web/src/api/index.js';

/** @type {Record<string, any>} any: methods by name */
const model = await load(await openAsBlob(process.argv[2]));
const answers = [];
for (const [method, ...given] of JSON.parse(await text(process.stdin))) {
  const answer = await model[method](...given);
  answers.push(answer instanceof Float64Array ? [...answer] : answer);
}
await model.close();
process.stdout.write(JSON.stringify(answers));
