// What cpp/wasm/words/bindings.cpp and cpp/wasm/transfer/bindings.cpp offer, as the worker sees it.
// Every call may throw an Error that carries {code, parameter, value, permitted}.

export interface NativeProgress {
  epoch: number;
  epochs: number;
  step: number;
  steps: number; // expected for the whole run
  progress: number;
  loss: number; // mean since the last report, nats; NaN if nothing was predicted
  accuracy?: number; // of a classifier: the same
  predictions: number; // that the means are taken over
  learningRate: number;
  finished: boolean;
  diverged: boolean; // finished early, the loss infinite or NaN
}

export interface NativeReport extends NativeProgress {
  tokens: number;
  heldoutLoss: number; // nats per prediction; NaN until known
  heldoutPerplexity: number;
  tokensPerSecond: number;
  stoppedEarly: boolean; // finished early, the held-out loss no longer falling
}

export interface NativeClassifierReport extends NativeProgress {
  accuracy: number;
  examples: number; // trained on in all
  examplesPerSecond: number;
  caching: boolean;
}

/** What is trained in slices. */
export interface NativeTraining {
  runFor(milliseconds: number): NativeProgress;
  runSteps(steps: number): NativeProgress;
  report(): NativeProgress;
  reset(seed: number): void;
}

export interface NativeNeighbour {
  word: string;
  similarity: number;
}

export interface NativePrediction {
  word: string;
  probability: number;
}

export interface NativeJob {
  delete(): void;
  runFor(milliseconds: number): boolean; // whether it is finished
  progress(): number | object; // 0 … 1, or what listeners are shown
  result(): object;
}

type Sentence = string | string[]; // text to split, or words

interface NativeLayer {
  layer: number; // −1: the mix
  direction: string;
  weights: number[]; // empty: all equal
  gamma: number;
}

export interface NativeModel extends NativeTraining {
  delete(): void;
  runFor(milliseconds: number): NativeReport;
  runSteps(steps: number): NativeReport;
  report(): NativeReport;
  reset(seed: number): void;
  weightsHash(): string;
  parameterCount(): number;
  info(): Record<string, any>; // options: of a checkpoint all of them, else the learning rate
  vocabulary(topn: number): { words: string; counts: Float64Array };
  vector(word: string, matrix: string): Float32Array;
  vectors(matrix: string): Float32Array;
  mostSimilar(query: object): NativeNeighbour[];
  similarity(a: string, b: string, matrix: string): number;
  doesntMatch(words: string[], matrix: string): { word: string; similarities: number[] };
  rank(a: string, b: string, matrix: string): number;
  projection(options: object): { positions: Float32Array; explained: [number, number] };
  evaluateWordPairs(text: string): Record<string, number>;
  evaluateWordAnalogies(text: string): NativeJob;
  exportAs(format: string): Record<string, Uint8Array<ArrayBuffer>>;

  predictNext(before: Sentence, topn: number): NativePrediction[];
  predictPrevious(after: Sentence, topn: number): NativePrediction[];
  predictMiddle(context: Sentence, using: string, topn: number): NativePrediction[];
  scoreSentence(sentence: Sentence, direction: string): object;
  generate(options: object): { words: string[]; ended: boolean };
  perplexities(text: string | null): NativeJob; // null: the held-out text

  contextVectors(sentence: Sentence, layer: NativeLayer): Float32Array;
  contextNeighbours(sentence: Sentence, query: NativeLayer & object): object[];
  watch(what: object): { occurrences: number };
  senseMap(query: NativeLayer & object): object;
}

export interface NativeModule {
  createModel(bytes: Uint8Array, options: object): NativeModel;
  loadModel(bytes: Uint8Array, format: string, metadata: Uint8Array): NativeModel;
  loadCheckpoint(bytes: Uint8Array): NativeModel;
  resumeCheckpoint(
    bytes: Uint8Array,
    corpus: Uint8Array,
    options: object, // tokens, replaced, heldout, threads; all else is in the checkpoint
  ): NativeModel;
  tokenize(bytes: Uint8Array, options: object): Record<string, any>;
  liveModels(): number;
  heapBytes(): number;
  count_emval_handles?(): number;
  PThread?: { terminateAllThreads(): void }; // of the parallel build
}

/** As api/examples.js packs them: pixels, lines or sentences. */
interface NativeExamples {
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
  info(): Record<string, any>;
  classify(inputs: NativeExamples): Float32Array; // probabilities, [n, labels]
  activations(image: NativeExamples): object[];
  filters(): object;
  exportAs(format: string): { vectors: Uint8Array<ArrayBuffer> };
  transfer(examples: NativeExamples, options: object): NativeClassifier;
  evaluate(examples: NativeExamples): NativeJob;
  compare(pool: NativeExamples, test: NativeExamples, options: object): NativeJob;
  forgetting(other: Uint8Array, examples: NativeExamples): NativeJob; // another's checkpoint
}

/** An ELMo whose weights come from a file. */
export interface NativeReader {
  delete(): void;
  parameters(): { name: string; rows: number; cols: number }[];
  setRows(parameter: number, first: number, numbers: Float32Array): void;
  info(): Record<string, any>;
  weightsHash(): string;
  parameterCount(): number;
  contextVectors(sentence: Sentence, layer: NativeLayer): Float32Array;
  contextNeighbours(sentence: Sentence, query: NativeLayer & object): object[];
  watch(what: object): { occurrences: number };
  senseMap(query: NativeLayer & object): object;
  readAhead(sentences: string): NativeJob;
}

export interface NativeTransferModule {
  createImages(examples: NativeExamples, options: object): NativeClassifier;
  createFromWords(
    checkpoint: Uint8Array, // of a model of words
    examples: NativeExamples,
    options: object,
  ): NativeClassifier;
  compareWords(
    checkpoint: Uint8Array,
    pool: NativeExamples,
    test: NativeExamples,
    options: object,
  ): NativeJob;
  loadClassifier(checkpoint: Uint8Array): NativeClassifier;
  beginWith(
    checkpoint: Uint8Array, // of a run that has not begun
    vectors: Uint8Array, // binary word2vec
  ): { checkpoint: Uint8Array; known: number };
  createReader(options: object): NativeReader; // worker/files/elmo-options.js
  liveModels(): number;
  heapBytes(): number;
  count_emval_handles?(): number;
}

export type ModuleFactory = (options?: object) => Promise<NativeModule & NativeTransferModule>;
