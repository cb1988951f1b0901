import { adopt, sheetOf } from '../ui/style-sheets.js';
import { ATTRIBUTES, reflect, takeUp } from './attributes.js';
import { changedLink } from './changed-link.js';
import { poster } from './poster.js';
import { Reporter } from './reporter.js';
import { FRAME, ofShadow } from './shadow-style.js';
import shellCss from './shell.css?inline';
import { isDarkAround, languageAround, onSurroundings, spokenBy } from './surroundings.js';
import { say } from './words.js';

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
    this.stopSurroundings = onSurroundings(() => this.#adapt());
    this.observer = new IntersectionObserver((entries) => this.#seen(entries), {
      rootMargin: NEAR,
    });
    this.observer.observe(this);
    this.rest = () => this.#rest();
    document.addEventListener('visibilitychange', this.rest);
    this.#adapt();
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
    if (name !== 'link') this.#adapt();
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
    this.#adapt();
  }

  #adapt() {
    const { frame } = this;
    if (!frame || !this.isConnected) return;
    const { language, theme } = this.wanted;
    const chosen = spokenBy(this.lang) ?? spokenBy(language) ?? languageAround(this);
    const spoken = chosen ?? spokenBy(navigator.language) ?? 'en';
    const fixed = this.read('theme') === 'auto' ? theme : this.read('theme');
    const dark = fixed === 'auto' ? isDarkAround(this) : fixed === 'dark';
    const shade = dark ? 'dark' : 'light';
    const changed = spoken !== this.spoken || frame.dataset.theme !== shade;
    this.spoken = spoken;
    frame.dataset.theme = shade;
    frame.dataset.banner = this.read('banner');
    frame.style.setProperty('--rem', getComputedStyle(this).fontSize || '16px');
    frame.lang = spoken === 'zh' ? 'zh-Hans' : 'en';
    const title = this.read('heading') || say(spoken, `${this.kind.demo}.title`);
    frame.setAttribute('aria-label', say(spoken, 'region', { title }));
    this.#showPoster();
    this.#showFoot();
    if (changed) this.running?.repaint();
  }

  #showPoster() {
    const { body, shadowRoot } = this;
    if (this.stage === 'shown' || !body) return;
    const held = body.contains(shadowRoot?.activeElement ?? null);
    body.replaceChildren(
      poster({
        demo: this.kind.demo,
        language: this.spoken,
        image: this.read('poster'),
        title: this.read('heading'),
        state: this.stage,
        message: this.message,
        begin: () => this.begin(),
      }),
    );
    if (held) body.querySelector('button')?.focus();
  }

  #showFoot() {
    const page = this.read('page');
    const { foot } = this;
    if (!foot) return;
    foot.hidden = !page;
    if (!page) return;
    const link = document.createElement('a');
    link.href = page;
    // The link contains the state at the moment of the click.
    link.addEventListener('click', () => {
      link.href = page + (this.place?.read() ?? this.read('link'));
    });
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = say(this.spoken, 'full');
    foot.replaceChildren('Preformer', link);
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
    this.#showPoster();
    try {
      const demo = await this.kind.load();
      if (!this.isConnected) throw new Error('taken out');
      this.#start(demo);
      return true;
    } catch (error) {
      this.stage = 'failed';
      this.message = error?.message ?? String(error);
      this.#showPoster();
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
    this.running.session.addEventListener('change', () => this.reporter.look(this.running));
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
