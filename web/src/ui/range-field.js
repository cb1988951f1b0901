import { html, nothing } from 'lit';
import { plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement, own, unset } from './base.js';
import { named } from './gloss.js';
import { inputOf, textOf } from './inputs.js';
import { problem } from './parts.js';

const TICKS = 1000;

/**
 * A parameter: its name, which explains itself, a text field for exact values, a slider.
 * Event: `set` {[name]: value}. An invalid text is explained and not applied.
 */
export class RangeField extends LabElement {
  static properties = { ...given('row value initial error help'), ...own('refused') };

  constructor() {
    super();
    /** @type {import('../link/field.js').Field} */
    this.row = unset();
    this.value = 0;
    this.initial = 0;
    /** @type {import('../i18n/errors.js').Fault | null} */
    this.error = null;
    /** Key of the explanation, if it is not the parameter's own. */
    this.help = '';
    this.refused = false;
  }

  #min = () => this.row.min ?? 0;
  #max = () => this.row.max ?? 1;
  #isWhole = () => this.row.step === 1;

  /** Converts a slider position 0 … TICKS to a value. @param {number} at */
  valueAt(at) {
    const [min, max] = [this.#min(), this.#max()];
    if (this.row.scale !== 'log') {
      const step = this.row.step ?? 1;
      const value = min + Math.round(((max - min) * at) / TICKS / step) * step;
      return Math.min(max, Number(value.toPrecision(6)));
    }
    const raw = min * (max / min) ** (at / TICKS);
    return this.#isWhole() ? Math.round(raw) : Number(raw.toPrecision(raw < 0.1 ? 1 : 2));
  }

  /** Converts a value to a slider position. @param {number} value */
  positionOf(value) {
    const [min, max] = [this.#min(), this.#max()];
    if (this.row.scale !== 'log') return ((value - min) / (max - min)) * TICKS;
    return (Math.log(value / min) / Math.log(max / min)) * TICKS;
  }

  #slide(/** @type {Event} */ event) {
    this.refused = false;
    const at = Number(textOf(event));
    this.emit('set', { [this.row.name]: this.valueAt(at) });
  }

  /** An arrow key changes the value by one step, whatever the slider's resolution. */
  #key(/** @type {KeyboardEvent} */ event) {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (!by || (this.row.scale === 'log' && !this.#isWhole())) return;
    event.preventDefault();
    const value = this.value + by * (this.row.step ?? 1);
    const inside = Math.min(this.#max(), Math.max(this.#min(), Number(value.toPrecision(6))));
    this.refused = false;
    this.emit('set', { [this.row.name]: inside });
  }

  #type(/** @type {Event} */ event) {
    const input = inputOf(event);
    const text = input.value.trim().replace(/^\./, '0.');
    const value = this.row.parse(text);
    // A value out of range is rejected, not clamped, so that the reader sees the limits.
    this.refused = value === undefined || value !== Number(text);
    if (!this.refused) this.emit('set', { [this.row.name]: value });
    input.value = plain(this.refused ? this.value : value);
  }

  /** The message disappears when the reader types again, or presses Enter on the current value. */
  #forgive(/** @type {Event} */ event) {
    const enter = event instanceof KeyboardEvent && event.key === 'Enter';
    const stands = textOf(event) === plain(this.value);
    if (event.type === 'input' || (enter && stands)) this.refused = false;
  }

  render() {
    if (!this.row) return nothing;
    const { name } = this.row;
    const label = t(`parameter.${name}`);
    const position = Math.round(this.positionOf(this.value));
    const usual =
      this.value === this.initial ? '' : t('parameter.default', { value: plain(this.initial) });
    const describedBy = `${name}-help${this.refused || this.error ? ` ${name}-problem` : ''}`;
    return html`
      <div class="field range">
        ${named(name, label, t(this.help || `parameter.${name}.help`), usual)}
        <input
          class="value"
          id=${`${name}-value`}
          aria-label=${label}
          aria-describedby=${describedBy}
          aria-invalid=${this.refused || this.error ? 'true' : 'false'}
          inputmode=${this.#isWhole() ? 'numeric' : 'decimal'}
          autocomplete="off"
          spellcheck="false"
          .value=${plain(this.value)}
          @change=${this.#type}
          @input=${this.#forgive}
          @keydown=${this.#forgive}
        />
        <input
          type="range"
          id=${name}
          aria-label=${label}
          min="0"
          max=${TICKS}
          step="1"
          .value=${String(position)}
          style=${`--fill: ${(100 * position) / TICKS}%`}
          aria-valuetext=${plain(this.value)}
          aria-describedby=${`${name}-help`}
          @input=${this.#slide}
          @keydown=${this.#key}
        />
        ${this.refused || this.error ? this.#problem(label) : nothing}
      </div>
    `;
  }

  #problem(/** @type {string} */ label) {
    if (this.error && !this.refused) return problem(this.error, `${this.row.name}-problem`);
    const limits = {
      name: label,
      min: plain(this.#min()),
      max: plain(this.#max()),
      value: plain(this.value),
    };
    const key = this.#isWhole() ? 'parameter.rangeWhole' : 'parameter.range';
    return html`<p class="problem" id=${`${this.row.name}-problem`} role="alert">
      ${t(key, limits)}
    </p>`;
  }
}

define('range-field', RangeField);
