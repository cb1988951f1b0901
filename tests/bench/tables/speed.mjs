// The training speed of the models, compared with other programs, as Markdown.
import { count, table, thousands, times } from './table.mjs';

const alternation = (rounds) =>
  `The programs run in alternation; medians of ${rounds} rounds, ratios computed round by round.`;

const failed = ({ name, error }, width) => [name, error, ...new Array(width - 2).fill('')];

export function wordsSection({ rounds, rows }) {
  const quality = rows.some(({ spearman }) => spearman?.some(Number.isFinite));
  const head = ['program', 'tokens/s', '× gensim, 1 worker', '× gensim, 2 workers'];
  if (quality) head.push('Spearman, seed 1, 2, …');
  const of = (model) =>
    rows
      .filter((row) => row.model === model)
      .map((row) =>
        row.error
          ? failed(row, head.length)
          : [
              row.name,
              thousands(row.value),
              times(row.ratio),
              times(row.ratioToTwo),
              ...(quality ? [row.spearman.map((s) => s?.toFixed(3)).join(' ')] : []),
            ],
      );
  const models = [...new Set(rows.map(({ model }) => model))];
  return `## Skip-gram and CBOW on the State of the Union addresses

100 dimensions, window 5, 5 negatives, sample 1e-3, minimum count 5, 3 epochs; one thread unless stated
otherwise. For every program, the tokens are those of the vocabulary, before subsampling, and the time is that
of training, without reading the text. ${alternation(rounds)}
fastText runs without subwords, once.${quality ? ' Spearman: correlation with WordSim-353, by round.' : ''}

${models.map((model) => `### ${model}\n\n${table(head, of(model))}`).join('\n\n')}
`;
}

export function processorSection({ rounds, rows }) {
  const quality = rows.some(({ spearman }) => spearman?.some(Number.isFinite));
  const head = ['model', 'program', 'CPU seconds', 'tokens per CPU second', '× gensim, 1 worker'];
  if (quality) head.push('Spearman, seed 1, 2, …');
  return `## The same by processor time

The seconds that the processor worked on the training, all threads together, as the operating system counts
them: other programs change them less than the time on the clock. Every run is a process of its own, under Node.
gensim counts its thread that prepares the text, too.
sharedWindows: how many windows share negative samples ([math.md](math.md)). ${alternation(rounds)}

${table(
  head,
  rows.map((row) =>
    row.error
      ? failed(row, head.length)
      : [
          row.model,
          row.name,
          row.cpuSeconds.toFixed(1),
          thousands(row.value),
          times(row.ratio),
          ...(quality ? [row.spearman.map((s) => s?.toFixed(3)).join(' ')] : []),
        ],
  ),
)}
`;
}

export function modelsSection({ rounds, tables }) {
  const one = ({ name, updates, reference, rows }) => `### ${name}

The perplexity is that of held-out text after ${updates} updates. ${reference ? `The ratio is to ${reference}.` : ''}

${table(
  ['program', 'predictions/s', '× PyTorch', '× TensorFlow.js', 'held-out perplexity'],
  rows.map((row) =>
    row.error
      ? failed(row, 5)
      : [
          row.name,
          count(row.value),
          times(row.ratio),
          times(row.ratioToTfjs),
          row.perplexity?.toFixed(3) ?? '–',
        ],
  ),
)}`;
  return `## Language models beside PyTorch and TensorFlow.js

A training step is forward, backward and Adam. The text has exactly V different words. All programs except
TensorFlow.js start from the same weights and get the same batches in the same order. The NNLM has n = 4:
three words of context. The biLM has two directions of two LSTMs with projections, and one softmax. PyTorch
runs natively with one thread: once with Adam over the whole embedding table (its default), and once with
Adam on the rows that a batch used, as in Preformer, so these perplexities should agree. The ratio is to the
faster of the two. TensorFlow.js looks up embeddings by a product with one-hot rows. It runs only in the
first round, and the ratio is to its faster backend. One thread unless stated otherwise.
${alternation(rounds)}

${tables.map(one).join('\n\n')}
`;
}

export function realSection(rows) {
  const quality = rows.some((r) => r.spearman);
  return `## The same by the command line

100 dimensions, window 5, 5 negatives, sample 1e-3, minimum count 5, 3 epochs, one thread;
Preformer and gensim in alternation, medians; the ratio is computed round by round.

${table(
  ['model', 'program', 'tokens/s', '× gensim', ...(quality ? ['Spearman, seed 1, 2, …'] : [])],
  rows.map((r) => [
    r.model,
    r.name === 'gensim' ? 'gensim' : `preformer, ${r.name}`,
    thousands(r.tokensPerSecond),
    r.ratio.toFixed(2),
    ...(quality ? [r.spearman.map((s) => s.toFixed(3)).join(' ')] : []),
  ]),
)}
`;
}
