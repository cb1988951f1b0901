import { html, render } from 'lit';
import { pairsOf } from '../link/pairs.js';
import { Chapter } from '../story/chapter.js';
import { chapters } from '../story/chapters/index.js';

/** In an article no guesses are asked, and nothing is kept. */
const NOTHING_KEPT = { seen: () => ({}), remember: () => {}, forget: () => {} };

/** The figure that a link names. @param {string} link `#figure=by-product/rows&seed=3` */
export function figureOf(link) {
  const said = new Map(pairsOf(link));
  const [id = '', name = ''] = (said.get('figure') ?? '').split('/');
  const seed = Number(said.get('seed') ?? 1);
  return { id, name, seed: Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32 ? seed : 1 };
}

/** Trains the chapter of a figure, and draws the figure. */
export class FigureSession extends EventTarget {
  /** @type {Chapter | null} */
  chapter = null;
  /** @type {import('../story/chapter.js').Figures} */
  figures = {};
  /** @type {import('../i18n/errors.js').Fault | null} */
  error = null;

  /**
   * @param {object} parts
   * @param {typeof import('../api/index.js')} parts.api
   * @param {import('../lab/store.js').Place} parts.place
   * @param {'en' | 'zh'} parts.language
   * @param {HTMLElement} parts.root
   */
  constructor({ api, place, language, root }) {
    super();
    this.api = api;
    this.place = place;
    this.language = language;
    this.box = document.createElement('div');
    this.box.className = 'figure';
    root.append(this.box);
    /** What an element does with the store of its page: it reads another link. */
    this.store = { read: () => void this.train() };
  }

  /** Trains the figure of the link, and plays the training. */
  async train() {
    const { id, name, seed } = figureOf(this.place.read());
    await this.close();
    this.name = name;
    this.error = null;
    const load = Object.hasOwn(chapters, id) ? chapters[id] : undefined;
    if (!load) return this.#missing(`${id}/${name}`, Object.keys(chapters).join(', '));
    try {
      const [run, { figures }] = await load();
      if (!figures[name]) {
        const names = Object.keys(figures).map((one) => `${id}/${one}`);
        return this.#missing(`${id}/${name}`, names.join(', '));
      }
      this.figures = figures;
      const { api, language } = this;
      const context = { api, language, seed };
      this.chapter = new Chapter({ id, run, context, progress: NOTHING_KEPT });
    } catch (error) {
      this.error = error;
      return this.#changed();
    }
    this.chapter.addEventListener('change', () => this.#changed());
    this.chapter.choose('');
    await this.chapter.prepare();
  }

  /** @param {string} value @param {string} permitted */
  #missing(value, permitted) {
    const message = `There is no figure '${value}'. There are: ${permitted}.`;
    this.error = { code: 'BadParameter', parameter: 'name', message, value, permitted };
    this.#changed();
  }

  #changed() {
    this.show();
    this.dispatchEvent(new Event('change'));
  }

  show() {
    const { chapter, figures, name = '', error, box } = this;
    if (error) render(html`<p class="figure-failed" role="alert">${error.message}</p>`, box);
    else if (chapter && figures[name]) render(figures[name](chapter.view), box);
  }

  /** @returns {import('./demos/types.js').Status} */
  status() {
    const { chapter, error } = this;
    const phase = chapter?.phase;
    return {
      running: phase === 'training',
      finished: phase === 'outcome',
      progress: chapter?.done ?? 0,
      loss: Number.NaN,
      hash: chapter?.trained?.run.hash || undefined,
      error: error ?? chapter?.error ?? null,
    };
  }

  async close() {
    const { chapter } = this;
    this.chapter = null;
    chapter?.player.stop();
    await chapter?.trained?.run.model?.close?.().catch(() => {});
  }
}
