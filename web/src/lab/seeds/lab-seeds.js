/** The panel that trains the current run with other seeds. */
import { html, nothing } from 'lit';
import { whole } from '../../i18n/format.js';
import { addMessages, t } from '../../i18n/index.js';
import { en } from '../../i18n/seeds-en.js';
import { zh } from '../../i18n/seeds-zh.js';
import { adopt } from '../../share/adopt.js';
import { define, given, LabElement, own, unset } from '../../ui/base.js';
import { problem } from '../../ui/parts.js';
import { answerOf, heldNote } from './held-note.js';
import { MOST, Repeats } from './repeats.js';
import css from './seeds.css?inline';

addMessages({ en, zh });

const OFFERED = [5, 20];

/** 3, 12, 90: seconds as they are said. @param {number} seconds */
const about = (seconds) =>
  whole(seconds < 10 ? Math.max(1, Math.ceil(seconds)) : Math.ceil(seconds / 5) * 5);

export class LabSeeds extends LabElement {
  static properties = { ...given('session shown version'), ...own('wanted parameters') };

  constructor() {
    super();
    /** @type {import('../session.js').Session} */
    this.session = unset();
    /** @type {import('../slot.js').Slot} */
    this.shown = unset();
    /** Counts the changes of the session. */
    this.version = 0;
    /** The number in the field. */
    this.wanted = OFFERED[0];
    /** Of the shown model; 0 while unknown. */
    this.parameters = 0;
  }

  get repeats() {
    this.session.repeats ??= new Repeats(this.session);
    return this.session.repeats;
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    super.updated(changed);
    adopt(this, css);
    this.session.repeatsNote ??= (name, asking) => {
      const held = this.session.repeats?.answerTo(name, asking);
      return held ? heldNote(name, held, answerOf(asking.slot.answers[name])) : nothing;
    };
    const { model } = this.shown;
    if (changed.has('shown') || !this.parameters)
      void model?.parameterCount().then(
        (count) => {
          this.parameters = count;
        },
        () => {},
      );
  }

  get #most() {
    return this.parameters ? Repeats.most(this.parameters) : MOST;
  }

  #start(/** @type {number} */ count) {
    this.wanted = count;
    void this.repeats.start(this.shown, count);
  }

  render() {
    const { phase } = this.repeats;
    return html`
      <section class="panel-section seeds" aria-labelledby="seeds-title">
        <h2 id="seeds-title">${t('seeds.title')}</h2>
        <p class="note">${t('seeds.what')}</p>
        ${phase === 'training' ? this.#progress() : this.#buttons()}
        ${problem(this.repeats.error, 'seeds-problem')}
        <p class="note" role="status" id="seeds-state">${this.#state()}</p>
      </section>
    `;
  }

  #buttons() {
    const most = this.#most;
    const tooMany = this.wanted > most || this.wanted < 2 || !Number.isInteger(this.wanted);
    return html`
      <p class="seeds-buttons">
        ${OFFERED.filter((count) => count <= most).map(
          (count) => html`<button
            type="button"
            class="plain"
            id=${`seeds-${count}`}
            @click=${() => this.#start(count)}
          >
            ${t('seeds.run', { count })}
          </button>`,
        )}
        <label class="seeds-own">
          <span>${t('seeds.other')}</span>
          <input
            type="number"
            class="text"
            id="seeds-count"
            min="2"
            max=${most}
            .value=${String(this.wanted)}
            aria-invalid=${tooMany ? 'true' : 'false'}
            aria-describedby=${tooMany ? 'seeds-many' : nothing}
            @input=${(/** @type {Event} */ event) => {
              this.wanted = Number(/** @type {HTMLInputElement} */ (event.target).value);
            }}
          />
        </label>
        <button
          type="button"
          class="plain"
          id="seeds-start"
          ?disabled=${tooMany}
          @click=${() => this.#start(this.wanted)}
        >
          ${t('seeds.start')}
        </button>
      </p>
      ${
        tooMany
          ? html`<p class="problem" id="seeds-many">
              ${t(most < MOST ? 'seeds.memory' : 'seeds.many', { most: whole(most) })}
            </p>`
          : nothing
      }
    `;
  }

  #progress() {
    const { progress } = this.repeats;
    const share = progress?.progress ?? 0;
    const { done = 0, runs = this.wanted, secondsLeft = Number.NaN } = progress ?? {};
    return html`
      <div class="seeds-progress">
        <progress max="1" .value=${share} aria-labelledby="seeds-done"></progress>
        <p class="note" id="seeds-done">
          ${t('seeds.done', { done: whole(done), runs: whole(runs) })}
          ${Number.isFinite(secondsLeft) ? t('seeds.left', { seconds: about(secondsLeft) }) : nothing}
        </p>
        <button type="button" class="plain" id="seeds-cancel" @click=${() => this.repeats.cancel()}>
          ${t('seeds.cancel')}
        </button>
      </div>
    `;
  }

  #state() {
    const { runs, seconds, same, phase } = this.repeats;
    if (phase !== 'ready' || !runs) return nothing;
    if (!this.repeats.concerns(this.shown)) return t('seeds.others');
    const values = { runs: whole(runs.seeds.length), seconds: seconds.toFixed(1) };
    return html`${t('seeds.ready', values)} ${same ? t('seeds.same') : nothing}
      <button type="button" class="link" id="seeds-drop" @click=${() => void this.repeats.drop()}>
        ${t('seeds.drop')}
      </button>`;
  }
}

define('lab-seeds', LabSeeds);
