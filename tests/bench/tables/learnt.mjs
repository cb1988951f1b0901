// What the models learn from the toy corpora, as Markdown.
import { table, thousands } from './table.mjs';

export function toySection(rows) {
  return `## Toy relations corpora

32 dimensions, window 5, the page's settings for each preset, exact build under Node, one thread.
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
    thousands(r.tokensPerSecond),
  ]),
)}
`;
}

export function languageSection(rows) {
  const elmo = rows.filter((r) => r.best !== undefined);
  return `## Language models on held-out sentences

NNLM on the relations corpora, whose held-out sentences use word pairs that do not occur in training; ELMo
on the polysemy corpora. The page's settings, exact build under Node, one thread, seeds 1–3. Perplexities are
the worst of the seeds. Seconds are medians and include reading the corpus and measuring held-out text.
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

Senses: the share of held-out occurrences that are nearest to the centroid of their own sense, for the worst
word of the corpus and the worst seed. Blanks: the share of held-out words predicted correctly.

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
