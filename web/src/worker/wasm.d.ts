// The bindings of cpp/wasm/words and cpp/wasm/transfer (bindings.cpp); those of the other modules are in
// files of their own. Every call may throw an Error with {code, parameter, value, permitted}.

import type {
  Activation,
  Analogies,
  ClassifierInfo,
  Comparison,
  ContextNeighbour,
  ElmoInfo,
  EvaluationKind,
  Filters,
  Info,
  LabelledLines,
  Neighbour,
  Perplexities,
  Place,
  Prediction,
  SenseMap,
  SentenceScore,
  Tokenized,
  WordPairs,
} from './types';
import type { NativeFilesModule, NativeVectors } from './wasm-files';
import type { ImageTrace, NativeInsideModule, NextExample, SentenceTrace } from './wasm-inside';

export type * from './wasm-files';
export type * from './wasm-inside';

/**
 * The information about a model. A checkpoint's options are complete; other models report only the
 * learning rate.
 */
export type NativeInfo<I> = Omit<I, keyof Place> & { options?: Record<string, unknown> };

export interface NativeReport {
  epoch: number;
  epochs: number;
  step: number;
  steps: number; // expected number of steps of the whole run
  progress: number;
  loss: number; // mean since the last report in nats; NaN without predictions
  accuracy?: number; // of a classifier: mean since the last report
  predictions: number; // number of predictions in these means
  epochLossBefore?: number; // of the epoch before the current one
  epochLoss: number; // mean over the current epoch so far, of a finished run over the last
  epochAccuracy?: number; // of a classifier: the same
  learningRate: number;
  finished: boolean;
  diverged: boolean; // finished early because the loss became infinite or NaN
}

export interface NativeWordsReport extends NativeReport {
  tokens: number;
  heldoutLoss: number; // nats per prediction; NaN until known
  heldoutPerplexity: number;
  tokensPerSecond: number;
  stoppedEarly: boolean; // finished early because the held-out loss no longer fell
}

export interface NativeClassifierReport extends NativeReport {
  accuracy: number;
  examples: number; // number trained on in all
  examplesPerSecond: number;
  caching: boolean;
}

/** A model that is trained in slices. */
export interface NativeTraining {
  runFor(milliseconds: number): NativeReport;
  runToEpochEnd?(milliseconds: number): NativeReport;
  runSteps(steps: number): NativeReport;
  report(): NativeReport;
  reset(seed: number): void;
}

export interface Projection {
  positions: Float32Array; // two numbers per word
  explained: [number, number]; // explained variance of each axis, as a share of the total
  meanSimilarity: number; // mean cosine of all pairs of these words
}

export interface NativeJob<Result = unknown, Shown = unknown> {
  delete(): void;
  runFor(milliseconds: number): boolean; // whether it is finished
  progress(): Shown; // progress for listeners: 0 … 1, or more fields
  result(): Result;
}

export type Sentence = string | string[]; // text to be split, or words

/** Names and numbers as in api/tables.js; checked there and again by the core. */
type Options = Record<string, unknown>;

/** The bytes of a text, and whether it is tokenized. */
export interface NativeText {
  bytes: Uint8Array<ArrayBuffer>;
  tokens: boolean; // whether it is tokenized already
}

export interface NativeLayer {
  layer: number; // −1: the mix
  direction: string;
  weights: number[]; // empty: all equal
  gamma: number;
}

/** `asked`: five numbers per question: the ids of its words, and 1 if the answer was right. */
export type NativeAnalogies = Omit<Analogies, 'sections'> & {
  sections: (Omit<Analogies['sections'][number], 'right' | 'wrong'> & { asked: Float32Array })[];
};

/** Words in their sentences, for a trained or a published ELMo. */
export interface NativeSenses {
  contextVectors(sentence: Sentence, layer: NativeLayer): Float32Array;
  contextNeighbours(
    sentence: Sentence,
    query: NativeLayer & { position: number; topn: number },
  ): ContextNeighbour[];
  watch(what: { words: string[]; sentences: string; senses: number[]; heldout: boolean[] }): {
    occurrences: number;
  };
  senseMap(query: NativeLayer & { sentences: string; align: boolean }): SenseMap;
}

/** The files of one format; only TSV has metadata besides its vectors. */
export interface NativeFiles {
  vectors: Uint8Array<ArrayBuffer>;
  metadata?: Uint8Array<ArrayBuffer>;
  renamed?: number; // of word2vec files and TSV pairs: words written with _
}

export interface NativeModel extends NativeTraining, NativeSenses {
  delete(): void;
  runFor(milliseconds: number): NativeWordsReport;
  runToEpochEnd(milliseconds: number): NativeWordsReport; // as runFor, at most to the epoch's end
  runSteps(steps: number): NativeWordsReport;
  report(): NativeWordsReport;
  reset(seed: number): void;
  weightsHash(): string;
  parameterCount(): number;
  multiplyAdds(options: Record<string, unknown>, vocabulary: number): number;
  info(): NativeInfo<Info>;
  vocabulary(topn: number): { words: string; counts: Float64Array };
  vector(word: string, matrix: string): Float32Array;
  vectors(matrix: string): Float32Array;
  mostSimilar(query: {
    positive: (string | Float32Array)[];
    negative: (string | Float32Array)[];
    topn: number;
    matrix: string;
    restrictVocab: number;
  }): Neighbour[];
  mostSimilarCosmul(query: {
    positive: string[];
    negative: string[];
    topn: number;
    matrix: string;
    restrictVocab: number;
  }): Neighbour[];
  nSimilarity(a: string[], b: string[], matrix: string): number;
  distances(word: string, others: string[], matrix: string): Float64Array;
  closerThan(a: string, b: string, matrix: string): string[];
  wmdistance(a: string[], b: string[], matrix: string): number;
  similarity(a: string, b: string, matrix: string): number;
  doesntMatch(words: string[], matrix: string): { word: string; similarities: number[] };
  rank(a: string, b: string, matrix: string): number;
  projection(options: { align: boolean; words: string[] | null }): Projection;
  evaluationKind(text: string): EvaluationKind;
  alignPositions(previous: Float32Array, current: Float32Array, all: Float32Array): Float32Array;
  evaluateWordPairs(text: string, strict: boolean): WordPairs;
  evaluateWordAnalogies(text: string, strict: boolean): NativeJob<NativeAnalogies, number>;
  exportAs(format: string): NativeFiles;

  predictNext(before: Sentence, topn: number): Prediction[];
  predictPrevious(after: Sentence, topn: number): Prediction[];
  predictMiddle(context: Sentence, using: string, topn: number): Prediction[];
  scoreSentence(sentence: Sentence, direction: string): SentenceScore;
  generate(options: Options & { prompt: Sentence }): { words: string[]; ended: boolean };
  nextExample(): NextExample | null;
  sentence(number: number): string[];
  perplexities(text: string | null): NativeJob<Perplexities, number>; // null: the held-out text
}

export interface NativeModule {
  /**
   * options.start: {words, vectors, outputs?}, one word per line: the initial vectors, also after a
   * reset. options.known: {words, counts, closed}: words that the vocabulary has besides those of the
   * text; closed: instead of them.
   */
  createModel(bytes: Uint8Array, options: Options): NativeModel;
  loadVectors(rows: NativeVectors): NativeModel;
  loadCheckpoint(bytes: Uint8Array): NativeModel;
  resumeCheckpoint(
    bytes: Uint8Array,
    corpus: Uint8Array,
    options: Options, // tokens, replaced, heldout, threads; everything else is in the checkpoint
  ): NativeModel;
  tokenize(bytes: Uint8Array, options: Options): Tokenized;
  tokenLines(bytes: Uint8Array, options: Options): Uint8Array<ArrayBuffer>;
  liveModels(): number;
  heapBytes(): number;
  count_emval_handles?(): number;
  PThread?: { terminateAllThreads(): void }; // for the parallel build
}

/** As packed by api/examples.js: pixels, lines or sentences. */
export interface NativeExamples {
  name: string;
  labels: string[];
  targets: Int32Array;
  pixels?: Uint8Array;
  width?: number;
  height?: number;
  lines?: Uint8Array;
  sentences?: string;
}

export interface NativeClassifier extends NativeTraining {
  delete(): void;
  runFor(milliseconds: number): NativeClassifierReport;
  runSteps(steps: number): NativeClassifierReport;
  report(): NativeClassifierReport;
  weightsHash(): string;
  parameterCount(): number;
  info(): NativeInfo<ClassifierInfo>;
  classify(inputs: NativeExamples): Float32Array; // probabilities, [n, labels]
  activations(image: NativeExamples): Activation[];
  filters(): Filters;
  inside(example: NativeExamples, alpha: number): ImageTrace | SentenceTrace; // one, with its label
  exportAs(format: string): NativeFiles;
  transfer(examples: NativeExamples, options: Options): NativeClassifier;
  evaluate(examples: NativeExamples): NativeJob<NativeEvaluation, number>;
  compare(pool: NativeExamples, test: NativeExamples, options: Options): NativeComparison;
  forgetting(
    other: Uint8Array, // checkpoint of another classifier
    examples: NativeExamples,
  ): NativeJob<{ before: number; after: number }, number>;
}

export interface NativeEvaluation {
  accuracy: number;
  correct: number;
  total: number;
  confusion: Float32Array; // [labels, labels]
  predictions: Float32Array; // [n]
}

type NativeComparison = NativeJob<Comparison, Comparison & { progress: number }>;

/** An ELMo whose weights come from a file. */
export interface NativeReader extends NativeSenses {
  delete(): void;
  parameters(): { name: string; rows: number; cols: number }[];
  setRows(parameter: number, first: number, numbers: Float32Array): void;
  info(): NativeInfo<ElmoInfo>;
  weightsHash(): string;
  parameterCount(): number;
  readAhead(sentences: string): NativeJob<{ sentences: number }, number>;
}

export interface NativeTransferModule {
  createImages(examples: NativeExamples, options: Options): NativeClassifier;
  createFromWords(
    checkpoint: Uint8Array, // for models of words
    examples: NativeExamples,
    options: Options,
  ): NativeClassifier;
  compareWords(
    checkpoint: Uint8Array,
    pool: NativeExamples,
    test: NativeExamples,
    options: Options,
  ): NativeComparison;
  loadClassifier(checkpoint: Uint8Array): NativeClassifier;
  readLabelledLines(bytes: Uint8Array): LabelledLines;
  createReader(options: object): NativeReader; // see worker/files/elmo-options.js
  liveModels(): number;
  heapBytes(): number;
  count_emval_handles?(): number;
}

export type ModuleFactory = (
  options?: object,
) => Promise<NativeModule & NativeTransferModule & NativeFilesModule & NativeInsideModule>;
