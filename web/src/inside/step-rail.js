import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { inputOf } from '../ui/inputs.js';
import { figure } from './figures.js';
import { rich } from './rich.js';

/**
 * Back, Step, and what the present stop says; at the nudge, the size of the step.
 * Events: `stop` {stop}, `alpha` {alpha}.
 */
export class StepRail extends LabElement {
  static properties = given('stops stop sentence alpha ownAlpha plain locked');

  constructor() {
    super();
    /** The stops of this model. @type {number[]} */
    this.stops = [];
    this.stop = 1;
    this.sentence = '';
    /** Size of the nudge; 0: no nudge. */
    this.alpha = 0;
    /** That of training. */
    this.ownAlpha = 0;
    /** Whether training takes another step than this one. */
    this.plain = false;
    /** Whether the stop cannot be chosen. */
    this.locked = false;
  }

  #go(/** @type {number} */ by) {
    const { stops, stop } = this;
    const at = stops.indexOf(stop) + by;
    // After the last stop comes the first one.
    this.emit('stop', { stop: stops[(at + stops.length) % stops.length] });
  }

  render() {
    const { stop, sentence } = this;
    return html`<div class="step-rail">
      ${this.locked ? nothing : this.#buttons()}
      <p class="step-sentence ${stop === 6 ? 'backwards' : ''}" id="inside-sentence" role="status">
        <strong>${t(`inside.stop.${stop}`)}${t('inside.full')}</strong>${rich(sentence)}
      </p>
      ${stop === 7 && this.alpha > 0 ? this.#size() : nothing}
    </div>`;
  }

  #buttons() {
    return html`<button
        type="button"
        class="plain"
        id="inside-back"
        ?disabled=${this.stop === this.stops[0]}
        @click=${() => this.#go(-1)}
      >‹ ${t('inside.back')}</button>
      <button type="button" class="primary" id="inside-step" @click=${() => this.#go(1)}>
        ${t('inside.step')} ›
      </button>`;
  }

  #size() {
    const { alpha, ownAlpha, plain } = this;
    const own = Math.abs(alpha / ownAlpha - 1) < 1e-9;
    const note = plain ? t('inside.stepPlain') : own ? t('inside.stepOwn') : '';
    return html`<div class="step-size">
      <label for="step-size">${t('inside.stepSize')} <output>${figure(alpha)}</output></label>
      <input
        type="range"
        id="step-size"
        min="-4"
        max="0.5"
        step="0.05"
        style=${`--fill: ${((100 * (Math.log10(alpha) + 4)) / 4.5).toFixed(1)}%`}
        .value=${String(Math.log10(alpha))}
        aria-valuetext=${figure(alpha)}
        @input=${(/** @type {Event} */ event) =>
          this.emit('alpha', {
            alpha: Number((10 ** Number(inputOf(event).value)).toPrecision(3)),
          })}
      />
      <p class="note">${note}</p>
    </div>`;
  }
}

define('step-rail', StepRail);
