// @ts-nocheck: fakes
/** Example corpora without an engine, and a model of them. */

export const presets = [
  {
    id: 'relations-en',
    tokenizer: 'space',
    sentences: 'lines',
    questions: {
      nearest: 'king',
      analogy: ['man', 'woman', 'king'],
      oddOneOut: ['king', 'queen', 'apple'],
      similarity: ['king', 'queen'],
    },
    analogies: [{ section: 'gender', a: 'man', b: 'woman', c: 'king', d: 'queen' }],
    load: async () => 'king queen',
  },
  { id: 'relations-zh', tokenizer: 'space', sentences: 'lines', load: async () => '国王 王后' },
];

const words = ['king', 'queen', 'man', 'woman', 'apple'];

/** A model that counts instead of training. */
export function fakeModel(options, trainable = true) {
  const steps = 100;
  let step = 0;
  let running = false;
  let watched = null;
  const model = {
    options,
    closed: false,
    predictMiddle: async () => [{ word: 'king', probability: 0.5 }],
    info: { vocabulary: words.length, dimensions: 2, build: 'exact', trainable },
    report: async () => ({
      step,
      steps,
      epoch: 1,
      epochs: options.epochs ?? 1,
      progress: step / steps,
      loss: 2 - step / steps,
      epochLoss: 2 - step / steps,
      tokensPerSecond: 1000,
      finished: step >= steps,
      running,
    }),
    vocabulary: async () => words.map((word, i) => ({ word, count: 9 - i })),
    projection: async () => ({ positions: new Float32Array(10), explained: [0.5, 0.2] }),
    vectors: async () => new Float32Array(10),
    mostSimilar: async ({ topn }) => [{ word: 'queen', similarity: 0.9 }].slice(0, topn),
    similarity: async () => 0.5,
    doesntMatch: async () => ({ word: 'apple', similarities: [1, 1, 0] }),
    evaluateWordAnalogies: async () => ({ sections: [], correct: 1, total: 1 }),
    weightsHash: async () => String(step).padStart(16, '0'),
    step: async (n) => {
      step += n;
      return model.report();
    },
    resume: async ({ onProgress, projection } = {}) => {
      if (projection !== undefined) watched = projection;
      if (!onProgress) return model.report();
      running = true;
      while (running && step < steps) {
        step += 10;
        const positions = new Float32Array(10).fill(step);
        const seen = watched ? { projection: { positions, explained: [0.5, 0.2] } } : {};
        onProgress({ ...(await model.report()), ...seen });
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      running = false;
      return model.report();
    },
    pause: async () => {
      running = false;
    },
    reset: async () => {
      step = 0;
      return model.report();
    },
    close: async () => {
      model.closed = true;
    },
  };
  return model;
}
