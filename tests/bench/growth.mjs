// Measures speed and memory for different sizes of vocabulary, corpus and layers, in Chromium,
// exact build; and the outcome of sizes at the limit of memory.
import { openChromium } from './chromium/open.mjs';

const MILLISECONDS = 1500; // of training: once to warm up, once measured
const SKIP_GRAM = { model: 'skip-gram', vectorSize: 100, window: 5, negative: 5 };
const NNLM = { model: 'nnlm', vectorSize: 32, hidden: 64, batch: 32 };
const ELMO = { model: 'elmo', vectorSize: 32, cellSize: 64, batch: 16, layers: 2 };
const SAMPLES = 512;
const SHARED = { ...SKIP_GRAM, sharedWindows: 16 };
const [WORDS, TOKENS] = [5000, 200_000];

const over = (values, make) => values.map((value) => ({ value, ...make(value) }));
const words = [1000, 10_000, 100_000];
const widths = [16, 64, 128, 256, 512];

/** Each series varies one quantity; the others are fixed. */
const SERIES = [
  {
    what: 'words, Skip-gram of 100 dimensions',
    cells: over(words, (n) => ({ words: n, options: SKIP_GRAM })),
  },
  {
    what: 'words, the same with negatives shared by 16 windows',
    cells: over(words, (n) => ({ words: n, options: SHARED })),
  },
  {
    what: 'words, NNLM m=32 h=64 B=32',
    cells: over(words, (n) => ({ words: n, options: NNLM })),
  },
  {
    what: 'words, the same with 512 sampled words',
    cells: over(words, (n) => ({ words: n, options: { ...NNLM, samples: SAMPLES } })),
  },
  {
    what: 'words, ELMo d=32 h=64 B=16',
    cells: over(words, (n) => ({ words: n, options: ELMO })),
  },
  {
    what: 'words, the same with 512 sampled words',
    cells: over(words, (n) => ({ words: n, options: { ...ELMO, samples: SAMPLES } })),
  },
  {
    what: 'tokens, Skip-gram of 100 dimensions',
    cells: over([10_000, 100_000, 1_000_000, 10_000_000], (n) => ({
      ...{ words: 1000, tokens: n, options: SKIP_GRAM },
    })),
  },
  {
    what: 'tokens, NNLM m=32 h=64 B=32',
    cells: over([10_000, 1_000_000, 10_000_000], (n) => ({
      ...{ words: 1000, tokens: n, options: NNLM },
    })),
  },
  {
    what: 'dimensions, Skip-gram',
    cells: over(widths, (n) => ({ options: { ...SKIP_GRAM, vectorSize: n } })),
  },
  {
    what: 'hidden units, NNLM m=32',
    cells: over(widths, (n) => ({ options: { ...NNLM, hidden: n } })),
  },
  { what: 'cells, ELMo d=32', cells: over(widths, (n) => ({ options: { ...ELMO, cellSize: n } })) },
];

const HUGE = { words: 100_000, tokens: 200_000 };
/** Sizes at the limit of a tab's memory. */
const LIMITS = [
  { what: 'Skip-gram, 1,024 dimensions', options: { ...SKIP_GRAM, vectorSize: 1024 } },
  { what: 'NNLM, m=256 h=256', options: { ...NNLM, vectorSize: 256, hidden: 256 } },
  { what: 'NNLM, m=512 h=512', options: { ...NNLM, vectorSize: 512, hidden: 512 } },
  { what: 'NNLM, m=32 h=64, B=4,096', options: { ...NNLM, batch: 4096 } },
  {
    what: 'NNLM, m=400 h=400, B=4,096',
    options: { ...NNLM, vectorSize: 400, hidden: 400, batch: 4096 },
  },
  { what: 'ELMo, d=256 h=256', options: { ...ELMO, vectorSize: 256, cellSize: 256 } },
  { what: 'ELMo, d=512 h=1,024', options: { ...ELMO, vectorSize: 512, cellSize: 1024 } },
  {
    what: 'ELMo, d=64 h=1,024, 8 layers, B=4,096',
    options: { ...ELMO, vectorSize: 64, cellSize: 1024, batch: 4096, layers: 8 },
  },
];

/** @param {{say: (what: string, round: number) => void, quick: boolean}} run */
export async function benchGrowth({ say, quick }) {
  const chromium = await openChromium();
  const milliseconds = quick ? MILLISECONDS / 3 : MILLISECONDS;
  const measure = async (cell) => {
    await chromium.page.reload(); // memory never shrinks, so each size needs a new page
    const task = { words: WORDS, tokens: TOKENS, ...cell, milliseconds };
    const found = await chromium.run('grow', task);
    const { heapBytes } = await chromium.run('census', {});
    return { ...found, heapBytes };
  };
  try {
    const series = [];
    for (const { what, cells } of SERIES) {
      const rows = [];
      for (const { value, ...cell } of cells) {
        say(`${what}: ${value.toLocaleString('en')}`, 0);
        rows.push({ value, ...(await measure(cell)) });
      }
      series.push({ what, rows });
    }
    const limits = [];
    for (const { what, options } of LIMITS) {
      say(`100,000 words, ${what}`, 0);
      limits.push({ what, ...(await measure({ ...HUGE, options })) });
    }
    return { series, limits };
  } finally {
    await chromium.close();
  }
}
