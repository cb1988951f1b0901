// Growth and endurance, as Markdown.
import { count, megabytes, table, times } from './table.mjs';

export function growthSection({ series, limits }) {
  const of = ({ what, rows }) => {
    const [unit, ...rest] = what.split(', ');
    return `${rest.join(', ')}:

${table(
  [unit, 'tokens/s', 'made in', 'memory'],
  rows.map((row) =>
    row.code
      ? [count(row.value), row.code, '', '']
      : [
          count(row.value),
          count(row.tokensPerSecond),
          `${row.makeSeconds.toFixed(1)} s`,
          megabytes(row.heapBytes),
        ],
  ),
)}`;
  };
  return `## Growth

Exact build in Chromium, one thread, a new page for every row. Each table varies one quantity; otherwise there
are 5,000 words and 200,000 tokens in sentences of 20. Memory is that of WebAssembly after some seconds of
training. "Made in" is the time from the text to a model that is ready to train.

${series.map(of).join('\n\n')}

Large models with 100,000 words. A model that would not fit into memory is refused before training starts:

${table(
  ['model', 'outcome', 'memory'],
  limits.map((row) => [
    row.what,
    row.code ? `${row.code}: ${row.message}` : `${count(row.tokensPerSecond)} tokens/s`,
    row.code ? '–' : megabytes(row.heapBytes),
  ]),
)}
`;
}

export function enduranceSection({ minutes, cycles, found }) {
  const first = ({ samples }) => samples[0];
  const last = ({ samples }) => samples.at(-1);
  const flat = (samples, name) => {
    const late = samples.slice(samples.length >> 1).map((sample) => sample[name]);
    return times(Math.max(...late) / Math.min(...late));
  };
  return `## Endurance

Exact build. ${cycles.toLocaleString('en')} models of three kinds are made, trained for 20 steps and closed; the corpus
is changed as often, among five corpora of different sizes; a model is trained for ${minutes} minutes. The heap is
that of JavaScript, page and worker together, after a garbage collection. Memory is given after a warm-up and
at the end. "Heap, second half" is the largest divided by the smallest sample of the second half; 1 means no
growth.

${table(
  ['where', 'what', 'WebAssembly', 'heap', 'heap, second half', 'models left'],
  found.map((one) => [
    one.place,
    one.what,
    `${megabytes(first(one).wasm)} → ${megabytes(last(one).wasm)}`,
    `${megabytes(first(one).heap)} → ${megabytes(last(one).heap)}`,
    flat(one.samples, 'heap'),
    one.what.startsWith('minutes') ? '1, in training' : last(one).nativeModels,
  ]),
)}
`;
}
