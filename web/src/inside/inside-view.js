import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { errorText } from '../i18n/errors.js';
import { whole } from '../i18n/format.js';
import { addMessages, t } from '../i18n/index.js';
import { en as elmoEn } from '../i18n/inside-elmo-en.js';
import { zh as elmoZh } from '../i18n/inside-elmo-zh.js';
import { en } from '../i18n/inside-en.js';
import { zh } from '../i18n/inside-zh.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { Chart } from '../ui/chart.js';
import './cell-drawer.js';
import './example-strip.js';
import './inside.css';
import './number-drawer.js';
import './prove-it.js';
import './step-rail.js';
import { blockTable } from './block-table.js';
import { drawing } from './drawing.js';
import { digitsFor } from './figures.js';
import { headline } from './headline.js';
import { legend } from './legend.js';
import { ExampleError, Machine } from './machine.js';
import { isDrawn, isLookUp, pictureOf, stopsOf } from './pictures.js';
import { bare, rich } from './rich.js';
import { BLAME, NUDGE, WIDE } from './scene.js';

addMessages({ en, zh });
addMessages({ en: elmoEn, zh: elmoZh });

/**
 * @typedef {import('./scene.js').Place} Place
 * @typedef {import('./machine.js').Change} Change
 *
 * @typedef {object} At where the reader is, as the page keeps it in the link
 * @property {number} stop 1 … 7
 * @property {string | null} typed a sentence; null: one of the corpus
 * @property {number} nth the sentence of the corpus, from 0
 * @property {number | null} guess the position of the word to predict
 * @property {number} lane Skip-gram: which word of the window is the input
 */

/** Properties that a redraw of their own would follow. @type {Set<PropertyKey>} */
const PASSING = new Set(['step', 'running', 'live']);

/** @param {unknown} a @param {unknown} b */
const differs = (a, b) => JSON.stringify(a) !== JSON.stringify(b);

/**
 * A model opened: one example, every number. The page gives the model and the reader's place.
 * Event: `place` {…} with the fields of At that the reader changed.
 */
export class InsideView extends LabElement {
  static properties = {
    ...given('model kind step running live seed count'),
    at: { attribute: false, hasChanged: differs },
    ...own('opened following alpha table version problem'),
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
    this.at = { stop: 1, typed: null, nth: 0, guess: null, lane: 0 };
    this.seed = 1;
    /** Sentences of the corpus. */
    this.count = 0;
    /** @type {Place | null} */
    this.opened = null;
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
    /** The opened number, for screen readers. */
    this.heard = '';
    /** @type {import('../i18n/errors.js').Fault | null} of a change that failed */
    this.problem = null;
    this.chart = new Chart(this);
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

  get stop() {
    const stops = stopsOf(this.kind);
    return stops.filter((stop) => stop <= this.at.stop).pop() ?? stops[0];
  }

  /** @returns {import('./machine.js').Request} */
  #request() {
    const model = /** @type {import('../api/model.js').Model} */ (this.model);
    const { typed, nth, guess } = this.at;
    const kind = this.kind === 'one-hot' ? 'nnlm' : this.kind;
    const { step, alpha, following } = this;
    return { model, kind, step, typed, nth, guess, following, alpha };
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
      if (changed.get('model')) this.opened = null;
    } else if (changed.has('step') && before !== undefined && this.step > before) {
      // One step by the reader, or slow training: which example, is what there is to see.
      this.following = this.running ? this.live : true;
    }
    if (!this.model || !isDrawn(this.kind)) return;
    const asked = ['model', 'kind', 'step', 'at', 'following', 'alpha'];
    if (asked.some((name) => changed.has(/** @type {keyof InsideView} */ (name)))) {
      this.machine.want(this.#request());
    }
  }

  #move(/** @type {Partial<At>} */ change) {
    this.emit('place', change);
  }

  #example(/** @type {CustomEvent<Partial<At>>} */ { detail }) {
    const { next, sentence } = this.machine.shown ?? {};
    // A word of training's sentence was pressed: that sentence stays.
    const kept = next && sentence && !('nth' in detail || 'typed' in detail);
    const from = kept ? { typed: sentence.join(' ') } : {};
    this.following = false;
    if ('nth' in detail) this.#move({ nth: detail.nth, typed: null, guess: null, lane: 0 });
    else if ('typed' in detail) this.#move({ typed: detail.typed, guess: null, lane: 0 });
    else if ('guess' in detail) this.#move({ ...from, guess: detail.guess, lane: 0 });
    else this.#move({ ...from, ...(kept ? { guess: next.position } : {}), ...detail });
  }

  #open(/** @type {CustomEvent<Place>} */ { detail }) {
    const { opened } = this;
    const same =
      opened?.block === detail.block && opened.row === detail.row && opened.col === detail.col;
    this.opened = same ? null : detail;
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
    this.opened = null;
    if (block) this.#focus(block);
  }

  /** @param {Promise<unknown>} work */
  async #try(work) {
    try {
      await work;
      this.problem = null;
    } catch (error) {
      this.problem = error;
    }
  }

  #change(/** @type {Change} */ change) {
    this.following = false;
    void this.#try(this.machine.change(change, this.#request()));
  }

  #undo() {
    if (this.machine.changes.length) void this.#try(this.machine.undo(this.#request()));
  }

  #putBack() {
    void this.#try(this.machine.putBack(this.#request()));
  }

  #key(/** @type {KeyboardEvent} */ event) {
    const closes = event.key === 'Escape' && !this.table; // a table closes first
    if (closes && this.opened && !event.defaultPrevented) this.#close();
    const undoes = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if (!undoes || !this.machine.changes.length) return;
    event.preventDefault();
    this.#undo();
  }

  render() {
    const { kind, machine } = this;
    const { shown } = machine;
    const fits = shown && (kind === 'one-hot' ? shown.kind === 'nnlm' : shown.kind === kind);
    const picture = fits ? this.#opened(shown) : nothing; // sets what is heard
    return html`<section
      class="inside"
      aria-label=${t('inside.title', { model: t(`story.${kind}`) })}
      @keydown=${this.#key}
      @stop=${(/** @type {CustomEvent<{stop: number}>} */ { detail }) => this.#move(detail)}
      @example=${this.#example}
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
      <p class="visually-hidden" role="status" id="inside-heard">${this.heard}</p>
      <div class="inside-room" ${ref(this.chart.watch)}></div>
      ${this.#told(fits ? shown : null)} ${picture}
    </section>`;
  }

  /** What cannot be shown, and why. @param {import('./machine.js').Shown | null} shown */
  #told(shown) {
    const { kind } = this;
    const { fault } = this.machine;
    if (fault) {
      const text =
        fault instanceof ExampleError
          ? t(`inside.${fault.reason}`, { words: fault.words.join(', ') })
          : errorText(fault);
      return html`<p class="problem" id="inside-problem" role="alert">${text}</p>`;
    }
    if (!shown) return html`<p class="note" role="status">${t('inside.loading')}</p>`;
    if (kind === 'loaded')
      return html`<p class="note" id="inside-note">${t('inside.imported')}</p>`;
    if (!Number.isFinite(shown.trace.loss)) {
      return html`<p class="problem" id="inside-problem" role="alert">${t('inside.diverged')}</p>`;
    }
    return nothing;
  }

  /** @param {import('./machine.js').Shown} shown */
  #opened(shown) {
    const { kind, at, chart, opened, stop } = this;
    const width = Math.max(288, (chart.units || 960) - 2);
    const narrow = width < WIDE;
    const ratio = (globalThis.devicePixelRatio || 1) * chart.scale;
    const look = { stop, width, narrow, opened, ratio, lane: at.lane };
    const picture = pictureOf(kind, shown, look);
    const { scene } = picture;
    this.centre = scene.focus;
    const blocks = [...scene.blocks, ...(scene.unseen ?? [])];
    const known = blocks.some(({ id, values }) => id === opened?.block && values.length);
    const label = narrow ? 132 : 166;
    const figures = stop < BLAME ? 110 : narrow ? 168 : 214; // beside the strips of a cell
    const room = Math.max(56, Math.min(320, width - label - figures));
    const cell = (opened && picture.cell?.(opened, room)) || null;
    const isOpen = known || cell;
    this.heard = opened && isOpen ? this.#equation(picture, opened).heard : '';
    const { position, radius } = shown.example;
    return html`
      <example-strip
        .sentence=${shown.sentence}
        .position=${position}
        .window=${windowOf(kind, shown, radius || shown.window)}
        .lane=${kind === 'skip-gram' ? at.lane : 0}
        .lanes=${kind === 'skip-gram'}
        .ends=${kind === 'nnlm'}
        .reads=${isLookUp(kind)}
        .looks=${kind === 'elmo'}
        .typed=${at.typed}
        .nth=${at.nth}
        .count=${this.count}
        .next=${shown.next}
      ></example-strip>
      <step-rail
        .stops=${stopsOf(kind)}
        .stop=${stop}
        .sentence=${scene.sentence}
        .alpha=${isLookUp(kind) ? 0 : shown.alpha}
        .ownAlpha=${shown.ownAlpha}
        .plain=${kind === 'nnlm' || kind === 'elmo'}
      ></step-rail>
      <div class="panel inside-panel">
        ${drawing(scene, {
          stop,
          opened,
          scale: chart.scale,
          kind,
          go: (to) => this.#move({ stop: to }),
        })}
        ${scene.note ? html`<p class="note inside-note">${rich(scene.note)}</p>` : nothing}
        ${kind === 'one-hot' ? html`<p class="note inside-note" id="inside-origin">${this.#origin()}</p>` : nothing}
        ${
          cell
            ? html`<div class="inside-drawer" role="region" aria-labelledby="cell-title">
                <cell-drawer .story=${cell} .scale=${chart.scale} .label=${label}></cell-drawer>
              </div>`
            : nothing
        }
        ${opened && isOpen && !isWhole(cell, opened, stop) ? this.#drawer(picture, opened, shown) : nothing}
        ${this.#altered(shown)}
        ${legend(scene, stop, (block) => {
          this.table = block;
        })}
      </div>
      ${this.table ? this.#table(cell ? [...blocks, cell.block] : blocks) : nothing}
    `;
  }

  #origin() {
    const { step, seed } = this;
    const said =
      step > 0 ? t('inside.taughtBy', { steps: whole(step) }) : t('inside.random', { seed });
    return html`${said}
      <button type="button" class="link" id="inside-next" @click=${() => this.emit('set', { model: 'nnlm' })}>
        ${t('inside.whoTeaches')} →
      </button>`;
  }

  /** The opened number as an equation; from the blame on, of its gradient. @param {import('./pictures.js').Picture} picture @param {Place} opened */
  #equation(picture, opened) {
    const backward = this.stop >= BLAME ? picture.backward(opened) : null;
    const equation = backward ?? picture.forward(opened);
    const digits = digitsFor([equation.sum, ...equation.parts.map(({ value }) => value)]);
    return { backward, equation, heard: bare(headline(equation, Boolean(backward), digits)) };
  }

  /** @param {import('./pictures.js').Picture} picture @param {Place} opened @param {import('./machine.js').Shown} shown */
  #drawer(picture, opened, shown) {
    const { machine, stop } = this;
    const { backward, equation } = this.#equation(picture, opened);
    const entry = picture.entry(opened);
    const weight = entry?.name.includes('.weight') || entry?.name.includes('.bias');
    const moved = backward && stop === NUDGE && entry ? movedBy(picture, entry) : null;
    const value = picture.forward(opened).value;
    const nudge =
      moved && backward ? { ...moved, alpha: shown.alpha, blame: backward.value } : null;
    const oneHot = isLookUp(this.kind) && opened.block === 'c';
    const V = equation.parts.length;
    const at = shown.trace.sentence[shown.example.position];
    const note = oneHot ? t('inside.weightOneHot', { count: V, zeros: V - 1, row: at + 1 }) : '';
    return html`<div class="inside-drawer" role="region" aria-labelledby="drawer-title">
      <number-drawer
        .equation=${equation}
        .blamed=${Boolean(backward)}
        .nudge=${nudge}
        .block=${opened.block}
        .note=${note}
      ></number-drawer>
      ${oneHot ? multiplications(V, shown.sizes.get('embedding.weight') ?? 0) : nothing}
      ${
        entry
          ? html`<prove-it
              .entry=${entry}
              .value=${value}
              .weight=${Boolean(weight)}
              .measure=${machine.prove.bind(machine)}
              .random=${() => neighboursOf(entry, shown)}
              .note=${this.kind === 'cbow' ? t('inside.cbowWeight') : ''}
              .nudging=${stop === NUDGE}
              .subject=${`${entry.name} ${entry.row} ${entry.col} ${shown.hash} ${shown.sentence.join(' ')} ${shown.example.position}`}
              @change-number=${(/** @type {CustomEvent<{value: number}>} */ { detail }) =>
                this.#change({ name: 'set', entry, value: detail.value, before: value })}
              @take-nudge=${() => this.#change({ name: 'step', example: shown.example })}
            ></prove-it>`
          : nothing
      }
    </div>`;
  }

  /** @param {import('./machine.js').Shown} shown */
  #altered(shown) {
    const { changes } = this.machine;
    const { problem } = this;
    if (!changes.length && !problem) return nothing;
    return html`<div class="altered" id="altered">
      ${problem ? html`<p class="problem" role="alert">${errorText(problem)}</p>` : nothing}
      ${
        changes.length
          ? html`<p role="status">
                ${t('inside.altered', { hash: shown.hash })} · ${t('inside.heardLoss', { loss: shown.trace.loss.toFixed(4) })}
              </p>
              <button type="button" class="plain" id="undo-change" @click=${this.#undo}>${t('inside.undo')}</button>
              <button type="button" class="plain" id="put-back" @click=${this.#putBack}>${t('inside.putBack')}</button>`
          : nothing
      }
    </div>`;
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

/** Whether a cell's drawer says all there is to say of a number. @param {unknown} cell @param {Place} opened @param {number} stop */
const isWhole = (cell, { block }, stop) =>
  cell && (block.endsWith('-cell') || (stop < BLAME && block.endsWith('-hidden')));

/** What the formula costs, and what looking up costs. @param {number} rows @param {number} cols */
const multiplications = (rows, cols) => html`<table class="sum" id="multiplications">
  <tbody>
    <tr>
      <th scope="row">${t('inside.byFormula')}</th>
      <td>${t('inside.multiplications', { rows, cols, count: whole(rows * cols) })}</td>
    </tr>
    <tr><th scope="row">${t('inside.byLookUp')}</th><td>${t('inside.none')}</td></tr>
  </tbody>
</table>`;

/** How a parameter moves at the nudge. @param {import('./pictures.js').Picture} picture @param {import('../worker/wasm').Entry} entry */
function movedBy({ changes }, { name, row, col }) {
  const change = changes.find((one) => one.name === name);
  if (!change) return null;
  const n = change.of ? change.of.indexOf(row) : row;
  if (n < 0) return null;
  const at = n * change.cols + col;
  return { before: change.before[at], after: change.after[at] };
}

/** Ten numbers of the same row, evenly spread. @param {import('../worker/wasm').Entry} entry @param {import('./machine.js').Shown} shown */
function neighboursOf(entry, { trace, weights, sizes }) {
  const quantity = trace.forward.find(({ name }) => name === entry.name);
  const cols = quantity?.cols ?? sizes.get(entry.name) ?? weights.get(entry.name)?.length ?? 1;
  const many = Math.min(10, cols);
  return Array.from({ length: many }, (_, i) => ({ ...entry, col: Math.floor((i * cols) / many) }));
}

/** Positions of the words that are read. @param {string} kind @param {import('./machine.js').Shown} shown @param {number} radius */
function windowOf(kind, { sentence, example: { position }, trace }, radius) {
  if (isLookUp(kind) || kind === 'elmo') return [];
  const places = sentence.map((_, i) => i);
  if (kind !== 'nnlm')
    return places.filter((i) => i !== position && Math.abs(i - position) <= radius);
  const context = trace.forward.find(({ name }) => name === 'lookup')?.rows ?? 0;
  return places.filter((i) => i < position && i >= position - context);
}

define('inside-view', InsideView);
