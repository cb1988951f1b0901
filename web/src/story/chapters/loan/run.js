/** Chapter 10: layers that learned from much help where there is little. */
import { loadDigits, pickDigits } from '../../../../corpora/digits.js';
import { generateReviews } from '../../../../corpora/reviews.js';

/** @typedef {import('../../chapter.js').Context} Context */
/** @typedef {import('../../../api/types.js').TransferMode} Mode */
/** @typedef {{mode: Mode, seed: number, accuracy: number}} Draw one network, from one draw */
/** @typedef {{label: string, pixels: Uint8Array}} Picture */
/**
 * @typedef {object} Frame
 * @property {Draw[]} draws the networks trained so far
 * @property {Picture[]} pool pictures like those that the networks learn from
 */

/** @type {Mode[]} */
export const MODES = ['scratch', 'frozen', 'fine-tuned', 'frozen-random'];
const DRAWS = 5;
const FEW = 6;
const MANY = 50;
const LABELLED_REVIEWS = 5;
const SIDE = 28;

/** As on the Transfer page. */
const READING = {
  shared: { tokenizer: /** @type {const} */ ('space'), sentences: /** @type {const} */ ('lines') },
  'skip-gram': { epochs: 10 },
  elmo: { epochs: 5, batch: 8, alpha: 0.03 },
};

/** The digits are. */
export const anyLanguage = true;

/** @type {import('../../chapter.js').Run['elsewhere']} */
export const elsewhere = (language, { seed }) => {
  const fields = ['v=1', ...(language === 'zh' ? ['lang=zh'] : [])];
  if (seed !== 1) fields.push(`seed=${seed}`);
  return `./transfer.html#${fields.join('&')}`;
};

/** @typedef {Awaited<ReturnType<typeof read>>} Digits */

async function read() {
  const file = await loadDigits();
  const part = (/** @type {keyof typeof file.splits} */ name) =>
    pickDigits(file, file.splits[name]);
  return {
    pretrain: part('pretrain'),
    heldout: part('heldoutA'),
    pool: part('pool'),
    test: part('test'),
  };
}

/** @type {Promise<Digits> | null} */
let reading = null;

/** The digits, read once. */
function digits() {
  reading ??= read().catch((error) => {
    reading = null; // the next try reads them again
    throw error;
  });
  return reading;
}

/**
 * The first pictures of each digit.
 * @param {Digits['pool']} images @param {number} each
 * @returns {Picture[]}
 */
function firstOf({ pixels, labels }, each) {
  /** @type {Map<number, Picture[]>} */
  const found = new Map();
  labels.forEach((label, i) => {
    const mine = found.get(label) ?? [];
    const picture = pixels.slice(i * SIDE * SIDE, (i + 1) * SIDE * SIDE);
    if (mine.length < each) found.set(label, [...mine, { label: `${label}`, pixels: picture }]);
  });
  return [...found.entries()].sort(([a], [b]) => a - b).flatMap(([, pictures]) => pictures);
}

/** Draw by draw: in each draw the four networks learn from the same pictures. @param {Draw[]} draws */
const inDraws = (draws) =>
  [...draws].sort((a, b) => a.seed - b.seed || MODES.indexOf(a.mode) - MODES.indexOf(b.mode));

/** @param {Draw[]} draws @param {Mode} mode */
export function summary(draws, mode) {
  const all = draws.filter((draw) => draw.mode === mode).map(({ accuracy }) => 100 * accuracy);
  const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
  const squares = all.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { all, mean, spread: Math.sqrt(squares / (all.length - 1)) };
}

/** @param {Context} context */
export async function train({ api, seed, signal, onFrame, onProgress }) {
  const data = await digits();
  const pool = firstOf(data.pool, FEW);
  /** @type {Frame} */
  const first = { draws: [], pool };
  onFrame?.(first);
  const start = performance.now();
  const model = await api.trainImages({ examples: data.pretrain, seed, signal });
  try {
    const trained = performance.now();
    const { results } = await model.compare({
      ...{ pool: data.pool, test: data.test, modes: MODES, labels: [FEW], seeds: DRAWS },
      ...{ seed, signal },
      onProgress: ({ progress }) => {
        const seconds = (performance.now() - trained) / 1000;
        onProgress?.(0.1 + 0.9 * progress, seconds * (1 / Math.max(progress, 0.01) - 1));
      },
    });
    const seconds = (performance.now() - start) / 1000;
    const draws = inDraws(results);
    const frames = Array.from({ length: draws.length + 1 }, (_, n) => ({
      draws: draws.slice(0, n),
      pool,
    }));
    const [hash, { epochs }] = await Promise.all([model.weightsHash(), model.report()]);
    return { frames, run: { model, hash, seconds, epochs } };
  } catch (error) {
    await model.close().catch(() => {});
    throw error;
  }
}

/** @typedef {Awaited<ReturnType<typeof train>>} Trained */

/** The better of the two that borrow, against the one that does not. */
const BEHIND = 2;

/** What the results say. @param {Draw[]} draws */
function verdict(draws) {
  const [scratch, frozen, tuned] = MODES.map((mode) => summary(draws, mode));
  const best = Math.max(frozen.mean, tuned.mean);
  if (scratch.mean > best - BEHIND) return 'scratch';
  const apart = Math.abs(frozen.mean - tuned.mean);
  if (apart <= Math.min(frozen.spread, tuned.spread) || apart < BEHIND) return 'alike';
  return frozen.mean > tuned.mean ? 'frozen' : 'fine-tuned';
}

/** @param {Draw[]} draws @param {Mode} mode @param {string} name @returns {Record<string, string>} */
function named(draws, mode, name) {
  const { mean, spread } = summary(draws, mode);
  return { [name]: mean.toFixed(0), [`${name}Spread`]: spread.toFixed(0) };
}

/** @param {Trained} trained @param {Pick<Context, 'language'>} context */
export async function conclude({ frames, run: { model } }, { language }) {
  const data = await digits();
  const { draws } = /** @type {Frame} */ (frames.at(-1));
  const { accuracy } = await model.evaluate(data.heldout, {});
  const filters = await model.filters();
  const looks = await Promise.all(
    [...firstOf(data.heldout, 1), ...firstOf(data.test, 1)].map(async (picture) => {
      const image = { pixels: picture.pixels, width: SIDE, height: SIDE };
      const [{ values, width, height, channels }] = await model.activations(image);
      return { ...picture, values, width, height, channels };
    }),
  );
  /** @type {Record<string, string>} */
  const numbers = {
    ...named(draws, 'scratch', 'scratch'),
    ...named(draws, 'frozen', 'frozen'),
    ...named(draws, 'fine-tuned', 'tuned'),
    ...named(draws, 'frozen-random', 'random'),
    heldout: (100 * accuracy).toFixed(0),
    learned: data.pretrain.labels.length.toLocaleString('en'),
    unseen: data.test.labels.length.toLocaleString('en'),
  };
  const percent = language === 'zh' ? '%' : ' %';
  return {
    value: verdict(draws),
    said: {
      scratch: `${numbers.scratch}${percent}`,
      frozen: `${numbers.frozen}${percent}`,
      'fine-tuned': `${numbers.tuned}${percent}`,
    },
    numbers,
    more: { filters, looks },
  };
}

/**
 * The same with words: models that have read reviews without labels, and a few labelled ones.
 * @param {Trained} _trained @param {Context} context
 * @param {(more: {draws: Record<string, Draw[]>, shown: {label: string, text: string}[]}) => void}
 *   [onPart]
 */
export async function further(_trained, { api, language, seed }, onPart) {
  const reviews = generateReviews({ language });
  const lines = reviews.pool.trim().split('\n');
  const shown = reviews.labels.map((label) => {
    const [, text] = /** @type {string} */ (
      lines.find((line) => line.startsWith(`${label}\t`))
    ).split('\t');
    return { label, text };
  });
  /** @type {Record<string, Draw[]>} */
  const draws = {};
  for (const name of /** @type {const} */ (['skip-gram', 'elmo'])) {
    onPart?.({ draws: { ...draws }, shown });
    const model = await api.train({
      ...READING.shared,
      ...READING[name],
      ...{ minCount: 1, model: name, corpus: reviews.text, seed },
    });
    try {
      const { pool, test } = reviews;
      const labels = [LABELLED_REVIEWS];
      const found = await model.compare({ pool, test, modes: MODES, labels, seeds: DRAWS, seed });
      draws[name] = inDraws(found.results);
    } finally {
      await model.close();
    }
  }
  return {
    value: '',
    numbers: {
      ...named(draws['skip-gram'], 'scratch', 'qScratch'),
      ...named(draws['skip-gram'], 'frozen', 'qFrozen'),
      ...named(draws['skip-gram'], 'fine-tuned', 'qTuned'),
      ...named(draws.elmo, 'scratch', 'elmoScratch'),
      ...named(draws.elmo, 'frozen', 'elmoFrozen'),
      ...named(draws.elmo, 'fine-tuned', 'elmoTuned'),
      reviews: reviews.text.trim().split('\n').length.toLocaleString('en'),
      tested: `${reviews.test.trim().split('\n').length}`,
    },
    more: { draws, shown },
  };
}

/**
 * Fifty pictures of each digit instead of six.
 * @param {string} _choice @param {Trained} trained @param {Context} context
 */
export async function check(_choice, { frames, run: { model } }, { seed, onProgress }) {
  const data = await digits();
  const start = performance.now();
  const { draws: few } = /** @type {Frame} */ (frames.at(-1));
  /** @type {Mode[]} */
  const modes = ['scratch', 'frozen', 'fine-tuned'];
  const { results: many } = await model.compare({
    ...{ pool: data.pool, test: data.test, modes, labels: [MANY], seeds: DRAWS, seed },
    onProgress: ({ progress }) => {
      const seconds = (performance.now() - start) / 1000;
      onProgress?.(progress, seconds * (1 / Math.max(progress, 0.01) - 1));
    },
  });
  const lead = (/** @type {Draw[]} */ draws) => {
    const [scratch, ...borrowed] = modes.map((mode) => summary(draws, mode).mean);
    return Math.max(...borrowed) - scratch;
  };
  const [before, after] = [lead(few), lead(many)];
  const value = Math.abs(before - after) < 1 ? 'same' : after < before ? 'smaller' : 'larger';
  return {
    value,
    numbers: {
      ...named(many, 'scratch', 'manyScratch'),
      ...named(many, 'frozen', 'manyFrozen'),
      ...named(many, 'fine-tuned', 'manyTuned'),
    },
    more: { few, many: inDraws(many), before, after },
  };
}
