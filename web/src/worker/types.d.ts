// What the worker makes, as callers of the API receive it (api/types.js hands it on).

import type { Found } from './files/collected.js';

/** What the build asked for needs and this place lacks. */
export type BuildLacks = '' | 'relaxed-simd' | 'isolation' | 'cores' | 'classifier' | 'unfinished';

export type Build = 'exact' | 'fast' | 'parallel';

/** Where a model runs. */
export interface Place {
  /** that runs */
  build: Build;
  /** that train */
  threads: number;
  /** why not the build that was asked for, or with 'auto' not the fastest; empty if it is */
  buildReason: string;
  /** the same as a word */
  buildLacks: BuildLacks;
}

/** How far a run is, whatever is trained. */
export interface Progress {
  /** the epoch under way, from 1 */
  epoch: number;
  epochs: number;
  /** steps done: windows (Word2Vec), batches (NNLM, ELMo) or minibatches (classifiers) */
  step: number;
  /** expected for the whole run */
  steps: number;
  /** 0 … 1 */
  progress: number;
  /** mean per prediction since the report before, in nats; NaN before the first */
  loss: number;
  learningRate: number;
  finished: boolean;
  /** finished early, the loss infinite: try a smaller learning rate */
  diverged: boolean;
  running: boolean;
}

export interface Report extends Progress {
  /** nats per prediction at the end of the last epoch; NaN until known */
  heldoutLoss: number;
  /** e to that power */
  heldoutPerplexity: number;
  /** corpus tokens consumed */
  tokens: number;
  tokensPerSecond: number;
  /** finished early: the held-out loss no longer fell */
  stoppedEarly: boolean;
}

export interface ClassifierReport extends Progress {
  /** of the examples trained on since the report before; NaN before the first */
  accuracy: number;
  /** trained on in all, repetitions counted */
  examples: number;
  examplesPerSecond: number;
  /** the examples run through the frozen layers, once */
  caching: boolean;
}

export interface Info extends Place {
  /** words */
  vocabulary: number;
  /** numbers in a word vector */
  dimensions: number;
  /** in the corpus, after rare words were dropped; 0 where there is none */
  tokens: number;
  sentences: number;
  /** ill-formed UTF-8 sequences and lone surrogates that became U+FFFD */
  replaced: number;
  /** tokens of more than 1,000 bytes, skipped */
  overlong: number;
  /** words held out that the vocabulary knows */
  heldoutTokens: number;
  /** what a file of vectors held beside them, where it was read as a stream */
  imported?: Found;
  /** words whose vectors begin as another model has them */
  started?: number;
  /** false for vectors, and for a checkpoint without its corpus */
  trainable: boolean;
}

export interface Layer {
  name: string;
  /** numbers in it */
  parameters: number;
  frozen: boolean;
  /** times alpha; 0 if frozen */
  learningRate: number;
}

export interface ClassifierInfo extends Place {
  kind: 'images' | 'text';
  labels: string[];
  /** lowest first */
  layers: Layer[];
  /** it is trained on; 0 for a file's */
  examples: number;
  /** of images; 0 for text */
  width: number;
  height: number;
  /** words; 0 for images */
  vocabulary: number;
  /** words of the examples that the vocabulary lacks */
  unknown: number;
  /** false for one from a file */
  trainable: boolean;
}

/** Of an ELMo with published weights. */
export interface ElmoInfo extends Place {
  /** above the token layer */
  layers: number;
  /** of a vector, both directions together */
  dimensions: number;
  /** of an LSTM */
  cells: number;
  /** numbers in the weights */
  parameters: number;
  trainable: boolean;
}

/** What a new model is known by, and what is known about it. */
export interface Opened<I = Info | ClassifierInfo | ElmoInfo> {
  id: number;
  info: I & { options?: Record<string, unknown> };
  /** of a model that can be trained */
  report?: Progress;
}

export interface Neighbour {
  word: string;
  similarity: number;
}

export interface Section {
  name: string;
  correct: number;
  total: number;
  oov: number;
  accuracy: number;
}

export interface Analogies {
  sections: Section[];
  correct: number;
  total: number;
  oov: number;
  accuracy: number;
}

export interface WordPairs {
  spearman: number;
  pearson: number;
  pairs: number;
  oov: number;
}

/** A word, or '</s>': the sentence ends, or '<s>': it begins. */
export interface Prediction {
  word: string;
  probability: number;
}

export interface SentenceScore {
  /** each with its probability; forwards '</s>' is the last, backwards '<s>' the first */
  words: Prediction[];
  perplexity: number;
  bitsPerWord: number;
}

/**
 * Held-out, e to the mean nats per prediction, all over the same words and sentence ends; NaN where
 * a checkpoint came without its corpus.
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
  /** two numbers for each watched occurrence, then for each extra sentence */
  positions: Float32Array;
  /** share of the variance on each axis */
  explained: [number, number];
  /** where the word's vector outside any context lies */
  static: [number, number];
  /** 0 … L, then the mix */
  layers: { accuracy: number; separation: number }[];
  /** of the layer shown: held-out occurrences nearest to their own sense */
  accuracy: number;
  /** of the layer shown */
  separation: number;
  /** of each extra sentence */
  neighbours: { occurrence: number; similarity: number }[][];
}

/** A watched occurrence near to a word of another sentence. */
export interface ContextNeighbour {
  sentence: string[];
  position: number;
  similarity: number;
}

/** What a layer makes of a picture, channels last. */
export interface Activation {
  layer: string;
  height: number;
  width: number;
  channels: number;
  values: Float32Array;
}

/** The first layer's, row by row. */
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

/** What a corpus becomes. */
export interface Tokenized {
  tokens: number;
  sentences: number;
  vocabulary: number;
  replaced: number;
  overlong: number;
  /** at most 3 sentences, 60 tokens */
  preview: string[][];
}
