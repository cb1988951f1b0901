// Trains one model on a text of a given size. Measures its speed and memory, or reports why it was
// refused; in a page or under Node.
import { sentencesOf, textOf } from './synthetic.mjs';

const SENTENCE = 20; // words
const MOST_DRAWN = 200_000; // tokens; a longer text repeats them

/**
 * A text in which every word occurs; all further occurrences follow Zipf's law.
 * @param {number} words @param {number} tokens
 */
function growingText(words, tokens) {
  const drawn = Math.max(words, Math.min(tokens, MOST_DRAWN));
  const shape = { words, sentences: Math.ceil(drawn / SENTENCE), length: SENTENCE, seed: 1 };
  const text = `${textOf(sentencesOf(shape))}\n`;
  return text.repeat(Math.max(1, Math.round(tokens / drawn)));
}

/**
 * @param {typeof import('../../web/src/api/index.js')} api
 * @param {{words: number, tokens: number, options: object, milliseconds: number}} task
 * @returns {Promise<object>} seconds to make the model and tokens per second; or {code, message}
 */
export async function grow(api, { words, tokens, options, milliseconds }) {
  const corpus = growingText(words, tokens);
  const began = performance.now();
  let model;
  try {
    model = await api.create({ epochs: 1000, ...options, corpus });
    const makeSeconds = (performance.now() - began) / 1000;
    const pass = async () => {
      const run = model.resume();
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      await model.pause();
      return (await run).tokens;
    };
    const before = await pass(); // warms up
    const start = performance.now();
    const after = await pass();
    const tokensPerSecond = (after - before) / ((performance.now() - start) / 1000);
    return { makeSeconds, tokensPerSecond, tokens: model.info.tokens };
  } catch ({ code, message }) {
    return { code, message, afterSeconds: (performance.now() - began) / 1000 };
  }
}
