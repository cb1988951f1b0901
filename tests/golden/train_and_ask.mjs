/**
 * Trains through the JavaScript API and asks: train_and_ask.mjs < {options, questions, more}. A question
 * is [method, ...arguments]; prints the answers as JSON. With `more`, goes on with these options, and
 * prints the answers of both models.
 */
import { text } from 'node:stream/consumers';
import { train } from '../../web/src/api/index.js';

const { options, questions, more } = JSON.parse(await text(process.stdin));

/** @param {Record<string, any>} model any: methods by name */
async function asked(model) {
  const answers = [];
  for (const [method, ...given] of questions) {
    const answer = await model[method](...given);
    answers.push(ArrayBuffer.isView(answer) ? [.../** @type {Float32Array} */ (answer)] : answer);
  }
  return answers;
}

const model = await train(options);
const answers = await asked(model);
if (more) {
  const next = await train({ ...more, start: model, keep: true });
  process.stdout.write(JSON.stringify([answers, await asked(next)]));
  await next.close();
} else {
  process.stdout.write(JSON.stringify(answers));
}
await model.close();
