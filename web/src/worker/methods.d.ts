// The methods of the worker by name. api/engine.js calls them; host.js implements them.

import type { DecodedText } from './files/decode-text.js';
import type { Family, Where } from './loader.js';
import type { RunOptions } from './run.js';
import type {
  ClassifierInfo,
  ElmoInfo,
  Forecast,
  Info,
  LabelledLines,
  Opened,
  Tokenized,
} from './types';
import type {
  NativeClassifier,
  NativeExamples,
  NativeJob,
  NativeModel,
  NativeOpened,
  NativeReader,
  NativeSenses,
  NativeText,
  OpenedInfo,
} from './wasm';

type Bytes = Uint8Array<ArrayBuffer>;
type Options = Record<string, unknown>; // names are in api/tables.js; the core checks them again
type Listener<Shown> = (shown: Shown) => void;

// any: Report or ClassifierReport, depending on the model; Trainable<Report> of the API has the
// type.
type AnyReport = any;

/** The number by which long work is cancelled. */
interface Cancellable {
  job: number;
}

/** Questions that the core answers in one step, with the native methods' arguments and answers. */
export type Questions = NativeSenses &
  Pick<
    NativeModel,
    | 'mostSimilar'
    | 'similarity'
    | 'doesntMatch'
    | 'rank'
    | 'mostSimilarCosmul'
    | 'nSimilarity'
    | 'distances'
    | 'closerThan'
    | 'wmdistance'
    | 'vector'
    | 'vectors'
    | 'vocabulary'
    | 'projection'
    | 'alignPositions'
    | 'evaluateWordPairs'
    | 'evaluationKind'
    | 'predictNext'
    | 'predictPrevious'
    | 'predictMiddle'
    | 'scoreSentence'
    | 'generate'
    | 'exportAs'
    | 'weightsHash'
    | 'parameterCount'
    | 'multiplyAdds'
    | 'nextExample'
    | 'sentence'
  > &
  Pick<NativeOpened, 'weights' | 'trace' | 'prove' | 'setWeight' | 'takeStep' | 'noise' | 'tree'> &
  Pick<NativeClassifier, 'classify' | 'activations' | 'filters' | 'inside'>;

/** Questions that the core answers in slices. */
export type Jobs = Pick<NativeModel, 'evaluateWordAnalogies' | 'perplexities'> &
  Pick<NativeClassifier, 'evaluate' | 'compare'> &
  Pick<NativeReader, 'readAhead'> & {
    forgetting(
      other: number, // the other model
      examples: NativeExamples,
    ): ReturnType<NativeClassifier['forgetting']>;
  };

/** The result of a job, and the progress it reports. */
export type Result<Name extends keyof Jobs> =
  ReturnType<Jobs[Name]> extends NativeJob<infer R, unknown> ? R : never;
export type Shown<Name extends keyof Jobs> =
  ReturnType<Jobs[Name]> extends NativeJob<unknown, infer S> ? S : never;

/** The calls: arguments, progress and answer. */
export interface Methods {
  ready(args: object): true;

  create(args: {
    bytes: Bytes;
    where: Where;
    options: Options & { heldout: NativeText };
    start?: number; // the model whose vectors are the initial ones
    keep?: boolean; // and whose words and output vectors stay
    known?: { words: string; counts: number[]; closed: boolean }; // words of the vocabulary
  }): Opened<Info>;
  loadCheckpoint(args: {
    bytes: Bytes;
    where: Where;
    corpus?: Bytes;
    options?: Options;
  }): Opened<Info>;
  /** Reads vectors from files of any size as a stream. */
  import(
    args: {
      files: { vectors: Blob; metadata?: Blob };
      limit: number;
      strict: boolean;
      encoding?: string;
      where: Where;
    } & Cancellable,
    listener?: Listener<{ progress: number; words: number }>,
  ): Opened<Info>;
  /** Loads an ELMo with published weights. */
  loadElmo(
    args: { files: { options: string; weights: Blob }; where: Where } & Cancellable,
    listener?: Listener<number>,
  ): Opened<ElmoInfo>;
  createImages(args: {
    examples: NativeExamples;
    options: Options;
    where: Where;
  }): Opened<ClassifierInfo>;
  loadClassifier(args: { bytes: Bytes; where: Where }): Opened<ClassifierInfo>;
  /** Copies the weights of a model of words, to follow examples through them. */
  openInside(args: { id: number }): Opened<OpenedInfo>;
  /** Creates a classifier on the layers of a model. */
  transfer(args: {
    id: number;
    examples: NativeExamples;
    options: Options;
  }): Opened<ClassifierInfo>;
  tokenize(args: { bytes: Bytes; where: Where; options: Options }): Tokenized;
  /** All tokens, separated by spaces, one sentence per line. */
  tokenLines(args: { bytes: Bytes; where: Where; options: Options }): Bytes;
  /** Counts the words of a text, in the order of their first appearance. */
  countWords(args: { bytes: Bytes; where: Where; options: Options & { tokens: boolean } }): {
    words: string[];
    counts: number[];
  };
  /** Joins pairs of words; options.phrases says which. */
  findPhrases(args: { bytes: Bytes; where: Where; options: Options & { tokens: boolean } }): {
    bytes: Bytes;
    phrases: { phrase: string; count: number; score: number }[];
  };
  /** Reads a file of labelled lines; those that cannot be read are left out. */
  readLabelledLines(args: { bytes: Bytes; where: Where }): LabelledLines;

  /** Decodes a text file; without an encoding, the most probable one is taken. */
  decodeText(args: { bytes: Bytes; encoding?: string; where: Where }): DecodedText;

  resume(args: { id: number; options: RunOptions }, listener?: Listener<AnyReport>): AnyReport;
  pause(args: { id: number }): AnyReport;
  step(args: { id: number; steps: number }): AnyReport;
  reset(args: { id: number; seed: number }): AnyReport;
  report(args: { id: number }): AnyReport;
  forecast(args: { id: number; seed: number }): Forecast | null;

  /** A question by its name; RemoteModel of the API types its arguments and its answer. */
  query(args: { id: number; name: keyof Questions; args: unknown[] }): unknown;
  job(
    args: { id: number; name: keyof Jobs; args: unknown[] } & Cancellable,
    listener?: Listener<Shown<keyof Jobs>>,
  ): unknown;
  cancel(args: Cancellable): void;
  close(args: { id: number }): void;

  /** For tests: numbers of live objects. */
  census(args: { where: Where; family?: Family }): {
    models: number;
    nativeModels: number;
    values: number;
    heapBytes: number;
  };
}

export type Method = keyof Methods;
/** The methods that can be cancelled. */
export type Long = 'import' | 'loadElmo' | 'job';
export type Arguments<M extends Method> = Parameters<Methods[M]>[0];
export type Answer<M extends Method> = ReturnType<Methods[M]>;
/** Receives the progress of a method; most methods report none. */
export type ListenerOf<M extends Method> = NonNullable<Parameters<Methods[M]>[1]>;

/** The methods as the host implements them: some return promises. */
export type Implemented = {
  [M in Method]: (args: Arguments<M>, listener?: ListenerOf<M>) => Answer<M> | Promise<Answer<M>>;
};
