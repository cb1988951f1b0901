import { rootOf } from '../ui/root.js';
import { selectorOf } from './parts.js';

/** @typedef {HTMLButtonElement | HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

const CONTROLS = 'button:not(.term), input, select, textarea'; // explanations are never locked

/** If a whole column is hidden, the stage takes its space. @param {string[]} hide */
function room(hide) {
  const [controls, questions] = ['controls', 'questions'].map((name) => !hide.includes(name));
  if (controls && questions) return '';
  const columns = ['controls', 'stage', 'questions'].filter((name) => !hide.includes(name));
  const below = columns.map(() => 'sentences');
  const widths = `${controls ? '15.75rem ' : ''}minmax(0, 1fr)${questions ? ' 18.25rem' : ''}`;
  const wide = `.page .columns { grid-template: "${columns.join(' ')}" "${below.join(' ')}" / ${widths}; }`;
  const narrow =
    '.page .columns { grid-template: "stage" "sentences" "questions" / minmax(0, 1fr); }';
  return `@container page (min-width: 73.8125rem) { ${wide} }
${controls ? '' : `@container page (min-width: 47.5625rem) and (max-width: 73.75rem) { ${narrow} }`}`;
}

/**
 * Hides and locks parts of a page, and keeps them so when the page is rendered again. Hidden parts
 * are removed for all readers. The controls of locked parts are visible but disabled.
 */
export class Keeper {
  #sheet = new CSSStyleSheet();
  /** @type {Set<Control>} controls that this keeper has disabled */
  #disabled = new Set();
  #locked = '';
  #hidden = '';
  #observer = new MutationObserver(() => this.#hold());

  /** @param {HTMLElement} app @param {import('./parts.js').Page} page */
  constructor(app, page) {
    this.app = app;
    this.page = page;
    this.root = rootOf(app);
    this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, this.#sheet];
  }

  /** @param {{hide: string[], lock: string[]}} names */
  keep({ hide, lock }) {
    this.#hidden = selectorOf(this.page, hide);
    this.#locked = selectorOf(this.page, lock);
    const gone = this.#hidden ? `${this.#hidden} { display: none !important; }` : '';
    this.#sheet.replaceSync(`${gone} ${room(hide)}`);
    this.#observer.disconnect();
    for (const one of this.#disabled) one.disabled = false;
    this.#disabled.clear();
    this.#hold();
    if (!this.#locked) return;
    const watched = { subtree: true, childList: true, attributeFilter: ['disabled'] };
    this.#observer.observe(this.app, watched);
  }

  #hold() {
    if (!this.#locked) return;
    /** @type {NodeListOf<Control>} */
    const locked = this.app.querySelectorAll(this.#locked);
    for (const part of locked) {
      /** @type {Iterable<Control>} */
      const inside = part.matches(CONTROLS) ? [part] : part.querySelectorAll(CONTROLS);
      for (const one of inside) {
        if (one.disabled) continue;
        one.disabled = true;
        this.#disabled.add(one);
      }
    }
  }

  /** Shows and unlocks everything. */
  release() {
    this.keep({ hide: [], lock: [] });
    this.root.adoptedStyleSheets = this.root.adoptedStyleSheets.filter((s) => s !== this.#sheet);
  }
}
