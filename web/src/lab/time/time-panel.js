import { html, nothing } from 'lit';
import { memory, plain, shortHash, whole } from '../../i18n/format.js';
import { addMessages, t } from '../../i18n/index.js';
import { en } from '../../i18n/time-en.js';
import { zh } from '../../i18n/time-zh.js';
import { define, given, LabElement, own, unset } from '../../ui/base.js';
import { inputOf } from '../../ui/inputs.js';
import { icon, problem, progressBar } from '../../ui/parts.js';
import { duration } from '../../ui/transport.js';
import { repeats } from '../model-fields.js';
import { MOST_BYTES } from './recording.js';
import './time.css';

addMessages({ en, zh });

/** The slider through a training, and what it can be saved as. `studio` gives what a film is made of. */
export class TimePanel extends LabElement {
  static properties = { ...given('travel version studio close'), ...own('filming done failed') };

  constructor() {
    super();
    /** @type {import('./travel.js').Travel} */
    this.travel = unset();
    /** Counts the changes of `travel`. */
    this.version = 0;
    /** @type {() => import('./film.js').Studio | null} */
    this.studio = () => null;
    this.close = () => {};
    /** The share of a film that is made; NaN otherwise. */
    this.filming = Number.NaN;
    this.done = '';
    /** @type {import('../../i18n/errors.js').Fault | null} */
    this.failed = null;
  }

  get #moments() {
    return this.travel.recording?.moments ?? [];
  }

  /** The moment that is shown, or the nearest before it. */
  get #index() {
    const { step } = this.travel;
    const moments = this.#moments;
    if (step === null) return moments.length - 1;
    const after = moments.findIndex((moment) => moment.step > step);
    return after < 0 ? moments.length - 1 : Math.max(0, after - 1);
  }

  #slide(/** @type {Event} */ event) {
    const index = Number(inputOf(event).value);
    const moment = this.#moments[index];
    this.travel.playing = false;
    if (!moment) return;
    if (moment.step === this.travel.slot.report?.step) this.travel.leave();
    else void this.travel.show(moment.step);
  }

  #go(/** @type {Event} */ event) {
    const input = inputOf(event);
    const step = Number(input.value.replaceAll(/[\s,，]/g, ''));
    if (Number.isInteger(step) && step >= 0) void this.travel.show(step);
    else input.value = plain(this.travel.step ?? this.travel.slot.report?.step ?? 0);
  }

  async #film(/** @type {'gif' | 'video'} */ kind) {
    const studio = this.studio();
    if (!studio) return;
    this.filming = 0;
    this.done = '';
    this.failed = null;
    try {
      const name = await this.travel.film(kind, {
        ...studio,
        progress: (share) => {
          this.filming = share;
        },
      });
      if (name) this.done = t('time.filmed', { name });
    } catch (error) {
      this.failed = error;
    }
    this.filming = Number.NaN;
  }

  render() {
    const { travel } = this;
    if (!travel) return nothing;
    return html`<section class="panel time" id="time" aria-labelledby="time-title">
      <div class="panel-head">
        <h2 id="time-title">${t('time.title')}</h2>
        <p class="note" id="time-kept">${this.#kept()}</p>
        <button type="button" class="quiet square" id="time-close" aria-label=${t('time.close')} title=${t('time.close')} @click=${() => this.close()}>${icon('close')}</button>
      </div>
      ${problem(travel.error, 'time-problem')}
      ${this.#body()}
    </section>`;
  }

  #kept() {
    const { recording, slot, recorded } = this.travel;
    if (!Number.isNaN(recorded)) return t('time.copying', { percent: Math.round(100 * recorded) });
    if (!recording?.moments.length) return '';
    const values = { count: recording.moments.length, size: memory(recording.bytes) };
    return t(slot.running ? 'time.recording' : 'time.kept', values);
  }

  #body() {
    const { travel } = this;
    const { slot, recording, recorded } = travel;
    // With moments already there, the reader goes on while a copy makes more of them.
    if (!Number.isNaN(recorded) && !recording?.fromStart) {
      const text = t('time.copying', { percent: Math.round(100 * recorded) });
      return html`<p class="note">${text}</p>${progressBar(recorded, text, { id: 'time-progress', label: t('time.record') })}
        <p><button type="button" class="plain" id="time-stop" @click=${() => travel.stopRecording()}>${t('time.stop')}</button></p>`;
    }
    if (!slot.trained) return html`<p class="note" id="time-before">${t('time.before')}</p>`;
    if (recording?.tooLarge) {
      const size = memory(MOST_BYTES);
      return html`<p class="note">${t('time.tooLarge', { size })}</p>${this.#exact()}${this.#place()}`;
    }
    if (!recording?.fromStart) return this.#again();
    return html`${this.#slider()}${this.#place()}${this.#foot()}`;
  }

  #again() {
    const { travel } = this;
    const { slot, seconds } = travel;
    if (slot.running) return nothing;
    if (!travel.repeatable) return html`<p class="note">${t('time.stale')}</p>`;
    const same = repeats(slot.kind, slot.model?.info);
    const label = Number.isFinite(seconds)
      ? t('time.record.in', { time: duration(seconds) })
      : t('time.record');
    return html`<p class="note">${t(same ? 'time.again' : 'time.again.threads')}</p>
      <p><button type="button" class="plain" id="time-record" @click=${() => travel.record()}>${label}</button></p>`;
  }

  #slider() {
    const { travel } = this;
    const last = Math.max(0, this.#moments.length - 1);
    const index = this.#index;
    const text = this.#text();
    const label = t(travel.playing ? 'time.pause' : 'time.play');
    return html`<div class="time-row">
      <button type="button" class="plain square" id="time-play" aria-label=${label} title=${label} @click=${() => travel.play()}>
        ${icon(travel.playing ? 'pause' : 'play')}
      </button>
      <input
        type="range"
        id="time-slider"
        min="0"
        max=${last}
        step="1"
        .value=${String(index)}
        style=${`--fill: ${last ? (100 * index) / last : 0}%`}
        aria-label=${t('time.slider')}
        aria-valuetext=${text}
        @input=${this.#slide}
      />
    </div>`;
  }

  #text() {
    const { past, slot, step } = this.travel;
    const { report } = past ?? slot;
    if (!report) return '';
    if (step === null) return t('time.end', { step: whole(report.step) });
    const epoch = plain(Math.round(100 * report.progress * report.epochs) / 100);
    return t('time.at', { step: whole(report.step), steps: whole(report.steps), epoch });
  }

  #exact() {
    const { travel } = this;
    const value = String(travel.step ?? travel.slot.report?.step ?? 0);
    return html`<label class="time-exact" for="time-step" title=${t('time.exact.help')}>
      ${t('time.exact')}
      <input id="time-step" inputmode="numeric" autocomplete="off" .value=${value} @change=${this.#go} />
    </label>`;
  }

  #place() {
    const { past, differs } = this.travel;
    const hash = past?.hash
      ? html`<p class="note" id="time-hash">${t('time.hash', { hash: shortHash(past.hash) })}</p>`
      : nothing;
    return html`<p class="time-at" id="time-at">${this.#text()}</p>${hash}
      ${differs ? html`<p class="note">${t('time.differs')}</p>` : nothing}`;
  }

  #foot() {
    const { travel } = this;
    const busy = !Number.isNaN(this.filming);
    const video = 'MediaRecorder' in globalThis;
    const filming = t('time.filming', { percent: Math.round(100 * this.filming) });
    return html`<div class="time-foot">
        ${this.#exact()}
        <button type="button" class="plain" id="time-now" ?disabled=${travel.step === null} @click=${() => travel.leave()}>${t('time.now')}</button>
        ${
          this.studio()
            ? html`<span class="time-films" role="group" aria-label=${t('time.film')}>
                <span class="note" aria-hidden="true">${t('time.film')}</span>
                <button type="button" class="plain" id="time-gif" ?disabled=${busy} @click=${() => this.#film('gif')}>${t('time.gif')}</button>
                ${video ? html`<button type="button" class="plain" id="time-video" ?disabled=${busy} @click=${() => this.#film('video')}>${t('time.video')}</button>` : nothing}
              </span>`
            : nothing
        }
      </div>
      ${busy ? progressBar(this.filming, filming, { id: 'time-filming', label: t('time.film') }) : nothing}
      <p class="note" role="status" id="time-done">${busy ? filming : this.done}</p>
      ${problem(this.failed, 'film-problem')}`;
  }
}

define('time-panel', TimePanel);
