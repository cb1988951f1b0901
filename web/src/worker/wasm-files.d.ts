// The bindings of cpp/wasm/files (bindings.cpp), which read files of vectors and text of any encoding.

import type { Found } from './types';

export interface EncodingName {
  name: string; // for programs
  title: string; // for people
}

/** Words with their vectors: words are separated by line feeds. */
export interface NativeVectors {
  words: Uint8Array;
  vectors: Float32Array;
  counts?: Float64Array; // one per word; by default they fall with the rank
}

/** Some consecutive rows of a file. */
export interface NativeRows {
  words: Uint8Array<ArrayBuffer>; // each word is followed by a line feed
  numbers: Float32Array<ArrayBuffer>;
  counts: Float64Array<ArrayBuffer>; // empty if the file has none
}

/** A file of vectors, read piece by piece. */
export interface NativeVectorFile {
  feed(bytes: Uint8Array): void;
  finish(): void;
  wantsMore(): boolean; // false if the rest of the file does not matter
  take(): NativeRows; // since the last call
  found(): Found;
  delete(): void;
}

/** A TSV pair. Both files are surveyed to their ends, and then fed again as they are wanted. */
export interface NativeVectorPair {
  surveyVectors(bytes: Uint8Array): void;
  surveyMetadata(bytes: Uint8Array): void;
  finishSurvey(): void;
  feedVectors(bytes: Uint8Array): void;
  feedMetadata(bytes: Uint8Array): void;
  finishVectors(): void;
  finishMetadata(): void;
  wantsVectors(): boolean; // otherwise metadata
  wantsMore(): boolean;
  finish(): void;
  take(): NativeRows;
  found(): Found;
  delete(): void;
}

export interface EncodingGuess extends EncodingName {
  sign: 'mark' | 'valid' | 'zeros' | 'damaged' | 'probable';
  others: EncodingName[];
}

/** Reads files of vectors, and text of any encoding. */
export interface NativeFilesModule {
  encodings(): EncodingName[];
  findEncoding(label: string): EncodingName | undefined;
  refuseOtherFiles(bytes: Uint8Array): void; // throws if they are no text
  guessEncoding(bytes: Uint8Array): EncodingGuess;
  /** the encoding of vectors by the start of their file; `ended`: this is all of it */
  lookAtVectors(
    start: Uint8Array,
    ended: boolean,
  ): {
    takesNamed: boolean; // whether an encoding that was named applies to the file
    guess?: EncodingGuess; // undefined: UTF-8, or binary
  };
  decode(bytes: Uint8Array, name: string): Uint8Array<ArrayBuffer>;
  /** Tokens separated by NUL, sentences by line feed; `also` is joined by the same pairs. */
  joinPhrases(
    bytes: Uint8Array,
    also: Uint8Array,
    options: { minCount: number; threshold: number; passes: number },
  ): {
    bytes: Uint8Array<ArrayBuffer>;
    also: Uint8Array<ArrayBuffer>;
    phrases: { phrase: string; count: number; score: number }[];
  };
  openVectors(limit: number, strict: boolean): NativeVectorFile;
  openVectorPair(limit: number, strict: boolean): NativeVectorPair;
  liveModels(): number;
  heapBytes(): number;
  count_emval_handles?(): number;
}
