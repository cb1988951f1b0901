/** The examples of classifiers, of published ELMo weights, and of an opened model. */

/** @typedef {import('../fixtures.js').Fixtures} Fixtures */

const example = { sentence: 'the king rules the land', position: 1 };

/** @type {Record<string, (given: Fixtures) => unknown>} */
export const others = {
  'classifier.labels': ({ classifier }) => classifier.labels,

  'classifier.layers': ({ classifier }) => classifier.layers,

  'classifier.classify': async ({ classifier, testPictures }) => {
    const [first] = await classifier.classify(testPictures.pixels);
    return first;
  },

  'classifier.evaluate': async ({ classifier, testPictures }) => {
    const { accuracy, confusion } = await classifier.evaluate(testPictures);
    return { accuracy, confusion };
  },

  'classifier.activations': async ({ classifier, pictures }) => {
    const maps = await classifier.activations(pictures.pixels.subarray(0, 144));
    return maps.map(({ layer, height, width, channels }) => ({ layer, height, width, channels }));
  },

  'classifier.filters': ({ classifier }) => classifier.filters(),

  'classifier.inside': async ({ classifier, pictures }) => {
    const trace = await classifier.inside(pictures.pixels.subarray(0, 144), 'across');
    return trace.forward.map(({ name }) => name);
  },

  'classifier.forgetting': async ({ classifier, pictures, testPictures }) => {
    const second = await classifier.transfer({ examples: pictures, epochs: 1 });
    const found = await classifier.forgetting(second, testPictures);
    await second.close();
    return Object.keys(found);
  },

  'classifier.checkpoint': async ({ classifier, load }) => {
    const again = await load(await classifier.checkpoint(), { format: 'classifier' });
    const { labels } = again;
    await again.close();
    return labels;
  },

  'elmo.contextVectors': ({ reader }) => reader.contextVectors('she ate an apple', { layer: 0 }),

  'elmo.watch': ({ reader }) =>
    reader.watch({ word: 'apple', sentences: ['an apple fell', 'apple paid'], senses: [0, 1] }),

  'elmo.contextNeighbours': async ({ reader }) => {
    await reader.watch({
      word: 'apple',
      sentences: ['an apple fell', 'apple paid'],
      senses: [0, 1],
    });
    return reader.contextNeighbours('an apple fell', 1, { topn: 1 });
  },

  'elmo.senseMap': async ({ reader }) => {
    const sentences = ['an apple fell', 'apple paid', 'she ate an apple'];
    await reader.watch({ word: 'apple', sentences, senses: [0, 1, 0] });
    const { positions } = await reader.senseMap({ layer: 1 });
    return positions.length;
  },

  'elmo.readAhead': ({ reader }) => reader.readAhead(['an apple fell', 'apple paid']),

  'opened.trace': async ({ opened }) => {
    const { forward, backward, changes } = await opened.trace(example);
    return [forward, backward, changes].map((list) => list.map(({ name }) => name));
  },

  'opened.prove': ({ opened }) => opened.prove(example, { name: 'input.weight', row: 0, col: 0 }),

  'opened.weights': ({ opened }) => opened.weights('input.weight'),

  'opened.setWeight': async ({ small }) => {
    const copy = await small.open();
    await copy.setWeight({ name: 'input.weight', row: 0, col: 0 }, 0.5);
    const [first] = await copy.weights('input.weight');
    await copy.close();
    return first;
  },

  'opened.takeStep': async ({ small }) => {
    const copy = await small.open();
    const before = await copy.weightsHash();
    await copy.takeStep(example);
    const after = await copy.weightsHash();
    await copy.close();
    return before !== after;
  },

  'opened.weightsHash': async ({ opened, small }) =>
    (await opened.weightsHash()) === (await small.weightsHash()),

  'opened.noise': ({ opened }) => opened.noise(),

  'opened.tree': async ({ train, text }) => {
    const model = await train({ corpus: text, objective: 'hierarchical-softmax', epochs: 1 });
    const copy = await model.open();
    const tree = await copy.tree();
    await copy.close();
    await model.close();
    return tree;
  },

  'error.code': async ({ model }) => {
    try {
      await model.vector('quen');
    } catch (error) {
      return { code: error.code, message: error.message, suggestion: error.suggestion };
    }
  },
};
