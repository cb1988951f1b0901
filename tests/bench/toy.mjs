// The relations corpora: accuracy on the page's analogies for every pair of model and objective,
// both languages, seeds 1 to 3, exact build under Node.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateRelations } from '../../web/corpora/relations.js';
import { median, preformer } from './command.mjs';
import { analogyText, presetOptions } from './preset.mjs';

const SEEDS = [1, 2, 3];
const MODELS = ['skip-gram', 'cbow'];
const OBJECTIVES = ['negative-sampling', 'hierarchical-softmax', 'softmax'];

function runOnce(folder, language, model, objective, seed) {
  const vectors = join(folder, 'vectors.bin');
  const trained = preformer(
    'exact',
    ...['train', '--corpus', join(folder, `${language}.txt`), '--model', model],
    ...['--objective', objective, '--seed', String(seed), '--vectors', vectors],
    ...presetOptions(language, model),
  );
  const { sections } = preformer(
    'exact',
    ...['eval', '--vectors', vectors, '--analogies', join(folder, `${language}-analogies.txt`)],
  );
  const accuracy = Object.fromEntries(sections.map((s) => [s.name, s.correct / s.total]));
  return { accuracy, seconds: trained.trainSeconds, tokensPerSecond: trained.tokensPerSecond };
}

function benchPair(folder, language, model, objective) {
  const runs = SEEDS.map((seed) => runOnce(folder, language, model, objective, seed));
  const worst = (section) => Math.min(...runs.map((run) => run.accuracy[section]));
  return {
    language,
    model,
    objective,
    gender: worst('gender'),
    capital: worst('capital'),
    seconds: median(runs.map((run) => run.seconds)),
    tokensPerSecond: median(runs.map((run) => run.tokensPerSecond)),
  };
}

/** @param {{say: (what: string, round: number) => void}} run */
export function benchToy({ say }) {
  const folder = mkdtempSync(join(tmpdir(), 'preformer-bench-'));
  try {
    return ['en', 'zh'].flatMap((language) => {
      const { text, analogies } = generateRelations({ language, seed: 1 });
      writeFileSync(join(folder, `${language}.txt`), text);
      writeFileSync(join(folder, `${language}-analogies.txt`), analogyText(analogies));
      return OBJECTIVES.flatMap((objective) =>
        MODELS.map((model) => {
          say(`${language}, ${model}, ${objective}`, 0);
          return benchPair(folder, language, model, objective);
        }),
      );
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
