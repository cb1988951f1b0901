/** The models in the order of the story, under the names used in links. */
export const MODELS = ['one-hot', 'nnlm', 'cbow', 'skip-gram', 'elmo'];
