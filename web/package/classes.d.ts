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
}

/** The Lab: one text, one model, a map and questions. */
export declare class PreformerDemo extends DemoElement {}
/** Five models, one text, the same questions. */
export declare class PreformerLadder extends DemoElement {}
/** ELMo and words of two senses. */
export declare class PreformerPolysemy extends DemoElement {}
/** Pre-train, then freeze or fine-tune. */
export declare class PreformerTransfer extends DemoElement {}

/** The classes by the names that `preformer/elements` registers. */
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
