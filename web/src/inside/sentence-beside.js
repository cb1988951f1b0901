import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { choice } from '../ui/choice.js';
import { blockTable } from './block-table.js';
import { besideLanes, cellBeside, likeness } from './elmo-beside.js';
import { fixed } from './figures.js';
import './number-block.js';
import { css } from './number-block.js';
import { fitted } from './text-width.js';

/**
 * @typedef {import('./elmo-net.js').ElmoNet} ElmoNet
 * @typedef {import('../worker/wasm').Trace} Trace
 */

const ROW = 46; // a lane: its words, then its strip

/**
 * ELMo: the same word in a second sentence. The sentence is chosen or typed; the memory of one
 * layer is shown for both, and how alike the word's vectors are.
 * Events: `beside` {beside}, `open-number` {block, row, col}.
 */
export class SentenceBeside extends LabElement {
  static properties = {
    ...given('net trace other otherTrace beside fault word others width scale locked'),
    ...own('reader layer table'),
  };

  constructor() {
    super();
    /** @type {ElmoNet | null} */
    this.net = null;
    /** @type {Trace | null} */
    this.trace = null;
    /** The second sentence; null: none, or not yet followed. @type {ElmoNet | null} */
    this.other = null;
    /** @type {Trace | null} */
    this.otherTrace = null;
    /** What was chosen or typed. @type {string | null} */
    this.beside = null;
    /** Why it cannot be shown. */
    this.fault = '';
    this.word = '';
    /** Sentences of the text with the word. @type {string[]} */
    this.others = [];
    this.width = 900;
    this.scale = 1;
    this.locked = false;
    /** @type {'f' | 'b'} */
    this.reader = 'f';
    this.layer = 1;
    /** The lane that is shown as a table. */
    this.table = '';
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  updated(changed) {
    super.updated(changed);
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal?.();
    // The common word is in sight, where the lanes scroll.
    const room = this.querySelector('.beside-room');
    const band = /** @type {HTMLElement | null} */ (this.querySelector('.beside-band'));
    const isNew = changed.has('other') || changed.has('width');
    if (room && band && isNew)
      room.scrollLeft = band.offsetLeft + band.offsetWidth / 2 - room.clientWidth / 2;
  }

  #take(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    this.emit('beside', { beside: this.querySelector('input')?.value.trim() || null });
  }

  render() {
    const { net, word } = this;
    if (!net) return nothing;
    return html`<section class="beside" aria-labelledby="beside-title">
      <h2 id="beside-title">${t('inside.elmo.beside.title', { word })}</h2>
      ${this.locked ? nothing : this.#choice()}
      ${this.fault ? html`<p class="problem" id="beside-problem" role="alert">${this.fault}</p>` : nothing}
      ${this.other && this.otherTrace && !this.fault ? this.#compared(this.other, this.otherTrace) : nothing}
    </section>`;
  }

  #choice() {
    const { others, beside } = this;
    return html`
      <div class="beside-others" role="group" aria-label=${t('inside.elmo.beside.choose')}>
        ${others.map(
          (sentence) => html`<button
            type="button"
            class="plain"
            aria-pressed=${sentence === beside ? 'true' : 'false'}
            @click=${() => this.emit('beside', { beside: sentence === beside ? null : sentence })}
          >${sentence}</button>`,
        )}
      </div>
      <form class="example-form" @submit=${this.#take}>
        <input
          class="text"
          id="beside-text"
          type="text"
          dir="auto"
          maxlength="400"
          autocomplete="off"
          aria-label=${t('inside.elmo.beside.type')}
          placeholder=${t('inside.elmo.beside.type')}
          .value=${beside ?? ''}
        />
        <button class="plain" id="beside-take">${t('inside.typedDone')}</button>
      </form>
    `;
  }

  /** @param {ElmoNet} other @param {Trace} otherTrace */
  #compared(other, otherTrace) {
    const { scale, width } = this;
    const net = /** @type {ElmoNet} */ (this.net);
    const trace = /** @type {Trace} */ (this.trace);
    const layer = Math.min(this.layer, net.layers);
    const how = { reader: this.reader, layer, width: width - 44 };
    const { lanes, full, wide, pitch, band, shift } = besideLanes(net, other, how);
    const ways = ['f', 'b'].flatMap((reader) =>
      Array.from({ length: net.layers }, (_, k) => `${reader}${k + 1}`),
    );
    const tall = lanes.length * ROW + 14;
    return html`
      ${choice({
        id: 'beside-way',
        legend: t('inside.elmo.beside.memory'),
        values: ways,
        current: `${this.reader}${layer}`,
        label: (way) =>
          `${t(`inside.elmo.reader.${way[0]}`)} ${t('inside.elmo.layer', { layer: way.slice(1) })}`,
        choose: (way) => {
          this.reader = way[0] === 'f' ? 'f' : 'b';
          this.layer = Number(way.slice(1));
        },
      })}
      <div class="beside-room">
        <div
          class="beside-lanes"
          style=${css({ width: wide, height: tall }, scale)}
          @show-table=${(/** @type {CustomEvent<{block: string}>} */ event) => {
            event.stopPropagation();
            this.table = event.detail.block;
          }}
          @open-number=${(/** @type {CustomEvent<import('./scene.js').Place>} */ event) => {
            if (event.target === this) return;
            event.stopPropagation();
            this.emit('open-number', cellBeside(net, { ...how, shift }, event.detail));
          }}
        >
          <span class="beside-band" style=${css({ left: band, top: 0, width: pitch, height: tall }, scale)}></span>
          ${lanes.map(({ block, words }, n) => {
            const top = 4 + n * ROW;
            return html`${words.map(
              ({ text, x, sign, common }) => html`<span
                class=${`beside-word ${sign ? 'sign' : ''} ${common ? 'common' : ''}`}
                style=${css({ left: x - pitch / 2, top, width: pitch, height: 20 }, scale)}
              >${fitted(text, pitch - 6, 13)}</span>`,
            )}
            <number-block
              .block=${{ ...block, box: { ...block.box, y: top + 22 } }}
              .full=${full}
              .scale=${scale}
            ></number-block>`;
          })}
        </div>
      </div>
      ${lanes
        .filter(({ block }) => block.id === this.table)
        .map(({ block }) =>
          blockTable(block, () => {
            this.table = '';
            /** @type {HTMLElement | null} */ (this.querySelector(`#block-${block.id}`))?.focus();
          }),
        )}
      ${this.#alike(likeness(trace, net.column - 1, otherTrace, other.column - 1))}
    `;
  }

  /** @param {ReturnType<typeof likeness>} rows */
  #alike(rows) {
    const { word } = this;
    return html`<table class="sum" id="beside-alike">
        <caption>${t('inside.elmo.beside.alike', { word })}</caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col">${t('inside.elmo.reader.f')}</th>
            <th scope="col">${t('inside.elmo.reader.b')}</th>
            <th scope="col">${t('inside.elmo.beside.both')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ layer, f, b, both }) => html`<tr>
              <th scope="row">${t('inside.elmo.layer', { layer })}</th>
              <td>${fixed(f)}</td><td>${fixed(b)}</td><td>${fixed(both)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      <p class="note">${t('inside.elmo.beside.why', { word })}</p>`;
  }
}

define('sentence-beside', SentenceBeside);
