/** What is written in a demo's tag can be set as a property, and the other way round. */
export declare class DemoElement extends HTMLElement {
  /** The demo's link from # on: what it begins with, and what it shows now. */
  link: string;
  /** 'auto': as the page around. */
  theme: 'auto' | 'light' | 'dark';
  /** When the demo is loaded; 'click' shows a poster until then. */
  start: 'click' | 'visible' | 'load';
  /** Address of a picture to show before the start. */
  poster: string;
  /** What the demo is called before the start. */
  heading: string;
  /** Address of the whole page, offered below the demo; '' offers none. */
  page: string;
  /** Where the training worker is, for pages that allow no blob: workers. */
  workerUrl: string;
  /** The folder of the wasm files, where it is not the worker's. */
  assetBase: string;
  /** Loads the demo and trains, as its button does. */
  begin(): Promise<void>;
  /** Loads the demo; it trains if its link says so. */
  open(): Promise<void>;
  pause(): Promise<void>;
  resume(): void;
}

/** The Lab: one text, one model, a map, questions. */
export declare class PreformerDemo extends DemoElement {}
/** Five models, one text, the same questions. */
export declare class PreformerLadder extends DemoElement {}
/** ELMo and words of two senses. */
export declare class PreformerPolysemy extends DemoElement {}
/** Pre-train, then freeze or fine-tune. */
export declare class PreformerTransfer extends DemoElement {}

/** By the names that `preformer/elements` registers. */
export declare const elements: Record<string, typeof DemoElement>;

declare global {
  interface HTMLElementTagNameMap {
    'preformer-demo': PreformerDemo;
    'preformer-ladder': PreformerLadder;
    'preformer-polysemy': PreformerPolysemy;
    'preformer-transfer': PreformerTransfer;
  }
  interface HTMLElementEventMap {
    'preformer-progress': CustomEvent<{ progress: number; loss: number }>;
    'preformer-trained': CustomEvent<{ hash: string }>;
    'preformer-error': CustomEvent<{ code: string; message: string }>;
    'preformer-link': CustomEvent<{ link: string }>;
  }
}
