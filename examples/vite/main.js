import { train } from 'preformer';

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);

/** @type {import('preformer').Model | undefined} */
let model;

find('#train').addEventListener('click', async () => {
  await model?.close();
  model = await train({
    corpus: find('#text').value,
    model: 'skip-gram',
    vectorSize: 16,
    minCount: 1,
    sample: 0,
    epochs: 200,
    seed: 1,
    onProgress: ({ progress }) => {
      find('progress').value = progress;
    },
  });
  find('progress').value = 1;
  await ask();
});
find('#word').addEventListener('change', ask);

/** Lists the neighbours of the word, or says why there are none. */
async function ask() {
  if (!model) return;
  try {
    const near = await model.mostSimilar({ positive: find('#word').value, topn: 5 });
    show(near.map(({ word, similarity }) => `${word} ${similarity.toFixed(2)}`));
  } catch (error) {
    show([/** @type {Error} */ (error).message]);
  }
}

/** @param {string[]} texts */
function show(texts) {
  const lines = texts.map((text) => {
    const line = document.createElement('li');
    line.textContent = text;
    return line;
  });
  find('#near').replaceChildren(...lines);
}
