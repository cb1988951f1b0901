/**
 * Trains on a generated text of any size and reports the largest memory: stream.mjs [MEGABYTES]. By hand;
 * a gigabyte takes some minutes.
 */
import { train } from '../../web/src/api/index.js';

const megabytes = Number(process.argv[2] ?? 1000);
const words = Array.from({ length: 20_000 }, (_, i) => `w${i.toString(36)}`);

/** Lines of words whose frequencies fall as in a language. */
function* lines() {
  let state = 1;
  const next = () => {
    state = (1103515245 * state + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
  for (let written = 0; written < megabytes * 1e6; ) {
    const line = Array.from({ length: 20 }, () => words[Math.floor(words.length ** next()) - 1]);
    const text = line.join(' ');
    written += text.length + 1;
    yield text;
  }
}

let most = 0;
const look = () => {
  most = Math.max(most, process.memoryUsage().rss);
};
const timer = setInterval(look, 200);
const start = performance.now();
const model = await train({
  ...{ corpus: lines, model: 'cbow', vectorSize: 16, window: 2, negative: 2, epochs: 1 },
  ...{ minCount: 5, sample: 0.001, onProgress: look },
});
clearInterval(timer);
const seconds = (performance.now() - start) / 1000;
const { tokens, vocabulary } = model.info;
await model.close();
const memory = `${Math.round(most / 1e6)} MB at most`;
console.log(
  `${megabytes} MB, ${tokens} tokens, ${vocabulary} words: ${seconds.toFixed(0)} s, ${memory}`,
);
process.exit(0);
