// What files of questions and of labelled lines contain, and the scores on them.

export interface Section {
  name: string;
  correct: number;
  total: number;
  oov: number;
  accuracy: number;
}

/** A section with its questions, each of four words. */
export interface AskedSection extends Section {
  /** those that were answered rightly */
  right: string[][];
  wrong: string[][];
}

/** How a reader used the lines of a file: lines = read + headings + blank + leftOut.count. */
export interface LineCounts {
  lines: number;
  read: number;
  /** names of columns or of sections */
  headings: number;
  /** empty lines and comments */
  blank: number;
  /** null if every line was used. line, reason and message are those of the first */
  leftOut: null | { count: number; line: number; reason: LeftOutReason; message: string };
}

export interface LabelledLines extends LineCounts {
  labels: string[]; // in order of first appearance
  sentences: string[];
  targets: number[]; // per sentence, the index of its label
  numbers: number[]; // per sentence, its line
}

export type LeftOutReason =
  | 'fewFields'
  | 'noWord'
  | 'noNumber'
  | 'decimalComma'
  | 'notFourWords'
  | 'noTab'
  | 'noLabel'
  | 'noSentence'
  | 'severalLabels';

export type EvaluationKind = 'wordPairs' | 'wordAnalogies';

export interface Analogies extends LineCounts {
  sections: AskedSection[];
  correct: number;
  /** questions that were asked; at least one */
  total: number;
  /** questions that were left out because a word is unknown */
  oov: number;
  /** the first unknown word; null if all are known */
  firstUnknown: string | null;
  accuracy: number;
}

export interface WordPairs extends LineCounts {
  /** NaN if the pairs have no correlation; noCorrelation says why */
  spearman: number;
  pearson: number;
  /** pairs of known words */
  pairs: number;
  /** pairs that were left out because a word is unknown */
  oov: number;
  /** the first unknown word; null if all are known */
  firstUnknown: string | null;
  noCorrelation: null | 'onePair' | 'equalScores' | 'equalSimilarities';
}
