/** The models in the order of the story, under the names used in links. */
export const MODELS = ['one-hot', 'nnlm', 'cbow', 'skip-gram', 'elmo'];

/** The Lab's first corpus in a language. @param {string} [language] */
export const firstCorpus = (language) => (language === 'zh' ? 'relations-zh' : 'relations-en');
