// The language models on their toy corpora: perplexity on sentences that are not in the training
// text, separation of the senses of a word, accuracy of filling a blank. Exact build under Node,
// one thread, the page's settings, seeds 1 to 3.
import { generatePolysemy, presets } from '../../web/corpora/index.js';
import { train } from '../../web/src/api/index.js';
import { median } from './command.mjs';

const SEEDS = [1, 2, 3];
const BLANKS = 600; // positions in held-out sentences
const alpha = { nnlm: 0.002, elmo: 0.01 };

/** The options of the page for this preset and model. */
function optionsOf(preset, model, seed) {
  const defaults = Object.fromEntries(
    Object.entries(preset.defaults).flatMap(([name, value]) => {
      const own = typeof value === 'object' ? value[model] : value;
      return own === undefined ? [] : [[name, own]];
    }),
  );
  return { ...defaults, model, alpha: alpha[model], seed };
}

async function trained(preset, options) {
  const [corpus, heldout] = [await preset.load(), await preset.heldout()];
  const start = performance.now();
  const model = await train({ ...options, corpus, heldout });
  return { model, seconds: (performance.now() - start) / 1000 };
}

/** The worst over a corpus's words of the accuracy at layer 0 and of the best layer's accuracy. */
async function senses(model, { words, text, heldout, labels }) {
  const lines = [text, heldout].map((part) => part.trimEnd().split('\n'));
  const all = [...lines[0], ...lines[1]].map((line) => line.split(' '));
  const known = [...labels.train, ...labels.heldout];
  const found = { lowest: 1, highest: 0, best: 1 };
  for (const word of words) {
    const own = all.flatMap((_, i) => (known[i]?.word === word ? [i] : []));
    await model.watch({
      word,
      sentences: own.map((i) => all[i]),
      senses: own.map((i) => known[i].sense),
      heldout: own.map((i) => i >= lines[0].length),
    });
    const { layers } = await model.senseMap({ layer: 0 });
    found.lowest = Math.min(found.lowest, layers[0].accuracy);
    found.highest = Math.max(found.highest, layers[0].accuracy);
    found.best = Math.min(found.best, Math.max(layers[1].accuracy, layers[2].accuracy));
  }
  return found;
}

/** The share of words predicted correctly from both sides, from the left, from the right. */
async function blanks(model, heldout) {
  const right = { both: 0, forward: 0, backward: 0 };
  let places = 0;
  for (const line of heldout.split('\n')) {
    const words = line.split(' ');
    for (let at = 0; at < words.length && places < BLANKS; at++, places++) {
      const context = words.map((word, i) => (i === at ? '_' : word));
      for (const using of Object.keys(right)) {
        const [first] = await model.predictMiddle(context, { topn: 1, using });
        right[using] += first.word === words[at];
      }
    }
  }
  return Object.fromEntries(Object.entries(right).map(([side, n]) => [side, n / places]));
}

async function runNnlm(language, seed) {
  const preset = presets.find((one) => one.id === `relations-${language}`);
  const { model, seconds } = await trained(preset, optionsOf(preset, 'nnlm', seed));
  const perplexity = await model.perplexities({});
  await model.close();
  return { seconds, perplexity };
}

async function runElmo(language, seed, more = {}) {
  const preset = presets.find((one) => one.id === `polysemy-${language}-2`);
  const options = { ...optionsOf(preset, 'elmo', seed), ...more };
  const { model, seconds } = await trained(preset, options);
  const corpus = generatePolysemy({ language });
  const run = {
    seconds,
    perplexity: await model.perplexities({}),
    senses: await senses(model, corpus),
    blanks: await blanks(model, corpus.heldout),
  };
  await model.close();
  return run;
}

/** The median of the seconds, the worst of all other figures. */
function summary(language, model, runs) {
  const worst = (of) => Math.max(...runs.map(of));
  const least = (of) => Math.min(...runs.map(of));
  const row = {
    language,
    model,
    seconds: median(runs.map((run) => run.seconds)),
    perplexity: worst((run) => run.perplexity.model),
    bigram: runs[0].perplexity.bigram,
    trigram: runs[0].perplexity.trigram,
    mixed: worst((run) => run.perplexity.mixed),
  };
  if (!runs[0].senses) return row;
  return {
    ...row,
    layer0: [least((run) => run.senses.lowest), worst((run) => run.senses.highest)],
    best: least((run) => run.senses.best),
    blanks: Object.fromEntries(
      Object.keys(runs[0].blanks).map((side) => [side, least((run) => run.blanks[side])]),
    ),
  };
}

/** @param {{say: (what: string, round: number) => void}} run */
export async function benchLanguageModels({ say }) {
  const overSeeds = async (what, run) => {
    const runs = [];
    for (const seed of SEEDS) {
      say(`${what}, seed ${seed} of ${SEEDS.length}`, 0);
      runs.push(await run(seed));
    }
    return runs;
  };
  const rows = [];
  for (const language of ['en', 'zh']) {
    const characters = { charCnn: true, epochs: 12 };
    const nnlm = await overSeeds(`${language}, NNLM`, (seed) => runNnlm(language, seed));
    const words = await overSeeds(`${language}, ELMo`, (seed) => runElmo(language, seed));
    const spelt = await overSeeds(`${language}, ELMo, char CNN`, (seed) =>
      runElmo(language, seed, characters),
    );
    rows.push(summary(language, 'NNLM', nnlm));
    rows.push(summary(language, 'ELMo', words));
    rows.push(summary(language, 'ELMo, char CNN', spelt));
  }
  return rows;
}
