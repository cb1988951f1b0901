/** The examples of a model of words: training, files, transfer, a look inside. */

/** @typedef {import('../fixtures.js').Fixtures} Fixtures */

/** @type {Record<string, (given: Fixtures) => unknown>} */
export const model = {
  'model.forecast': async ({ create, text }) => {
    const model = await create({ corpus: text });
    const forecast = await model.forecast();
    await model.close();
    return Object.keys(forecast ?? {});
  },

  'model.multiplyAdds': ({ nnlm }) => nnlm.multiplyAdds({ hidden: 128 }),

  'model.predictNext': ({ nnlm }) => nnlm.predictNext('the king', { topn: 2 }),

  'model.predictPrevious': ({ elmo }) => elmo.predictPrevious('rules the land', { topn: 2 }),

  'model.predictMiddle': ({ elmo }) => elmo.predictMiddle('the _ rules the land', { topn: 2 }),

  'model.scoreSentence': ({ nnlm }) => nnlm.scoreSentence('the king rules the land'),

  'model.generate': ({ nnlm }) => nnlm.generate({ prompt: 'the', length: 6, temperature: 0 }),

  'model.perplexities': ({ nnlm }) => nnlm.perplexities(),

  'model.contextVectors': ({ elmo }) => elmo.contextVectors('the king is a man', { layer: 1 }),

  'model.watch': ({ elmo }) =>
    elmo.watch({
      word: 'king',
      sentences: ['the king rules the land', 'the king is a man'],
      senses: [0, 1],
    }),

  'model.contextNeighbours': async ({ elmo }) => {
    await elmo.watch({
      word: 'king',
      sentences: ['the king rules the land', 'the king is a man'],
      senses: [0, 1],
    });
    return elmo.contextNeighbours('the king is a man', 1, { layer: 1, topn: 1 });
  },

  'model.senseMap': async ({ elmo }) => {
    await elmo.watch({
      word: 'king',
      sentences: ['the king rules the land', 'the king is a man', 'a man and the king'],
      senses: [0, 1, 1],
    });
    return elmo.senseMap({ layer: 1 });
  },

  'model.nextExample': async ({ create, text }) => {
    const model = await create({ corpus: text, seed: 1 });
    const next = await model.nextExample();
    await model.close();
    return next;
  },

  'model.sentence': ({ small }) => small.sentence(0),

  'model.open': async ({ small }) => {
    const copy = await small.open();
    const hash = await copy.weightsHash();
    await copy.close();
    return hash === (await small.weightsHash());
  },

  'model.inside': async ({ nnlm }) => {
    const trace = await nnlm.inside({ sentence: 'the king rules' });
    return trace.forward.map(({ name, rows, cols }) => `${name} ${rows} × ${cols}`);
  },

  'model.export': async ({ small }) => {
    const bytes = await small.export('word2vec');
    return new TextDecoder().decode(bytes).split('\n')[0]; // words and dimensions
  },

  'model.checkpoint': async ({ small, load, text }) => {
    const bytes = await small.checkpoint();
    const again = await load(bytes, { corpus: text });
    const same = (await again.weightsHash()) === (await small.weightsHash());
    await again.close();
    return same;
  },

  'model.resume': async ({ create, text, draw }) => {
    const model = await create({ corpus: text, seed: 1 });
    const { finished, epochLoss } = await model.resume({
      reportsPerSecond: 10,
      projection: { words: ['king', 'queen'] }, // with the reports, for a map
      onProgress: ({ projection }) => draw(projection?.positions),
    });
    await model.close();
    return { finished, epochLoss };
  },

  'model.pause': async ({ create, text }) => {
    const model = await create({ corpus: text, epochs: 10_000 });
    const running = model.resume();
    await model.pause();
    const { finished } = await running;
    await model.close();
    return finished;
  },

  'model.step': async ({ create, text }) => {
    const model = await create({ corpus: text });
    const { step } = await model.step(10);
    await model.close();
    return step;
  },

  'model.reset': async ({ train, text }) => {
    const model = await train({ corpus: text, epochs: 1 });
    const { step, progress } = await model.reset({ seed: 2 });
    await model.close();
    return { step, progress };
  },

  'model.report': async ({ small }) => {
    const { epoch, epochs, epochLoss, finished } = await small.report();
    return { epoch, epochs, epochLoss, finished };
  },

  'model.createTransfer': async ({ critic, reviews }) => {
    const classifier = await critic.createTransfer({ examples: reviews, frozen: 'all' });
    const layers = classifier.layers.map(({ name, frozen }) => ({ name, frozen }));
    await classifier.close();
    return layers;
  },

  'model.transfer': async ({ critic, reviews }) => {
    const classifier = await critic.transfer({ examples: reviews, epochs: 40 });
    const [{ label }] = await classifier.classify(['a bright film']);
    await classifier.close();
    return label;
  },

  'model.compare': async ({ critic, reviews }) => {
    const { summary } = await critic.compare({
      ...{ pool: reviews, test: reviews, epochs: 20 },
      ...{ modes: ['scratch', 'fine-tuned'], labels: [2], seeds: 1 },
    });
    return summary;
  },

  'model.parameterCount': ({ small }) => small.parameterCount(),

  'model.weightsHash': ({ model }) => model.weightsHash(),

  'model.info': ({ model }) => {
    const { vocabulary, dimensions, tokens, build } = model.info;
    return { vocabulary, dimensions, tokens, build };
  },

  'model.options': ({ model }) => {
    const { window, negative, alpha, epochs } = model.options;
    return { window, negative, alpha, epochs };
  },

  'model.close': async ({ create, text }) => {
    const model = await create({ corpus: text });
    await model.close();
    return model.closed;
  },

  'model.closed': ({ model }) => model.closed,
};
