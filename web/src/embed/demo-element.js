import { adopt, sheetOf } from '../ui/style-sheets.js';
import { adapt, showPoster } from './appearance.js';
import { ATTRIBUTES, reflect, takeUp } from './attributes.js';
import { changedLink } from './changed-link.js';
import { holdKeys } from './held-keys.js';
import { Reporter } from './reporter.js';
import { FRAME, ofShadow } from './shadow-style.js';
import shellCss from './shell.css?inline';
import { onSurroundings } from './surroundings.js';

/**
 * @typedef {import('./demos/types.js').Demo} Demo
 * @typedef {import('./demos/types.js').Running} Running
 */

/**
 * Delay before a removed demo is closed, because frameworks remove and re-insert elements when they
 * move them.
 */
const AWAY_MS = 1000;
const NEAR = '120px'; // this far below the window's edge counts as visible

/** Without a document, as in server-side rendering, the class can still be loaded. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/**
 * A demo embedded in another page. Before it is started it is a poster of a few kilobytes. Training
 * pauses while the demo is off screen or in a hidden tab.
 *
 * Events, which leave the shadow tree: `preformer-progress` {progress, loss}, `preformer-trained`
 * {hash, report}, `preformer-answer` {question, words, …}, `preformer-error` {code, message},
 * `preformer-link` {link}, `preformer-place` (reporter.js).
 * @abstract
 */
export class DemoElement extends Base {
  /** Names of its attributes, with their defaults. @type {Record<string, string>} */
  static attributes = ATTRIBUTES;

  static observedAttributes = [...Object.keys(ATTRIBUTES), 'lang'];

  /** Name of the demo, also used in messages. */
  static demo = '';

  /** @returns {Promise<Demo>} */
  static load() {
    return Promise.reject(new Error('no demo'));
  }

  constructor() {
    super();
    /** @type {Running | null} */
    this.running = null;
    /** @type {'ready' | 'loading' | 'failed' | 'shown'} */
    this.stage = 'ready';
    /** The error message. */
    this.message = '';
    /** Language and theme in the demo's link. @type {{language: string, theme: string}} */
    this.wanted = { language: 'auto', theme: 'auto' };
    /** The current language. @type {'en' | 'zh'} */
    this.spoken = 'en';
    /**
     * Where the state is mirrored; by default in the attribute `link`.
     * @type {import('../lab/store.js').Place | null}
     */
    this.place = null;
    this.written = '';
    this.onScreen = true;
    this.resting = false;
    this.reporter = new Reporter(this);
  }

  get kind() {
    return /** @type {typeof DemoElement} */ (this.constructor);
  }

  /** @param {string} name of an attribute */
  read(name) {
    return this.getAttribute(name) ?? this.kind.attributes[name] ?? '';
  }

  /** The link of its state: that of the attribute, which a demo may complete. */
  get asked() {
    return this.read('link');
  }

  // ---- lifecycle

  connectedCallback() {
    clearTimeout(this.leaving);
    takeUp(this, this.kind.attributes);
    if (!this.shadowRoot) this.#build();
    this.stopSurroundings = onSurroundings(() => adapt(this));
    this.observer = new IntersectionObserver((entries) => this.#seen(entries), {
      rootMargin: NEAR,
    });
    this.observer.observe(this);
    this.rest = () => this.#rest();
    document.addEventListener('visibilitychange', this.rest);
    adapt(this);
    if (this.read('start') === 'load') this.open();
  }

  disconnectedCallback() {
    this.stopSurroundings?.();
    this.observer?.disconnect();
    if (this.rest) document.removeEventListener('visibilitychange', this.rest);
    this.leaving = setTimeout(() => this.#close(), AWAY_MS);
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.shadowRoot || before === now) return;
    if (name !== 'link') adapt(this);
    else if (now !== this.written) this.linked();
  }

  /** Called when another link was set: reads the state and trains if the link says so. */
  linked() {
    this.running?.session.store.read();
    this.running?.opened();
  }

  /** Called when the state is written to the attribute `link`. */
  wrote() {}

  #build() {
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheetOf(ofShadow(shellCss))];
    this.frame = document.createElement('section');
    this.frame.className = FRAME;
    this.frame.setAttribute('part', 'frame'); // hosts style it by ::part(frame)
    holdKeys(this.frame);
    this.body = document.createElement('div');
    this.foot = document.createElement('div');
    this.foot.className = 'demo-foot';
    this.frame.append(this.body, this.foot);
    root.append(this.frame);
  }

  async #close() {
    const { running } = this;
    Object.assign(this, { running: null, stage: 'ready', resting: false });
    this.reporter = new Reporter(this);
    await running?.close();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #seen(entries) {
    this.onScreen = entries[entries.length - 1].isIntersecting;
    if (this.onScreen && this.read('start') === 'visible') this.open();
    this.#rest();
  }

  /** Pauses training while the demo is not visible, and resumes it afterwards. */
  #rest() {
    const away = !this.onScreen || document.hidden;
    if (away && this.running?.status().running) {
      this.resting = true;
      this.running.pause();
    } else if (!away && this.resting) {
      this.resting = false;
      this.running?.resume();
    }
  }

  // ---- appearance

  /**
   * Sets the language and the theme of its link.
   * @param {{language: string, theme: string}} wanted
   */
  look(wanted) {
    this.wanted = wanted;
    adapt(this);
  }

  // ---- methods

  /** Loads the demo and trains, as a click on its button does. */
  async begin() {
    if (await this.shown()) await this.running?.begin();
  }

  /** Loads the demo. Trains if its link says so. */
  async open() {
    if (this.stage === 'ready' && (await this.shown())) await this.running?.opened();
  }

  /** Pauses training until `resume`. */
  async pause() {
    await this.running?.pause();
  }

  /** Resumes training. */
  resume() {
    this.running?.resume();
  }

  /**
   * Changes fields of its link, by their keys: `set({ nearest: 'king', size: 16 })`. Null resets one to
   * its default.
   * @param {Record<string, string | number | null>} fields
   */
  set(fields) {
    const link = changedLink(this.place?.read() || this.read('link'), fields);
    this.setAttribute('link', link);
    if (!this.place) return;
    this.place.write(link);
    this.place.flush?.();
    this.linked();
  }

  /** @returns {Promise<boolean>} whether the demo is loaded */
  async shown() {
    if (this.stage === 'loading') return false;
    if (this.running) return true;
    this.stage = 'loading';
    showPoster(this);
    try {
      const demo = await this.kind.load();
      if (!this.isConnected) throw new Error('taken out');
      this.#start(demo);
      return true;
    } catch (error) {
      this.stage = 'failed';
      this.message = error?.message ?? String(error);
      showPoster(this);
      this.reporter.failed(error);
      return false;
    }
  }

  /** @param {Demo} demo */
  #start(demo) {
    const { body, shadowRoot: root } = this;
    if (!body || !root) return;
    root.adoptedStyleSheets = [...demo.css, shellCss].map((css) => sheetOf(ofShadow(css)));
    const held = body.contains(root.activeElement);
    this.stage = 'shown';
    body.replaceChildren();
    const [workerUrl, assetBase] = [this.read('worker-url'), this.read('asset-base')];
    this.running = demo.join({
      root: body,
      place: this.place ?? this.#inAttribute(),
      language: this.spoken,
      weights: this.read('weights'),
      engine: { ...(workerUrl && { workerUrl }), ...(assetBase && { assetBase }) },
    });
    this.running.session.addEventListener('change', () => {
      this.reporter.look(this.running);
      this.#rest(); // a training that begins off screen waits until it is seen
    });
    if (held) this.running.focus();
  }

  /** Adds the style sheet of a part that is loaded later. @param {string} css */
  adopt(css) {
    if (this.shadowRoot) adopt(this.shadowRoot, ofShadow(css));
  }

  /** Mirrors the state in the attribute `link`. @returns {import('../lab/store.js').Place} */
  #inAttribute() {
    return {
      read: () => this.asked,
      write: (link) => {
        this.wrote();
        if (link === this.read('link')) return;
        this.written = link;
        this.setAttribute('link', link);
        this.reporter.say('link', { link });
      },
    };
  }
}

reflect(DemoElement.prototype, ATTRIBUTES);
