// The bindings of cpp/wasm/inside (bindings.cpp), which follow one example through a copy of a model.

import type { NativeInfo, Sentence } from './wasm';

/** One array of a trace. */
export interface Quantity {
  name: string; // "hidden.before"
  rows: number;
  cols: number;
  values: Float32Array; // row by row
  of?: Int32Array; // what each row belongs to: word ids, or nodes of a Huffman tree
}

/** Rows of a parameter before and after a step. */
export interface Change {
  name: string; // "output.weight"
  rows: number;
  cols: number;
  before: Float32Array;
  after: Float32Array;
  of?: Int32Array; // their numbers; undefined: all rows
}

/** What one example computes, in the order of the computation. */
export interface Trace {
  sentence: Int32Array; // word ids
  position: number; // of the word to predict
  loss: number; // nats, summed over the predictions; ELMo: their mean
  lossAfter: number; // with the weights after the step
  forward: Quantity[]; // inputs first
  backward: Quantity[]; // ∂loss/∂quantity and ∂loss/∂parameter; output first
  changes: Change[];
}

/** What one picture computes; quantities that are maps are [height·width, channels]. */
export interface ImageTrace extends Omit<Trace, 'sentence' | 'position'> {
  sizes: { name: string; height: number; width: number; channels: number }[]; // of the maps
}

/** What one sentence computes in a classifier. */
export interface SentenceTrace extends Omit<Trace, 'sentence' | 'position'> {
  words: string[]; // those that the vocabulary has
}

/** Back-propagation's slope beside a measured one, in double precision. */
export interface Proof {
  value: number;
  epsilon: number;
  lossAbove: number; // at value + ε
  lossBelow: number; // at value − ε
  measured: number; // (lossAbove − lossBelow) / 2ε
  gradient: number; // by back-propagation
  relativeError: number;
}

/** One number of a parameter, or of a quantity of the forward pass. */
export interface Entry {
  name: string;
  row: number;
  col: number;
}

export interface NativeExample {
  sentence: Sentence;
  position: number;
  radius: number; // of Word2Vec's window; 0: the longest
  alpha: number; // learning rate of the step
  noise: string | number; // of NextExample, or a seed
}

/** What the next step of training looks at. */
export interface NextExample {
  sentence: string[]; // without the words that subsampling dropped
  position: number; // the word to predict; the number of words: the end of the sentence
  radius: number; // of Word2Vec's window
  noise: string; // the state of the random numbers that draw the negative samples
  number: number; // of the sentence in the training text, from 0
  together: number; // how many examples the step takes
}

export interface OpenedInfo {
  trainable: boolean; // false
  model: string;
  objective: string;
  window: number;
  parameters: { name: string; rows: number; cols: number }[];
}

/** A copy of a model whose numbers can be followed, proved and changed. */
export interface NativeOpened {
  delete(): void;
  info(): NativeInfo<OpenedInfo>;
  weightsHash(): string;
  weights(name: string): Float32Array;
  trace(example: NativeExample): Trace;
  prove(example: NativeExample, entry: Entry, epsilon: number): Proof;
  setWeight(entry: Entry, value: number): void;
  takeStep(example: NativeExample): void;
  noise(): Float64Array;
  tree(): { nodes: Int32Array; branches: Int32Array; offsets: Int32Array };
}

export interface NativeInsideModule {
  openModel(checkpoint: Uint8Array): NativeOpened;
  liveModels(): number;
  heapBytes(): number;
  count_emval_handles?(): number;
}
