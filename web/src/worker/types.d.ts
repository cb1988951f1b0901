// The results of the worker as callers of the API receive them (re-exported by api/types.js).

export type * from './types-of-lines';

/** Facts about a file of vectors besides its vectors. */
export interface Found {
  format: 'text' | 'binary' | 'tsv';
  /** words that were read; words + leftOut is the number of rows that were looked at */
  words: number;
  dimensions: number;
  /** number of words according to the first line; 0 if there is none */
  promised: number;
  /** whether reading stopped at the limit before the end */
  limited: boolean;
  /** whether the file has fewer rows than its first line says */
  short: boolean;
  /** whether it has more; those of a text file are read, too */
  long: boolean;
  /** rows that were left out */
  leftOut: number;
  /** of these, words that occur again; their first vector is used */
  duplicates: number;
  /** of the words, those in which white space or control characters became _ */
  renamed: number;
  /**
   * the first row that was left out. line: from 1, in a binary file the number of the word; file: of a
   * TSV pair; text: the word, or what is not a number, or for 'count' how many numbers there are
   */
  firstLeftOut?: {
    line: number;
    file: 'vectors' | 'metadata';
    reason: 'duplicate' | 'blank' | 'utf-8' | 'count' | 'number' | 'not-finite' | 'cut';
    text: string;
  };
  /** in which a text file that is not UTF-8 was read */
  encoding?: string;
  /** of a TSV pair: the column that holds the words, from 1, of how many, and its heading */
  column?: { number: number; of: number; heading: string };
}

/** What the requested build requires and this environment lacks. */
export type BuildLacks = '' | 'relaxed-simd' | 'isolation' | 'cores' | 'classifier' | 'unfinished';

export type Build = 'exact' | 'fast' | 'parallel';

/** The build in which a model runs. */
export interface Place {
  /** the build that is used */
  build: Build;
  /** number of training threads */
  threads: number;
  /** why it is not the requested build, or with 'auto' not the fastest; empty if it is */
  buildReason: string;
  /** the same reason as a single word */
  buildLacks: BuildLacks;
}

/** The progress of a run of any kind. */
export interface Progress {
  /** the current epoch, from 1 */
  epoch: number;
  epochs: number;
  /** steps done: windows (Word2Vec), batches (NNLM, ELMo) or minibatches (classifiers) */
  step: number;
  /** expected number of steps of the whole run */
  steps: number;
  /** 0 … 1 */
  progress: number;
  /**
   * mean per prediction since the previous report, in nats; NaN before the first. How much of the
   * run that is depends on the speed of the machine. In the report of a finished run it is
   * `epochLoss`.
   */
  loss: number;
  /**
   * mean per prediction over the current epoch so far, in nats; of a finished run, over the last
   * epoch. It depends on the run alone: the same settings give the same number everywhere
   */
  epochLoss: number;
  learningRate: number;
  finished: boolean;
  /** finished early because the loss became infinite; try a smaller learning rate */
  diverged: boolean;
  running: boolean;
}

export interface Report extends Progress {
  /** nats per prediction at the end of the last epoch; NaN until known */
  heldoutLoss: number;
  /** e to the power of heldoutLoss */
  heldoutPerplexity: number;
  /** corpus tokens processed */
  tokens: number;
  tokensPerSecond: number;
  /** finished early because the held-out loss no longer fell */
  stoppedEarly: boolean;
}

/** The end of an epoch. */
export interface EpochReport {
  /** the epoch that has ended, from 1 */
  epoch: number;
  epochs: number;
  /** mean per prediction over this epoch, in nats */
  loss: number;
  /** after this epoch, if it has been measured by then; NaN without a held-out text */
  heldoutLoss: number;
  heldoutPerplexity: number;
  learningRate: number;
  /** corpus tokens processed so far */
  tokens: number;
}

/** The duration of a whole run on this machine, measured on its first steps. */
export interface Forecast {
  seconds: number;
  tokensPerSecond: number;
}

export interface ClassifierReport extends Progress {
  /**
   * on the examples trained on since the previous report; NaN before the first. In the report of a
   * finished run it is `epochAccuracy`
   */
  accuracy: number;
  /** on the examples of the current epoch so far; of a finished run, of the last epoch */
  epochAccuracy: number;
  /** number trained on in all, repetitions included */
  examples: number;
  examplesPerSecond: number;
  /** true while the examples are run through the frozen layers once */
  caching: boolean;
}

export interface Info extends Place {
  /** number of words */
  vocabulary: number;
  /** size of a word vector */
  dimensions: number;
  /** number in the corpus, after rare words were dropped; 0 without a corpus */
  tokens: number;
  sentences: number;
  /** invalid UTF-8 sequences and lone surrogates that were replaced by U+FFFD */
  replaced: number;
  /** tokens of more than 1,000 bytes, skipped */
  overlong: number;
  /** signs that are no part of a token; punctuation is not counted */
  dropped: number;
  /** the first different ones, at most six */
  droppedSigns: string[];
  /** tokens that are alone in their sentence: Word2Vec learns nothing from them */
  alone: number;
  /** number of held-out words that are in the vocabulary */
  heldoutTokens: number;
  /** number of threads that share the work; 1 if dividing it would cost more than it saves */
  threadsUsed: number;
  /** of vectors from a file: what was read, left out and changed */
  imported?: Found;
  encoding?: string; // of the file that the corpus came from
  /** number of pairs of words that were joined to phrases, if that was asked for */
  phrases?: number;
  /** number of words whose initial vectors come from another model */
  started?: number;
  /** false for vectors, and for a checkpoint without its corpus */
  trainable: boolean;
}

export interface Layer {
  name: string;
  /** number of its parameters */
  parameters: number;
  frozen: boolean;
  /** factor of alpha; 0 if frozen */
  learningRate: number;
}

export interface ClassifierInfo extends Place {
  kind: 'images' | 'text';
  labels: string[];
  /** from the lowest to the highest */
  layers: Layer[];
  /** number it is trained on; 0 for a classifier from a file */
  examples: number;
  /** width of the images; 0 for text */
  width: number;
  height: number;
  /** number of words; 0 for images */
  vocabulary: number;
  /** number of words in the examples that are not in the vocabulary */
  unknown: number;
  /** false for a classifier from a file */
  trainable: boolean;
}

/** Info of an ELMo with published weights. */
export interface ElmoInfo extends Place {
  /** number of layers above the token layer */
  layers: number;
  /** size of a vector of both directions together */
  dimensions: number;
  /** LSTM cells */
  cells: number;
  /** number of weights */
  parameters: number;
  trainable: boolean;
}

/** The id of a new model, and the information about it. */
export interface Opened<I = Info | ClassifierInfo | ElmoInfo> {
  id: number;
  info: I & { options?: Record<string, unknown> };
  /** only of a model that can be trained */
  report?: Progress;
}

export interface Neighbour {
  word: string;
  similarity: number;
}

/** A word, `</s>` for the end of the sentence, or `<s>` for its start. */
export interface Prediction {
  word: string;
  probability: number;
}

export interface SentenceScore {
  /** each with its probability; forwards, `</s>` is the last; backwards, `<s>` is the first */
  words: Prediction[];
  perplexity: number;
  bitsPerWord: number;
}

/**
 * Perplexities on the held-out text: e to the mean nats per prediction, all over the same words and
 * sentence ends. NaN for a checkpoint that was loaded without its corpus.
 */
export interface Perplexities {
  words: number;
  sentences: number;
  model: number;
  unigram: number;
  /** interpolated */
  bigram: number;
  /** interpolated */
  trigram: number;
  /** ½ model + ½ trigram */
  mixed: number;
}

export interface SenseMap {
  /** two numbers per watched occurrence, then per extra sentence */
  positions: Float32Array;
  /** explained variance of each axis, as a share of the total */
  explained: [number, number];
  /** position of the word's vector without context */
  static: [number, number];
  /** layers 0 … L, then the mix */
  layers: { accuracy: number; separation: number }[];
  /** for the selected layer: share of held-out occurrences that are nearest to their own sense */
  accuracy: number;
  /** for the selected layer */
  separation: number;
  /** per extra sentence */
  neighbours: { occurrence: number; similarity: number }[][];
}

/** A watched occurrence near a word of another sentence. */
export interface ContextNeighbour {
  sentence: string[];
  position: number;
  similarity: number;
}

/** The output of a layer for a picture, channels last. */
export interface Activation {
  layer: string;
  height: number;
  width: number;
  channels: number;
  values: Float32Array;
}

/** The filters of the first layer, row by row. */
export interface Filters {
  height: number;
  width: number;
  count: number;
  values: Float32Array;
}

export type TransferMode = 'scratch' | 'frozen' | 'fine-tuned' | 'frozen-random';

/** Accuracies on the test examples, 0 … 1. */
export interface Comparison {
  results: { mode: TransferMode; labels: number; seed: number; accuracy: number }[];
  /** spread: sample standard deviation over the seeds */
  summary: { mode: TransferMode; labels: number; seeds: number; mean: number; spread: number }[];
}

/** Counts of a corpus. */
export interface Tokenized {
  tokens: number;
  sentences: number;
  vocabulary: number;
  replaced: number;
  overlong: number;
  /** signs that are no part of a token; punctuation is not counted */
  dropped: number;
  /** the first different ones, at most six */
  droppedSigns: string[];
  /** tokens that are alone in their sentence */
  alone: number;
  /** at most 3 sentences of at most 60 tokens */
  preview: string[][];
}
