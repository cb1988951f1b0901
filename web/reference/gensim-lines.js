/**
 * What gensim's users usually do, and the same here. `proof` is the test of tests/golden that runs both
 * and compares, if there is something to compare.
 */

/**
 * @typedef {object} Line
 * @property {string} gensim
 * @property {string} ours
 * @property {string} [proof]
 * @property {string} [en] a difference that matters
 * @property {string} [zh]
 */

/** @type {Line[]} */
export const gensimLines = [
  {
    gensim: 'model = Word2Vec(sentences, sg=1)',
    ours: "const model = await train({ corpus: { tokens: sentences }, model: 'skip-gram' })",
    proof: 'test_programs.py::test_gensim',
    en: 'The defaults differ: see below.',
    zh: '默认值不同，见下表。',
  },
  {
    gensim: "Word2Vec(corpus_file='text.txt')",
    ours: "await train({ corpus: await openAsBlob('text.txt') })",
    en: '`openAsBlob` is Node’s; in a page, the `File` that a reader chose.',
    zh: '`openAsBlob` 是 Node 的函数；在页面里用读者选的 `File`。',
  },
  {
    gensim: 'Word2Vec(iterable) # with __iter__',
    ours: "await train({ corpus: () => lines(), model: 'skip-gram' })",
    en: 'A function that returns an iterator of texts or lists of words. It is read once to count and once per epoch; the text need not fit into memory.',
    zh: '一个返回迭代器的函数，逐条给出文本或词的列表。先读一遍计数，再每轮读一遍；文本不必全放进内存。',
  },
  {
    gensim: 'model.train(sentences, total_examples=n, epochs=5)',
    ours: 'await train({ corpus, start: model, keep: true, epochs: 5 })',
    proof: 'test_gensim_page.py::test_more_epochs',
    en: 'Gives a new model, which begins with all weights of the old one.',
    zh: '得到一个新模型，从旧模型的全部权重开始。',
  },
  {
    gensim: 'model.build_vocab(more, update=True); model.train(more, …)',
    ours: 'await train({ corpus: more, start: model, keep: true })',
    proof: 'test_gensim_page.py::test_new_sentences_keep_the_old_words',
    en: 'The old words stay, new ones are added, the counts are summed.',
    zh: '旧词保留，新词加入，次数相加。',
  },
  {
    gensim: 'Word2Vec(…, callbacks=[callback]) # on_epoch_end',
    ours: 'await train({ corpus, onEpoch: ({ epoch, loss }) => … })',
  },
  {
    gensim: 'Phrases(sentences, min_count=5, threshold=10)[sentences]',
    ours: 'await findPhrases(corpus, { minCount: 5, threshold: 10 })',
    proof: 'test_gensim_page.py::test_phrases_of_the_state_of_the_union',
    en: 'Or train({ phrases: true }). The same pairs, joined by _.',
    zh: '也可以写 train({ phrases: true })。找出的词对相同，用 _ 连接。',
  },
  {
    gensim: "model.wv['king']",
    ours: "await model.vector('king')",
    proof: 'test_gensim.py::test_gensim_loads_the_same_bits_from_text_and_binary',
  },
  {
    gensim: "'king' in model.wv",
    ours: "await model.has('king')",
    proof: 'test_comparisons.py::test_n_similarity_distances_closer_than_has',
  },
  {
    gensim: 'model.wv.index_to_key',
    ours: '(await model.vocabulary()).map(({ word }) => word)',
    proof: 'test_gensim.py::test_vocabulary_order_and_shape',
  },
  {
    gensim: "model.wv.get_vecattr('king', 'count')",
    ours: "(await model.vocabulary()).find(({ word }) => word === 'king').count",
    proof: 'test_gensim_page.py::test_counts',
  },
  {
    gensim: "wv.most_similar(['king', 'woman'], ['man'])",
    ours: "await model.mostSimilar({ positive: ['king', 'woman'], negative: ['man'] })",
    proof: 'test_gensim.py::test_sums_of_words',
  },
  {
    gensim: 'wv.similar_by_vector(vector)',
    ours: 'await model.mostSimilar({ positive: vector })',
    proof: 'test_gensim_page.py::test_similar_by_vector',
  },
  {
    gensim: "wv.most_similar('king', restrict_vocab=10_000)",
    ours: "await model.mostSimilar({ positive: 'king', restrictVocab: 10_000 })",
    proof: 'test_comparisons.py::test_restrict_vocab',
  },
  {
    gensim: "wv.most_similar_cosmul(['king', 'woman'], ['man'])",
    ours: "await model.mostSimilarCosmul({ positive: ['king', 'woman'], negative: ['man'] })",
    proof: 'test_comparisons.py::test_most_similar_cosmul',
  },
  {
    gensim: "wv.similarity('king', 'queen')",
    ours: "await model.similarity('king', 'queen')",
    proof: 'test_gensim.py::test_similarity_and_rank',
  },
  {
    gensim: "wv.n_similarity(['king', 'queen'], ['man'])",
    ours: "await model.nSimilarity(['king', 'queen'], ['man'])",
    proof: 'test_comparisons.py::test_n_similarity_distances_closer_than_has',
  },
  {
    gensim: "wv.distances('king', ['queen', 'man'])",
    ours: "await model.distances('king', ['queen', 'man'])",
    proof: 'test_comparisons.py::test_n_similarity_distances_closer_than_has',
  },
  {
    gensim: "wv.closer_than('king', 'man')",
    ours: "await model.closerThan('king', 'man')",
    proof: 'test_comparisons.py::test_n_similarity_distances_closer_than_has',
  },
  {
    gensim: "wv.rank('king', 'queen')",
    ours: "await model.rank('king', 'queen')",
    proof: 'test_gensim.py::test_similarity_and_rank',
  },
  {
    gensim: "wv.doesnt_match(['paris', 'rome', 'dog'])",
    ours: "(await model.doesntMatch(['paris', 'rome', 'dog'])).word",
    proof: 'test_gensim.py::test_doesnt_match',
  },
  {
    gensim: 'wv.wmdistance(a, b)',
    ours: 'await model.wmdistance(a, b)',
    proof: 'test_comparisons.py::test_word_movers_distance',
  },
  {
    gensim: "wv.evaluate_word_pairs('pairs.tsv')",
    ours: 'await model.evaluateWordPairs(text)',
    proof: 'test_gensim.py::test_word_pairs',
    en: 'The text of the file, or the file as a Blob.',
    zh: '传入文件的内容，或文件的 Blob。',
  },
  {
    gensim: "wv.evaluate_word_analogies('questions.txt')",
    ours: 'await model.evaluateWordAnalogies(text)',
    proof: 'test_gensim.py::test_word_analogies',
  },
  {
    gensim: "wv.save_word2vec_format('v.bin', binary=True)",
    ours: "await writeFile('v.bin', await model.export('word2vec-binary'))",
    proof: 'test_gensim.py::test_gensim_writes_again_what_we_wrote',
  },
  {
    gensim: "KeyedVectors.load_word2vec_format('v.bin', binary=True, limit=50_000)",
    ours: "await load(await openAsBlob('v.bin'), { limit: 50_000 })",
    proof: 'test_gensim.py::test_ten_neighbours',
    en: 'Text, binary and gzip are recognised.',
    zh: '文本、二进制和 gzip 都能自动识别。',
  },
  {
    gensim: "model.save('m'); Word2Vec.load('m')",
    ours: 'const bytes = await model.checkpoint(); await load(bytes, { corpus })',
    en: 'Training goes on where it stopped, bit for bit.',
    zh: '训练从停下的地方继续，结果逐位相同。',
  },
  {
    gensim: 'model.predict_output_word(words)',
    ours: "await model.predictMiddle('the _ rules the land')",
    en: 'With CBOW; the blank is a _.',
    zh: '用 CBOW；空格写作 _。',
  },
];
