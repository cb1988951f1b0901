import { html } from 'lit';
import { compact, whole } from '../i18n/format.js';
import { counted, language, t } from '../i18n/index.js';
import { define, LabElement } from '../ui/base.js';
import { icon, progressBar } from '../ui/parts.js';

const SPEEDS = ['full', 'slow', 'window'];

/**
 * Train, pause, step, reset, speed; how far training is.
 * Events: `train`, `pause`, `step`, `reset`, `speed` {speed}, `close-loaded`.
 */
export class TransportBar extends LabElement {
  static properties = {
    status: {},
    report: { attribute: false },
    stale: { type: Boolean },
    secondsLeft: { attribute: false },
    pace: { attribute: false },
    unit: {},
    speed: {},
    loaded: { attribute: false },
  };

  constructor() {
    super();
    /** @type {'preparing' | 'ready' | 'running' | 'paused' | 'finished' | 'one-hot' | 'loaded'} */
    this.status = 'preparing';
    /** @type {any} */
    this.report = null;
    this.stale = false;
    this.secondsLeft = Number.NaN;
    /** Tokens a second as the reports came in, where the engine does not measure it. */
    this.pace = 0;
    /** What a step is: a window, or a batch of examples. @type {'window' | 'batch'} */
    this.unit = 'window';
    this.speed = 'full';
    /** @type {{name: string, words: number, dimensions: number} | null} */
    this.loaded = null;
  }

  render() {
    if (this.status === 'loaded') return this.#loadedBar();
    const running = this.status === 'running';
    const idle = this.status === 'one-hot';
    const started = (this.report?.step ?? 0) > 0;
    const label = running
      ? 'pause'
      : this.status === 'finished' || (this.stale && started)
        ? 'again'
        : this.status === 'paused' && started
          ? 'resume'
          : 'train';
    const sign = label === 'pause' || label === 'again' ? label : 'play';
    return html`
      <div class="transport" role="group" aria-label=${t('page.stage')}>
        <button
          type="button"
          class="primary train"
          id="train"
          data-state=${label}
          ?disabled=${idle}
          @click=${() => this.emit(running ? 'pause' : 'train')}
        >
          ${icon(sign)}<span>${t(`transport.${label}`)}</span>
        </button>
        <button
          type="button"
          class="plain"
          id="step"
          title=${t(this.unit === 'batch' ? 'transport.stepHelp.batch' : 'transport.stepHelp')}
          ?disabled=${idle || running || this.status === 'finished'}
          @click=${() => this.emit('step')}
        >
          ${t('transport.step')}
        </button>
        <button
          type="button"
          class="plain"
          id="reset"
          ?disabled=${idle || !started}
          @click=${() => this.emit('reset')}
        >
          ${t('transport.reset')}
        </button>
        <select
          id="speed"
          data-value=${this.speed}
          aria-label=${t('transport.speed')}
          ?disabled=${idle}
          @change=${(/** @type {any} */ event) => this.emit('speed', event.target.value)}
        >
          ${SPEEDS.map(
            (speed) =>
              html`<option value=${speed} ?selected=${speed === this.speed}>
                ${t(`transport.speed.${speed === 'window' ? this.unit : speed}`)}
              </option>`,
          )}
        </select>
        ${this.#progress()}
      </div>
    `;
  }

  #progress() {
    const { progress = 0, stoppedEarly = false } = this.report ?? {};
    const share = this.status === 'one-hot' ? 0 : stoppedEarly ? 1 : progress;
    const [left, right] = this.#texts();
    const stale = this.stale && (this.report?.step ?? 0) > 0 && this.status !== 'running';
    return html`
      <p class="progress-text" id="progress-text">
        <span class=${stale ? 'warning' : ''}>${stale ? t('transport.stale') : join(left, right)}</span>
      </p>
      ${progressBar(share, left)}
    `;
  }

  /** @returns {[string, string]} what has been done; what is left */
  #texts() {
    const { report } = this;
    if (this.status === 'one-hot') return [t('transport.none'), ''];
    if (this.status === 'preparing') return [t('transport.preparing'), ''];
    if (!report || report.step === 0) return [t('transport.ready'), ''];
    const pace = report.tokensPerSecond || (this.status === 'running' ? this.pace : 0);
    const shown = compact(pace);
    // Chinese sets no space between 万 and the unit, but one after a digit.
    const rate = language() === 'zh' && /\d$/.test(shown) ? `${shown} ` : shown;
    const speed = pace > 0 ? t('transport.rate', { rate }) : '';
    if (this.status === 'finished') {
      const early = report.stoppedEarly ? t('transport.early') : '';
      const epochs = report.stoppedEarly ? report.epoch : report.epochs;
      return [join(counted('transport.done', epochs, { epochs }), early, speed), ''];
    }
    const epoch = t('transport.epoch', { epoch: report.epoch, epochs: report.epochs });
    if (this.speed === 'window' || this.status !== 'running') {
      const numbers = { step: whole(report.step), steps: whole(report.steps) };
      return [join(epoch, t(`transport.${this.unit}`, numbers)), ''];
    }
    return [join(epoch, speed), this.#left()];
  }

  #left() {
    if (!Number.isFinite(this.secondsLeft)) return '';
    const seconds = Math.ceil(this.secondsLeft);
    const time =
      seconds < 100
        ? t('transport.seconds', { count: seconds })
        : t('transport.minutes', { count: Math.ceil(seconds / 60) });
    return t('transport.left', { time });
  }

  #loadedBar() {
    const { name = '', words = 0, dimensions = 0 } = this.loaded ?? {};
    return html`<div class="transport" role="group" aria-label=${t('story.loaded')}>
      <button
        type="button"
        class="plain"
        id="close-loaded"
        @click=${() => this.emit('close-loaded')}
      >
        ${t('transport.back')}
      </button>
      <p class="note" id="loaded-note">
        ${t('transport.loaded', { name, words: whole(words), dimensions })}
      </p>
    </div>`;
  }
}

const join = (/** @type {string[]} */ ...parts) => parts.filter(Boolean).join(' · ');

define('transport-bar', TransportBar);
