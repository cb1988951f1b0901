import { html, nothing } from 'lit';
import { errorText } from '../i18n/errors.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { choice } from '../ui/choice.js';
import { figure, fixed } from './figures.js';
import { rich } from './rich.js';

/** @typedef {import('../worker/wasm').Proof} Proof */

const STEPS = ['0.01', '0.001', '0.00001'];

/**
 * A number under proof: the loss measured a little above and below it, beside back-propagation's
 * gradient. A weight can be changed, too.
 * Events: `change-number` {value}, `take-nudge`.
 */
export class ProveIt extends LabElement {
  static properties = {
    ...given('entry value was weight measure random nudging subject note rowName'),
    ...own('proof row epsilon fault bad'),
  };

  constructor() {
    super();
    /** @type {import('../worker/wasm').Entry | null} */
    this.entry = null;
    this.value = 0;
    /** Whether it is a weight, which can be changed. */
    this.weight = false;
    /** @type {(entry: import('../worker/wasm').Entry, epsilon: number) => Promise<Proof>} */
    this.measure = () => Promise.reject(new Error('nothing is opened'));
    /** Other numbers of the same row, if it has any. @type {() => import('../worker/wasm').Entry[]} */
    this.random = () => [];
    /** The weight before it was changed. @type {number | null} */
    this.was = null;
    /** What the other numbers are called; '': ten of this row. */
    this.rowName = '';
    /** What is special about the loss. */
    this.note = '';
    /** Whether the nudge can be taken. */
    this.nudging = false;
    /** Identifies the number and the state of the copy: another one was not measured. */
    this.subject = '';
    /** @type {Proof | null} */
    this.proof = null;
    /** The largest relative error of several numbers; null: not measured. @type {number | null} */
    this.row = null;
    this.epsilon = '0.00001';
    /** @type {import('../i18n/errors.js').Fault | null} */
    this.fault = null;
    /** What was typed, if it is no number. */
    this.bad = '';
  }

  willUpdate(/** @type {import('lit').PropertyValues<this>} */ changed) {
    if (changed.has('subject'))
      Object.assign(this, { proof: null, row: null, fault: null, bad: '' });
  }

  async #prove() {
    const { entry, epsilon, subject } = this;
    if (!entry) return;
    try {
      const proof = await this.measure(entry, Number(epsilon));
      if (subject === this.subject) Object.assign(this, { proof, fault: null });
    } catch (fault) {
      Object.assign(this, { fault, proof: null });
    }
  }

  async #proveRow() {
    const { epsilon, subject } = this;
    try {
      let most = 0;
      for (const entry of this.random()) {
        const { relativeError } = await this.measure(entry, Number(epsilon));
        most = Math.max(most, relativeError);
      }
      if (subject === this.subject) Object.assign(this, { row: most, fault: null });
    } catch (fault) {
      Object.assign(this, { fault, row: null });
    }
  }

  #set(/** @type {Event} */ event) {
    event.preventDefault();
    const text = this.querySelector('input')?.value.trim().replace('−', '-') ?? '';
    const value = Number(text);
    const fits = text !== '' && Math.abs(value) <= 3.4028234663852886e38;
    this.bad = fits ? '' : text || '–';
    if (fits) this.emit('change-number', { value });
  }

  render() {
    if (!this.entry) return nothing;
    return html`<div class="prove-it">
      ${this.weight ? this.#field() : nothing}
      ${this.#proof()}
      ${this.fault ? html`<p class="problem" role="alert">${errorText(this.fault)}</p>` : nothing}
    </div>`;
  }

  #field() {
    const step = 10 ** Math.max(-4, Math.floor(Math.log10(Math.abs(this.value) || 1)) - 1);
    return html`<form class="change" @submit=${this.#set}>
      <label for="number-value">${t('inside.value')}</label>
      ${this.was === null ? nothing : html`<span class="note" id="number-was">${t('inside.was', { value: figure(this.was) })}</span>`}
      <div class="change-line">
        <input
          class="text"
          type="number"
          id="number-value"
          step=${step}
          .value=${String(Number(this.value.toPrecision(6)))}
          aria-describedby="number-bad copy-note"
        />
        <button class="plain" id="number-set">${t('inside.set')}</button>
      </div>
      <p class="problem" id="number-bad" role="alert" ?hidden=${!this.bad}>
        ${this.bad ? t('inside.badNumber', { value: this.bad }) : nothing}
      </p>
      ${this.nudging ? html`<button type="button" class="plain" id="take-nudge" @click=${() => this.emit('take-nudge')}>${t('inside.takeNudge')}</button>` : nothing}
      <p class="note" id="copy-note">${t('inside.copyNote')}</p>
    </form>`;
  }

  #proof() {
    const { proof, epsilon, row } = this;
    const shown = epsilon === '0.00001' ? '10⁻⁵' : epsilon;
    const digits = epsilon === '0.00001' ? 10 : 7;
    return html`<section class="proof" aria-labelledby="proof-title">
      <h3 id="proof-title">
        ${proof ? t('inside.proveAt', { value: figure(proof.value) }) : t('inside.prove')}
      </h3>
      <div class="proof-line">
        <button type="button" class="plain" id="prove" @click=${this.#prove}>
          ${t(proof ? 'inside.measureAgain' : 'inside.measure')}
        </button>
        ${choice({
          id: 'epsilon',
          legend: t('inside.epsilon'),
          values: STEPS,
          current: epsilon,
          label: (value) => (value === '0.00001' ? '10⁻⁵' : value),
          choose: (value) => {
            this.epsilon = value;
            if (this.proof) void this.#prove();
          },
        })}
      </div>
      ${
        proof
          ? html`<table class="sum" id="proof-table">
                <tbody>
                  <tr><th scope="row">${t('inside.higher', { epsilon: shown })}</th><td>${fixed(proof.lossAbove, digits)}</td></tr>
                  <tr><th scope="row">${t('inside.lower', { epsilon: shown })}</th><td>${fixed(proof.lossBelow, digits)}</td></tr>
                  <tr class="ruled"><th scope="row">${t('inside.difference', { twice: `2 × ${shown}` })}</th><td>${fixed(proof.measured, 7)}</td></tr>
                  <tr><th scope="row">${t('inside.byBackprop')}</th><td class=${proof.gradient < 0 ? 'raise' : 'lower'}>${fixed(proof.gradient, 7)}</td></tr>
                </tbody>
              </table>
              <p class="note" id="proof-note" role="status">
                ${t('inside.agree', {
                  difference: Math.abs(proof.measured - proof.gradient)
                    .toExponential(1)
                    .replace('-', '−'),
                })}
              </p>`
          : nothing
      }
      ${this.note ? html`<p class="note">${rich(this.note)}</p>` : nothing}
      <button type="button" class="link" id="prove-row" @click=${this.#proveRow}>${this.rowName || t('inside.row')}</button>
      ${
        row === null
          ? nothing
          : html`<p class="note" role="status">${t('inside.rowProved', { error: row.toExponential(1).replace('-', '−') })}</p>`
      }
    </section>`;
  }
}

define('prove-it', ProveIt);
