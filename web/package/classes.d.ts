import type { Model } from './types/src/api/index.js';

/** Each attribute of a demo is also a property. */
export declare class DemoElement extends HTMLElement {
  /**
   * The state of the demo as a link from # on: at first the initial state, then the current one.
   */
  link: string;
  /** 'auto': like the surrounding page. */
  theme: 'auto' | 'light' | 'dark';
  /** When the demo is loaded. Until then it shows a poster. */
  start: 'click' | 'visible' | 'load';
  /** The address of the poster's picture. */
  poster: string;
  /** 'off' hides the sentence that the link hides or locks parts. */
  banner: 'on' | 'off';
  /** 'compact': the demo's stage alone, no higher than --preformer-height. */
  size: 'full' | 'compact';
  /** The title of the poster. */
  heading: string;
  /** The address of the whole page, for a link below the demo; '' for no link. */
  page: string;
  /** The address of worker.js, for pages that do not allow blob: workers. */
  workerUrl: string;
  /** The folder of the wasm files, if it is not the worker's folder. */
  assetBase: string;
  /** Loads the demo and trains, like its button. */
  begin(): Promise<void>;
  /** Loads the demo. It trains if its link contains start=training or a hash. */
  open(): Promise<void>;
  pause(): Promise<void>;
  resume(): void;
  /** Changes fields of the link by their keys; null resets one: set({ nearest: 'king', size: 16 }). */
  set(fields: Record<string, string | number | null>): void;
}

/** A demo of one model of words. */
declare class ModelDemo extends DemoElement {
  /**
   * The model that is shown, with the methods of the API. It is closed when the demo makes another.
   * Null before the demo is loaded.
   */
  model(): Model | null;
  /** Trains so many steps; 1. */
  step(steps?: number): Promise<void>;
}

/** The Lab: one text, one model, a map and questions. */
export declare class PreformerDemo extends ModelDemo {}
/** Five models, one text, the same questions. */
export declare class PreformerLadder extends DemoElement {}
/** ELMo and words of two senses. */
export declare class PreformerPolysemy extends ModelDemo {}
/** Pre-train, then freeze or fine-tune. */
export declare class PreformerTransfer extends DemoElement {}

/**
 * One example followed through a model. Each attribute replaces its part of `link`; numbers are
 * written as text.
 */
export declare class PreformerInside extends DemoElement {
  /** 'one-hot', 'nnlm', 'cbow', 'skip-gram' or 'elmo'. */
  model: string;
  corpus: string;
  seed: string;
  epochs: string;
  /** A sentence whose words the model knows. */
  sentence: string;
  /** A sentence of the corpus, counted from 1. */
  example: string;
  /** The word of the sentence to predict, counted from 1. */
  word: string;
  /** The stop, 1 to 7. */
  step: string;
  /** The opened number as block.row.column, counted from 0. */
  number: string;
  /** Names of parts and blocks, separated by commas. */
  hide: string;
  lock: string;
  /** The address of a checkpoint whose model is shown. */
  weights: string;
}

/** A figure of the Story, trained in the article. */
export declare class PreformerFigure extends DemoElement {
  /** Chapter and figure: 'by-product/rows'. */
  name: string;
  seed: string;
}

/** The classes by the names that `preformer/elements` registers. */
export declare const elements: Record<string, typeof DemoElement>;

/** The events of demos. */
export interface DemoEvents {
  'preformer-progress': CustomEvent<{ progress: number; loss: number }>;
  'preformer-trained': CustomEvent<{ hash: string; report: object | null }>;
  'preformer-answer': CustomEvent<{ question: string; words?: string[] } & Record<string, unknown>>;
  'preformer-error': CustomEvent<{ code: string; message: string }>;
  'preformer-link': CustomEvent<{ link: string }>;
  'preformer-place': CustomEvent<{
    step: number;
    sentence: string | null;
    example: number;
    word: number | null;
    number: string | null;
  }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'preformer-demo': PreformerDemo;
    'preformer-ladder': PreformerLadder;
    'preformer-polysemy': PreformerPolysemy;
    'preformer-transfer': PreformerTransfer;
    'preformer-inside': PreformerInside;
    'preformer-figure': PreformerFigure;
  }
  /** The events bubble: they can be heard on the element, the document and the window. */
  interface HTMLElementEventMap extends DemoEvents {}
  interface DocumentEventMap extends DemoEvents {}
  interface WindowEventMap extends DemoEvents {}
}
