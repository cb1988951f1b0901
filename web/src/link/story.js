/** The models in the order of the story, as links name them. */
export const MODELS = ['one-hot', 'nnlm', 'cbow', 'skip-gram', 'elmo'];
