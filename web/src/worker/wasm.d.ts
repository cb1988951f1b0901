// What cpp/wasm/bindings.cpp offers, as the worker sees it. Every call may throw an Error that
// carries {code, name, value, permitted}.

export interface NativeReport {
  epoch: number;
  epochs: number;
  step: number;
  steps: number; // expected for the whole run
  tokens: number;
  progress: number;
  loss: number; // mean since the last report, nats; NaN if nothing was predicted
  predictions: number; // that the mean is taken over
  learningRate: number;
  tokensPerSecond: number;
  finished: boolean;
  diverged: boolean; // finished early, the loss infinite or NaN
}

export interface NativeNeighbour {
  word: string;
  similarity: number;
}

export interface NativeEvaluation {
  delete(): void;
  runFor(milliseconds: number): boolean; // whether it is finished
  progress(): number; // 0 … 1
  result(): object;
}

export interface NativeModel {
  delete(): void;
  runFor(milliseconds: number): NativeReport;
  runSteps(steps: number): NativeReport;
  report(): NativeReport;
  reset(seed: number): void;
  weightsHash(): string;
  info(): Record<string, number | boolean>;
  vocabulary(topn: number): { words: string; counts: Float64Array };
  vector(word: string, matrix: string): Float32Array;
  vectors(matrix: string): Float32Array;
  mostSimilar(query: object): NativeNeighbour[];
  similarity(a: string, b: string, matrix: string): number;
  doesntMatch(words: string[], matrix: string): { word: string; similarities: number[] };
  rank(a: string, b: string, matrix: string): number;
  projection(options: object): { positions: Float32Array; explained: [number, number] };
  evaluateWordPairs(text: string): Record<string, number>;
  evaluateWordAnalogies(text: string): NativeEvaluation;
  exportAs(format: string): Record<string, Uint8Array<ArrayBuffer>>;
}

export interface NativeModule {
  createModel(bytes: Uint8Array, options: object): NativeModel;
  loadModel(bytes: Uint8Array, format: string, metadata: Uint8Array): NativeModel;
  tokenize(bytes: Uint8Array, options: object): Record<string, any>;
  liveModels(): number;
  heapBytes(): number;
  count_emval_handles?(): number;
}

export type ModuleFactory = (options?: object) => Promise<NativeModule>;
