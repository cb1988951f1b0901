// The parts of the benchmark, in the order of docs/benchmarks.md.
import { existsSync } from 'node:fs';

/**
 * @typedef {object} Part
 * @property {string} about
 * @property {string[]} [peers] programs that it is compared with (peers.mjs)
 * @property {boolean} [long] runs only if requested
 * @property {() => Promise<{run: (options: any) => any}>} load
 */

/** @type {Record<string, Part>} */
export const parts = {
  kernels: {
    about: 'the hot loops by themselves, GFLOP/s',
    load: async () => ({ run: (await import('./kernels.mjs')).benchKernels }),
  },
  words: {
    about: 'Skip-gram and CBOW on real text, beside gensim and fastText',
    peers: ['gensim', 'fasttext'],
    load: async () => ({ run: (await import('./words.mjs')).benchWords }),
  },
  processor: {
    about: 'Skip-gram and CBOW by processor time, beside gensim',
    peers: ['gensim'],
    load: async () => ({ run: (await import('./processor.mjs')).benchProcessor }),
  },
  models: {
    about: 'NNLM and biLM, beside PyTorch and TensorFlow.js',
    peers: ['torch', 'tfjs'],
    load: async () => ({ run: (await import('./models.mjs')).benchModels }),
  },
  images: {
    about: 'the image network, beside PyTorch and TensorFlow.js',
    peers: ['torch', 'tfjs'],
    load: async () => ({ run: (await import('./images.mjs')).benchImages }),
  },
  toy: {
    about: 'what Skip-gram and CBOW learn of the toy corpora',
    load: async () => ({ run: (await import('./toy.mjs')).benchToy }),
  },
  language: {
    about: 'what NNLM and ELMo learn of the toy corpora',
    load: async () => ({ run: (await import('./language-models.mjs')).benchLanguageModels }),
  },
  transfer: {
    about: 'accuracy with few labels',
    load: async () => ({ run: (await import('./transfer.mjs')).benchTransfer }),
  },
  growth: {
    about: 'speed and memory by size of vocabulary, corpus and layers',
    load: async () => ({ run: (await import('./growth.mjs')).benchGrowth }),
  },
  endurance: {
    about: 'memory over an hour of training and thousands of models (--minutes)',
    long: true,
    load: async () => ({ run: (await import('./endurance.mjs')).benchEndurance }),
  },
  page: {
    about: 'bytes, start and main-thread tasks of the built page',
    load: async () => ({ run: (await import('./page.mjs')).benchPage }),
  },
  messages: {
    about: "messages across the worker's border per map frame of built pages (--sites)",
    load: async () => ({ run: (await import('./messages.mjs')).benchMessages }),
  },
  inside: {
    about: 'Inside: the trace of an example, and drawing each stop',
    load: async () => ({ run: (await import('./inside.mjs')).benchInside }),
  },
  real: {
    about: 'Skip-gram and CBOW as `words`, by the command line alone',
    peers: ['gensim'],
    long: true,
    load: async () => {
      const { benchReal } = await import('./real.mjs');
      return { run: ({ rounds, wordPairs }) => benchReal(rounds, wordPairs) };
    },
  },
};

/** Parts that have been measured. @param {string} folder */
export const existing = (folder) =>
  Object.keys(parts).filter((name) => existsSync(`${folder}/${name}.json`));
