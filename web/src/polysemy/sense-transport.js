import { html } from 'lit';
import { t } from '../i18n/index.js';
import { define, LabElement } from '../ui/base.js';
import { icon, progressBar } from '../ui/parts.js';

/** Train, pause, reset; how far training is. Events: `train`, `pause`, `reset`. */
export class SenseTransport extends LabElement {
  static properties = {
    status: {},
    report: { attribute: false },
    stale: { type: Boolean },
    secondsLeft: { attribute: false },
  };

  constructor() {
    super();
    /** @type {'preparing' | 'ready' | 'running' | 'paused' | 'finished'} */
    this.status = 'preparing';
    /** @type {any} */
    this.report = null;
    this.stale = false;
    this.secondsLeft = Number.NaN;
  }

  get #started() {
    return (this.report?.step ?? 0) > 0;
  }

  #label() {
    if (this.status === 'running') return 'pause';
    if (this.status === 'finished' || (this.stale && this.#started)) return 'again';
    return this.status === 'paused' && this.#started ? 'resume' : 'train';
  }

  render() {
    const label = this.#label();
    const sign = label === 'pause' || label === 'again' ? label : 'play';
    return html`
      <div class="transport" role="group" aria-label=${t('page.stage')}>
        <button
          type="button"
          class="primary train"
          id="train"
          data-state=${label}
          @click=${() => this.emit(label === 'pause' ? 'pause' : 'train')}
        >
          ${icon(sign)}<span>${t(`transport.${label}`)}</span>
        </button>
        <button
          type="button"
          class="plain"
          id="reset"
          ?disabled=${!this.#started}
          @click=${() => this.emit('reset')}
        >
          ${t('transport.reset')}
        </button>
        ${this.#progress()}
      </div>
    `;
  }

  #progress() {
    const share = this.report?.progress ?? 0;
    const stale = this.stale && this.#started && this.status !== 'running';
    const text = this.#text();
    return html`
      <p class="progress-text" id="progress-text">
        <span class=${stale ? 'warning' : ''}>${stale ? t('sense.train.stale') : text}</span>
      </p>
      ${progressBar(share, text)}
    `;
  }

  #text() {
    const { report } = this;
    if (this.status === 'preparing') return t('sense.train.preparing');
    if (!this.#started) return t('sense.train.ready');
    const loss = Number.isFinite(report.loss) ? report.loss.toFixed(2) : '–';
    const { epoch, epochs } = report;
    if (this.status === 'finished') return t('sense.train.done', { epochs, loss });
    const done = t('sense.train.epoch', { epoch, epochs, loss });
    if (this.status !== 'running' || !Number.isFinite(this.secondsLeft)) return done;
    const time = t('transport.seconds', { count: Math.ceil(this.secondsLeft) });
    return `${done} · ${t('transport.left', { time })}`;
  }
}

define('sense-transport', SenseTransport);
