/** The examples of the exported functions. They run in the tests, and their answers are in the reference. */

/** @typedef {import('../fixtures.js').Fixtures} Fixtures */

/** @type {Record<string, (given: Fixtures) => unknown>} */
export const functions = {
  train: async ({ train, show }) => {
    const model = await train({
      model: 'skip-gram',
      corpus: { preset: 'relations-en' },
      seed: 1,
      onProgress: ({ progress, loss }) => show(progress, loss),
    });
    const [first] = await model.mostSimilar({ positive: ['king', 'woman'], negative: ['man'] });
    await model.close();
    return first;
  },

  findPhrases: async ({ findPhrases }) => {
    const text = 'new york is big\nnew york is far\nthe sea is far\n'.repeat(20);
    const { phrases, text: joined } = await findPhrases(text, { threshold: 0.1 });
    return [phrases[0], joined.split('\n')[0]];
  },

  create: async ({ create, text }) => {
    const model = await create({ model: 'cbow', corpus: text, vectorSize: 16 });
    const before = await model.weightsHash();
    await model.resume(); // trains
    const after = await model.weightsHash();
    await model.close();
    return before !== after;
  },

  repeat: async ({ repeat, text }) => {
    const ask = [{ similar: 'king' }];
    const { answers } = await repeat({ model: 'cbow', corpus: text }, { seeds: 3, ask });
    const { word, first, among, mean, spread } = answers[0].words[0];
    return { word, first, among, mean, spread }; // first in that many of 3 runs
  },

  load: async ({ load }) => {
    const model = await load('3 2\nking 1 0\nqueen 0.9 0.1\napple 0 1\n');
    const nearest = await model.mostSimilar({ positive: 'king', topn: 1 });
    await model.close();
    return nearest;
  },

  tokenize: ({ tokenize }) =>
    tokenize('The cat sat. The dog ran!', { tokenizer: 'words', sentences: 'stops' }),

  readText: async ({ readText }) => {
    const bytes = new Uint8Array([0xb9, 0xfa, 0xcd, 0xf5]); // of a file in GBK
    const { bytes: utf8, title } = await readText(bytes, { encoding: 'gbk' });
    return [title, new TextDecoder().decode(utf8)];
  },

  readLabelledLines: async ({ readLabelledLines }) => {
    const { labels, sentences } = await readLabelledLines('good\ta fine film\nbad\tso dull\n');
    return { labels, sentences };
  },

  createImages: async ({ createImages, pictures }) => {
    const classifier = await createImages({ examples: pictures, filters: [4, 8], kernel: 3 });
    await classifier.step(5);
    const { step } = await classifier.report();
    await classifier.close();
    return step;
  },

  trainImages: async ({ trainImages, pictures, testPictures }) => {
    const classifier = await trainImages({
      examples: pictures,
      filters: [4, 8],
      kernel: 3,
      epochs: 8,
    });
    const { accuracy } = await classifier.evaluate(testPictures);
    await classifier.close();
    return accuracy;
  },

  loadElmo: async ({ loadElmo, files }) => {
    const elmo = await loadElmo(files); // { options, weights }: the files of bilm-tf
    const vectors = await elmo.contextVectors('she ate an apple', { layer: 2 });
    await elmo.close();
    return vectors;
  },
};
