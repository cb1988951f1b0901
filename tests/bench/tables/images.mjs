// The image network and the results of transfer, as Markdown.
import { table, times } from './table.mjs';

export function imageSection({ speeds, pretraining }) {
  const [best, worst] = [Math.max(...pretraining.accuracy), Math.min(...pretraining.accuracy)];
  return `## The image network

The network has two convolutions of 5×5 (12 and 24 filters), each with a maximum of 2×2, a hidden layer of
128 units and 5 classes. A step is forward, backward and Adam on pictures of 28×28, in batches of 32 (native:
the smaller batches of pre-training), with one thread. The programs run in alternation, TensorFlow.js only in
the first round; medians.

${table(
  ['program', 'images/s', '× PyTorch'],
  speeds.map((r) =>
    r.error
      ? [r.name, `does not train: ${r.error}`, '']
      : [r.name, Math.round(r.imagesPerSecond).toLocaleString('en'), times(r.ratio)],
  ),
)}

Pre-training on ${pretraining.images} digits 0–4 for two epochs (exact build in Chromium) takes
${pretraining.seconds.toFixed(2)} s; then ${(100 * worst).toFixed(1)} to ${(100 * best).toFixed(1)} % of 500
held-out digits are classified correctly (seeds 1–5).
`;
}

/** Accuracy in per cent, mean ± sample standard deviation of five seeds. */
function transferTable({ task, language, results, test }) {
  const labels = [...new Set(results.map((r) => r.labels))];
  const modes = [...new Set(results.map((r) => r.mode))];
  const per = (x) => (100 * x).toFixed(1);
  const cell = (mode, n) => {
    const { accuracy } = results.find((r) => r.mode === mode && r.labels === n);
    return `${per(accuracy.mean)} ± ${per(accuracy.spread)}`;
  };
  return `### Transfer: ${language ? `${task}, ${language}` : task}

Accuracy on ${test} examples by number of labels per class, in per cent: mean ± standard deviation of five seeds,
exact build.

${table(
  ['mode', ...labels.map(String)],
  modes.map((mode) => [mode, ...labels.map((n) => cell(mode, n))]),
)}`;
}

/** @param {object[]} transfers */
export const transferSection = (transfers) => `## Transfer

${transfers.map(transferTable).join('\n\n')}
`;
