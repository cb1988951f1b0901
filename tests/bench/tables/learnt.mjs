// What the models learn of the toy corpora, as Markdown.
import { table, thousands } from './table.mjs';

export function toySection(rows) {
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
    thousands(r.tokensPerSecond),
  ]),
)}
`;
}

export function languageSection(rows) {
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
