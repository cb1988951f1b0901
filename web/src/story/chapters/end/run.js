/** The end: a word decides another one over a distance, and how far back two models reach. */
import { before, DISTANCES, FARTHEST, NEAREST, orders, WORDS } from './orders.js';

/** @typedef {import('../../chapter.js').Context} Context */
/** @typedef {import('../../recording.js').Model} Model */
/** @typedef {Record<'nnlm' | 'elmo', number>} Right */
/**
 * @typedef {object} Frame of one distance
 * @property {number} distance in words
 * @property {Right} right answers in percent
 * @property {Record<'nnlm' | 'elmo', string>} said the first dish that each would serve
 */

/** How both read the text. */
const READING = {
  tokenizer: /** @type {const} */ ('space'),
  sentences: /** @type {const} */ ('lines'),
  minCount: 1,
};
const NNLM = { model: /** @type {const} */ ('nnlm'), context: 4, epochs: 10, batch: 32 };
/** A sentence is not cut: gradients reach its beginning. */
const ELMO = { model: /** @type {const} */ ('elmo'), epochs: 5, batch: 8, unroll: 60 };

/**
 * How often the most probable dish is the one that was ordered.
 * @param {Model} model @param {'en' | 'zh'} language @param {string[][]} tests
 */
async function rightOf(model, language, tests) {
  const asked = tests.flatMap((dishes) => dishes.map((dish, place) => ({ dishes, dish, place })));
  const { dishes: menu } = WORDS[language];
  const topn = menu.length + 3; // all words, and the end
  const said = await Promise.all(
    asked.map(async ({ dishes, place }) => {
      const words = await model.predictNext(before(language, dishes, place), { topn });
      return words.find(({ word }) => menu.includes(word))?.word ?? '';
    }),
  );
  const right = said.filter((word, i) => word === asked[i].dish).length;
  return { right: (100 * right) / asked.length, first: said[0] };
}

/** @param {Model} model @param {'en' | 'zh'} language @param {string[][][]} tests */
async function reachOf(model, language, tests) {
  const reach = [];
  for (const some of tests) reach.push(await rightOf(model, language, some));
  return reach;
}

/** @param {Context} context */
export async function train({ api, language, seed, signal, onFrame, onProgress }) {
  const { text, tests } = orders(language);
  const start = performance.now();
  onFrame?.({ distance: NEAREST, right: { nnlm: 0, elmo: 0 }, said: { nnlm: '', elmo: '' } });
  const train = (
    /** @type {typeof NNLM | typeof ELMO} */ options,
    /** @type {number} */ from,
    /** @type {number} */ to,
  ) =>
    api.train({
      ...READING,
      ...options,
      ...{ corpus: text, seed, signal },
      onProgress: ({ progress }) => {
        const done = from + (to - from) * progress;
        const seconds = (performance.now() - start) / 1000;
        onProgress?.(done, seconds * (1 / Math.max(done, 0.01) - 1));
      },
    });
  const nnlm = await train(NNLM, 0, 0.25);
  try {
    const model = await train(ELMO, 0.25, 0.95);
    const seconds = (performance.now() - start) / 1000;
    const [byWindow, byMemory] = [
      await reachOf(nnlm, language, tests),
      await reachOf(model, language, tests),
    ];
    /** @type {Frame[]} */
    const frames = DISTANCES.map((distance, i) => ({
      distance,
      right: { nnlm: byWindow[i].right, elmo: byMemory[i].right },
      said: { nnlm: byWindow[i].first, elmo: byMemory[i].first },
    }));
    const [hash, { epochs }] = await Promise.all([model.weightsHash(), model.report()]);
    return { frames, run: { model, hash, seconds, epochs } };
  } finally {
    await nnlm.close();
  }
}

const mean = (/** @type {number[]} */ list) => list.reduce((sum, x) => sum + x, 0) / list.length;

/** @param {{frames: Frame[]}} trained @param {Context} context */
export async function conclude({ frames }, { language }) {
  const from = (/** @type {keyof Right} */ key, /** @type {number} */ least, most = FARTHEST) =>
    mean(
      frames
        .filter(({ distance }) => distance >= least && distance <= most)
        .map(({ right }) => right[key]),
    );
  const beyond = from('nnlm', 6);
  const far = from('elmo', 16);
  const near = from('elmo', NEAREST, 5);
  const value =
    beyond > 50 ? 'both' : far > 90 ? 'all' : near > 90 && far > beyond + 10 ? 'fades' : '';
  const at = (/** @type {keyof Right} */ key, /** @type {number} */ distance) =>
    frames[distance - NEAREST].right[key].toFixed(0);
  return {
    value,
    numbers: {
      nnlmNear: from('nnlm', NEAREST, 3).toFixed(0),
      nnlm4: at('nnlm', 4),
      nnlmFar: from('nnlm', 5).toFixed(0),
      elmoNear: near.toFixed(0),
      elmo10: at('elmo', 10),
      elmo20: at('elmo', 20),
      chance: (100 / WORDS[language].dishes.length).toFixed(0),
    },
  };
}
