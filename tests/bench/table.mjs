// The results as Markdown.
const k = (n) => `${Math.round(n / 1000)} k`;

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function toySection(rows) {
  return `## Toy relations corpora

32 dimensions, window 5, the page's own settings for each preset, exact build under Node, one thread.
Accuracy is the worst of seeds 1–3; time and speed are medians.

${table(
  ['corpus', 'model', 'objective', 'gender', 'capital', 'seconds', 'tokens/s'],
  rows.map((r) => [
    r.language,
    r.model,
    r.objective,
    r.gender.toFixed(3),
    r.capital.toFixed(3),
    r.seconds.toFixed(2),
    k(r.tokensPerSecond),
  ]),
)}
`;
}

function languageSection(rows) {
  const elmo = rows.filter((r) => r.best !== undefined);
  return `## Language models on held-out sentences

NNLM on the relations corpora, whose held-out sentences use word pairs that training never met; ELMo
on the polysemy corpora. The page's own settings, exact build under Node, one thread, seeds 1–3:
perplexities are the worst, seconds the median, corpus reading and held-out measurements included.
"Mixed" is half model, half trigram.

${table(
  ['corpus', 'model', 'seconds', 'perplexity', 'bigram', 'trigram', 'mixed', 'model / trigram'],
  rows.map((r) => [
    r.language,
    r.model,
    r.seconds.toFixed(1),
    ...[r.perplexity, r.bigram, r.trigram, r.mixed].map((p) => p.toFixed(2)),
    (r.perplexity / r.trigram).toFixed(2),
  ]),
)}

Senses: the share of held-out occurrences nearest to their own sense's centroid, for every word of the
corpus; the worst word and seed. Blanks: the share of held-out words guessed rightly.

${table(
  [
    'corpus',
    'model',
    'layer 0',
    'best of layers 1, 2',
    'both sides',
    'from the left',
    'from the right',
  ],
  elmo.map((r) => [
    r.language,
    r.model,
    r.layer0.map((a) => a.toFixed(2)).join(' to '),
    r.best.toFixed(3),
    ...[r.blanks.both, r.blanks.forward, r.blanks.backward].map((a) => a.toFixed(2)),
  ]),
)}
`;
}

function realSection(rows) {
  const quality = rows.some((r) => r.spearman);
  return `## State of the Union addresses

100 dimensions, window 5, 5 negatives, sample 1e-3, minimum count 5, 3 epochs, one thread; ours and
gensim in alternation, medians; the ratio is taken round by round.

${table(
  ['model', 'program', 'tokens/s', '× gensim', ...(quality ? ['Spearman, seed 1, 2, …'] : [])],
  rows.map((r) => [
    r.model,
    r.name === 'gensim' ? 'gensim' : `preformer, ${r.name}`,
    k(r.tokensPerSecond),
    r.ratio.toFixed(2),
    ...(quality ? [r.spearman.map((s) => s.toFixed(3)).join(' ')] : []),
  ]),
)}
`;
}

function imageSection({ speeds, pretraining, transfers }) {
  const torch = speeds.find((r) => r.name.startsWith('PyTorch')).imagesPerSecond;
  const [best, worst] = [Math.max(...pretraining.accuracy), Math.min(...pretraining.accuracy)];
  return `## The image network

Two convolutions of 5×5 (12 and 24 filters), each with a maximum of 2×2, a hidden layer of 128, 5
classes: forward, backward and Adam on 28×28 pictures, batches of 32 (native: the smaller ones of pre-training), one thread; all in
alternation, medians.

${table(
  ['program', 'images/s', '× PyTorch'],
  speeds.map((r) =>
    r.error
      ? [r.name, `does not train: ${r.error}`, '']
      : [
          r.name,
          Math.round(r.imagesPerSecond).toLocaleString('en'),
          (r.imagesPerSecond / torch).toPrecision(2),
        ],
  ),
)}

Pre-training on ${pretraining.images} digits 0–4, two epochs, exact build in Chromium:
${pretraining.seconds.toFixed(2)} s; ${(100 * worst).toFixed(1)} to ${(100 * best).toFixed(1)} % of 500
held-out digits, seeds 1–5.

${transfers.map(transferTable).join('\n\n')}
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

Accuracy on ${test} examples by labels a class, in per cent: mean ± standard deviation of five seeds,
exact build.

${table(
  ['mode', ...labels.map(String)],
  modes.map((mode) => [mode, ...labels.map((n) => cell(mode, n))]),
)}`;
}

export function markdown({ machine, toy, language, real, images }) {
  const where = `Measured on ${machine.processor}, ${machine.cores} cores; Node ${machine.node};
${machine.compiler}; ${machine.chromium};
gensim ${machine.gensim}; PyTorch ${machine.torch}; TensorFlow.js ${machine.tfjs}.`;
  return [
    '# Benchmarks\n',
    `${where} Renew with \`./build.sh bench --write\`.\n`,
    ...(toy ? [toySection(toy)] : []),
    ...(language ? [languageSection(language)] : []),
    ...(real ? [realSection(real)] : []),
    ...(images ? [imageSection(images)] : []),
  ].join('\n');
}
