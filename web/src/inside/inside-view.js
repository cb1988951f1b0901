import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { addMessages, t } from '../i18n/index.js';
import { en as elmoEn } from '../i18n/inside-elmo-en.js';
import { zh as elmoZh } from '../i18n/inside-elmo-zh.js';
import { en } from '../i18n/inside-en.js';
import { zh } from '../i18n/inside-zh.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { prefersStill } from '../ui/canvas.js';
import { Chart } from '../ui/chart.js';
import './inside.css';
import { afterChoice, isOther, nameOf, placeOf } from './at.js';
import { blockTable } from './block-table.js';
import { Edits } from './edits.js';
import { Limits } from './limits.js';
import { Machine } from './machine.js';
import { told } from './notes.js';
import { openedPicture } from './opened-picture.js';
import { isDrawn, isLookUp, stopsOf } from './pictures.js';
import { WIDE } from './scene.js';
import { measureIn } from './text-width.js';

addMessages({ en, zh });
addMessages({ en: elmoEn, zh: elmoZh });

/**
 * @typedef {import('./scene.js').Place} Place
 * @typedef {import('./at.js').At} At
 */

/** Properties that a redraw of their own would follow. @type {Set<PropertyKey>} */
const PASSING = new Set(['step', 'running', 'live']);

/** @param {unknown} a @param {unknown} b */
const differs = (a, b) => JSON.stringify(a) !== JSON.stringify(b);

/**
 * A model opened: one example, every number. The page gives the model and the reader's place.
 * Events: `place` {…} with the fields of At that the reader changed; `set` {objective | model}.
 */
export class InsideView extends LabElement {
  static properties = {
    ...given('model kind step running live seed count objective'),
    at: { attribute: false, hasChanged: differs },
    hide: { attribute: false, hasChanged: differs },
    lock: { attribute: false, hasChanged: differs },
    ...own('following alpha table version problem'),
  };

  constructor() {
    super();
    /** @type {import('../api/model.js').Model | null} */
    this.model = null;
    /** The page's model; for one-hot, `model` is the one whose Q is shown. */
    this.kind = '';
    /** Steps trained. */
    this.step = 0;
    this.running = false;
    /** Whether training is slow enough to be watched example by example. */
    this.live = false;
    /** @type {At} */
    this.at = { stop: 1, typed: null, nth: 0, guess: null, lane: 0, number: null };
    this.seed = 1;
    /** The objective that the settings have chosen; '' if there are no settings. */
    this.objective = '';
    /** Parts and blocks that are not shown (limits.js). @type {string[]} */
    this.hide = [];
    /** Parts that are shown, but not to be used. @type {string[]} */
    this.lock = [];
    /** Sentences of the corpus. */
    this.count = 0;
    /** Whether the example of training's next step is shown. */
    this.following = false;
    /** @type {number | null} */
    this.alpha = null;
    /** The block that is shown as a table. */
    this.table = '';
    this.version = 0;
    /** What is to be in sight of a picture that scrolls, and what was. @type {number | undefined} */
    this.centre = undefined;
    /** @type {number | undefined} */
    this.centred = undefined;
    /** @type {import('../i18n/errors.js').Fault | null} of a change that failed */
    this.problem = null;
    this.chart = new Chart(this);
    this.edits = new Edits(this);
    this.machine = new Machine(() => {
      this.version += 1;
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    void this.machine.close();
    this.machine = new Machine(() => {
      this.version += 1;
    });
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  updated(changed) {
    super.updated(changed);
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal?.();
    this.#scroll();
  }

  /** Brings the chosen column of a wide picture into sight, once per column. */
  #scroll() {
    const room = this.querySelector('.inside-scroll');
    if (!room || this.centred === this.centre) return;
    this.centred = this.centre;
    room.scrollLeft = Number(this.centre) * this.chart.scale - room.clientWidth / 2;
  }

  /** The opened number. */
  get opened() {
    return placeOf(this.at.number);
  }

  get limits() {
    return new Limits(this.hide, this.lock);
  }

  get stop() {
    const stops = stopsOf(this.kind);
    return stops.filter((stop) => stop <= this.at.stop).pop() ?? stops[0];
  }

  /** @returns {import('./machine.js').Request} */
  request() {
    const model = /** @type {import('../api/model.js').Model} */ (this.model);
    const { typed, nth, guess, beside = null } = this.at;
    const kind = this.kind === 'one-hot' ? 'nnlm' : this.kind;
    const { step, alpha, following } = this;
    return { model, kind, step, typed, nth, guess, beside, following, alpha };
  }

  /**
   * Training reports 30 times per second: what it changes is drawn when it was computed.
   * @param {import('lit').PropertyValues<this>} changed
   */
  shouldUpdate(changed) {
    this.#follow(changed);
    return !changed.size || [...changed.keys()].some((name) => !PASSING.has(name));
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  #follow(changed) {
    const before = changed.get('step');
    if (changed.has('kind') || changed.has('model')) {
      Object.assign(this, { following: false, alpha: null });
    } else if (changed.has('step') && before !== undefined && this.step > before) {
      // One step by the reader, or slow training: what is to be seen is which example it takes.
      const byHand = !this.running && !changed.has('running');
      if (this.running || byHand) this.following = byHand || this.live;
    }
    if (!this.model || !isDrawn(this.kind)) return;
    const asked = ['model', 'kind', 'step', 'following', 'alpha'];
    const isNew = changed.has('at') && isOther(changed.get('at'), this.at);
    if (isNew || asked.some((name) => changed.has(/** @type {keyof InsideView} */ (name)))) {
      this.machine.want(this.request());
    }
  }

  #move(/** @type {Partial<At>} */ change) {
    this.emit('place', change);
  }

  #example(/** @type {CustomEvent<Partial<At>>} */ { detail }) {
    this.following = false;
    this.#move(afterChoice(detail, this.machine.shown));
  }

  #open(/** @type {CustomEvent<Place>} */ { detail }) {
    const opens = this.limits.frees('number');
    const { block, row } = detail;
    // Where a row is looked up, pressing another one moves the 1.
    if (isLookUp(this.kind) && (block === 'x' || (block === 'Q' && !opens))) this.#moveOne(row);
    else if (opens) this.#openNumber(detail);
  }

  /** @param {number} row */
  #moveOne(row) {
    const word = this.machine.shown?.words[row];
    if (word && this.limits.frees('example')) this.#move({ typed: word, guess: 0, lane: 0 });
  }

  /** @param {Place} detail */
  #openNumber(detail) {
    const name = nameOf(detail);
    const same = name === (this.opened && nameOf(this.opened));
    this.#move({ number: same ? null : name });
    // On a phone the arithmetic is far below the number.
    if (!same && this.chart.units < WIDE) this.#showDrawer();
  }

  async #showDrawer() {
    await new Promise(requestAnimationFrame); // the page draws what the event changed
    await this.updateComplete;
    const behavior = prefersStill() ? 'auto' : 'smooth';
    this.querySelector('.inside-drawer')?.scrollIntoView({ block: 'nearest', behavior });
  }

  #focus(/** @type {string} */ block) {
    // A gate is not drawn: its lane is.
    const [lane] = block.split('-');
    const found =
      this.querySelector(`#block-${block}`) ?? this.querySelector(`[id^="block-${lane}-"]`);
    /** @type {HTMLElement | null} */ (found)?.focus();
  }

  #close() {
    const block = this.opened?.block;
    this.#move({ number: null });
    if (block) this.#focus(block);
  }

  #key(/** @type {KeyboardEvent} */ event) {
    const closes = event.key === 'Escape' && !this.table; // a table closes first
    if (closes && this.opened && !event.defaultPrevented) this.#close();
    const undoes = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if (!undoes || !this.machine.changes.length) return;
    event.preventDefault();
    this.edits.undo();
  }

  render() {
    const { kind, machine } = this;
    const { shown } = machine;
    measureIn(getComputedStyle(this).fontFamily);
    const fits = shown && (kind === 'one-hot' ? shown.kind === 'nnlm' : shown.kind === kind);
    const picture = fits ? openedPicture(this.#seen(shown), this.#acts()) : null;
    this.centre = picture?.centre;
    return html`<section
      class="inside"
      aria-label=${t('inside.title', { model: t(`story.${kind}`) })}
      @keydown=${this.#key}
      @stop=${(/** @type {CustomEvent<{stop: number}>} */ { detail }) => this.#move(detail)}
      @example=${this.#example}
      @beside=${(/** @type {CustomEvent<Partial<At>>} */ { detail }) => this.#move(detail)}
      @alpha=${(/** @type {CustomEvent<{alpha: number}>} */ { detail }) => {
        this.alpha = detail.alpha;
      }}
      @open-number=${this.#open}
      @close-number=${this.#close}
      @show-table=${(/** @type {CustomEvent<{block: string}>} */ { detail }) => {
        this.table = detail.block;
      }}
    >
      <p class="visually-hidden" id="inside-help">${t('inside.help')}</p>
      <p class="visually-hidden" role="status" id="inside-heard">${picture?.heard ?? ''}</p>
      <div class="inside-room" ${ref(this.chart.watch)}></div>
      ${told(kind, machine.fault, fits ? shown : null, () => this.#move({ typed: null, nth: 0, guess: null }))} ${picture?.content ?? nothing}
      ${picture && this.table ? this.#table(picture.blocks) : nothing}
    </section>`;
  }

  /** What the picture is drawn from, and what it calls. @returns {import('./opened-picture.js').Seen} */
  #seen(/** @type {import('./machine.js').Shown} */ shown) {
    const { kind, at, stop, opened, limits, chart, machine, problem } = this;
    const { count, step, seed, objective } = this;
    const about = { count, step, seed, objective, changes: machine.changes, problem, shown };
    return { kind, at, stop, opened, limits, chart, ...about };
  }

  /** @returns {import('./opened-picture.js').Acts} */
  #acts() {
    return {
      go: (stop) => this.#move({ stop }),
      teach: () => this.emit('set', { model: 'nnlm' }),
      measure: (entry, epsilon) => this.machine.prove(entry, epsilon),
      change: (change) => this.edits.change(change),
      undo: () => this.edits.undo(),
      putBack: () => this.edits.putBack(),
      tabulate: (block) => {
        this.table = block;
      },
    };
  }

  /** @param {import('./scene.js').Block[]} blocks */
  #table(blocks) {
    const block = blocks.find(({ id }) => id === this.table);
    if (!block) return nothing;
    return blockTable(block, () => {
      const { table } = this;
      this.table = '';
      this.#focus(table);
    });
  }
}

define('inside-view', InsideView);
