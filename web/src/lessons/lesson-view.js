import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement, own, unset } from '../ui/base.js';
import { attemptsChart } from './attempts-chart.js';
import { goalPanel } from './goal-panel.js';
import './hand-in.js';
import { lessonHead, seatForm } from './lesson-head.js';
import { marked } from './marked.js';
import { prediction } from './prediction.js';
import { demoOf, TAGS, tellGoal, watchDemo } from './stage.js';

/**
 * @typedef {import('./session.js').LessonSession} LessonSession
 * @typedef {import('../embed/demo-element.js').DemoElement} DemoElement
 */

const DEMOS = Object.values(TAGS).join(', ');

/** One lesson: the open step's prediction, goal and hints beside its live model, and what is handed in. */
export class LessonView extends LabElement {
  static properties = { ...given('session'), ...own('version large panel') };

  constructor() {
    super();
    /** @type {LessonSession} */
    this.session = unset();
    this.version = 0;
    /** Whether it is shown for a projector: large, one panel. */
    this.large = false;
    /** What is shown large. @type {'text' | 'model'} */
    this.panel = 'text';
    /** @type {DemoElement | null} */
    this.demo = null;
    /** Which demo is in place. */
    this.shown = '';
    this.onChange = () => {
      this.version += 1;
    };
    this.onKey = (/** @type {KeyboardEvent} */ event) => this.#key(event);
    this.onPrint = () => this.#picture();
  }

  connectedCallback() {
    super.connectedCallback();
    this.session.addEventListener('change', this.onChange);
    document.addEventListener('keydown', this.onKey);
    window.addEventListener('beforeprint', this.onPrint);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.session.removeEventListener('change', this.onChange);
    document.removeEventListener('keydown', this.onKey);
    document.documentElement.classList.remove('large');
    window.removeEventListener('beforeprint', this.onPrint);
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    super.updated(changed);
    this.#stage();
  }

  /** Puts the step's demo into place; it stays while the step does. */
  #stage() {
    const { session } = this;
    const place = this.querySelector('.lesson-demo');
    if (!place || session.needsSeat) return;
    const link = session.linkOf();
    const key = `${session.progress.step} ${session.progress.seat} ${link}`;
    if (key === this.shown) return;
    this.shown = key;
    const demo = demoOf(session);
    place.replaceChildren(demo);
    this.demo = demo;
    const { step } = session.progress;
    void watchDemo(demo, async (run, about) => {
      if (session.progress.step !== step || session.asking) return;
      await session.take(run, about);
      tellGoal(session);
    });
  }

  /** Draws the model's map into the sheet. */
  #picture() {
    const place = this.querySelector('.sheet-map');
    const canvas = this.demo?.shadowRoot?.querySelector('map-panel canvas, .panel.map canvas');
    if (!place) return;
    place.replaceChildren();
    if (!(canvas instanceof HTMLCanvasElement) || !canvas.width) return;
    const image = new Image();
    image.src = canvas.toDataURL();
    place.append(image);
  }

  #key(/** @type {KeyboardEvent} */ event) {
    if (!this.large || event.defaultPrevented) return;
    const typing = event.target instanceof Element && event.target.closest(`input, ${DEMOS}`);
    if (event.key === 'Escape') this.large = false;
    else if (typing) return;
    else if (event.key === 'ArrowRight') this.#turn(1);
    else if (event.key === 'ArrowLeft') this.#turn(-1);
  }

  /** Shows the next panel: a step's text, its model, the next step's text. @param {1 | -1} by */
  #turn(by) {
    const { progress, lesson } = this.session;
    const at = 2 * progress.step + (this.panel === 'model' ? 1 : 0) + by;
    if (at < 0 || at >= 2 * lesson.steps.length) return;
    this.panel = at % 2 ? 'model' : 'text';
    this.session.open(at >> 1);
  }

  render() {
    const { session } = this;
    if (!session) return nothing;
    document.documentElement.classList.toggle('large', this.large);
    return html`
      ${lessonHead(session)}
      ${session.needsSeat ? seatForm(session) : html`<div class="lesson-columns" data-panel=${this.panel}>${this.#text()} ${this.#model()}</div>`}
      ${this.large ? this.#bar() : nothing}
    `;
  }

  #text() {
    const { session } = this;
    const { step, lesson, progress } = session;
    const last = progress.step === lesson.steps.length - 1;
    return html`<section class="lesson-text">
      ${
        lesson.steps.length > 1
          ? html`<h2 id="step-title" tabindex="-1">${session.said(step.title)}</h2>`
          : nothing
      }
      ${step.text ? html`<p class="lead">${marked(session.said(step.text))}</p>` : nothing}
      ${
        step.predict
          ? this.#beat('guess', t('lesson.guess'), !session.asking, prediction(session))
          : nothing
      }
      ${this.#beat(
        'try',
        t(step.goal ? 'lesson.try' : 'lesson.train'),
        session.isDone(progress.step),
        session.asking
          ? html`<p class="note">${t('lesson.waiting')}</p>`
          : [goalPanel(session), attemptsChart(session)],
      )}
      <p class="lesson-turn">
        ${
          progress.step > 0
            ? html`<button type="button" class="plain" id="step-before" @click=${() => this.#go(progress.step - 1)}>
                ${t('lesson.before')}
              </button>`
            : nothing
        }
        ${
          last
            ? nothing
            : html`<button
                type="button"
                class=${session.isDone(progress.step) ? 'primary' : 'plain'}
                id="step-next"
                @click=${() => this.#go(progress.step + 1)}
              >
                ${t('lesson.next')}
              </button>`
        }
      </p>
      ${last ? this.#beat('hand-in', t('lesson.handIn'), progress.handedIn, html`<hand-in .session=${session} .version=${this.version}></hand-in>`) : nothing}
      ${this.#foot()}
    </section>`;
  }

  /** One of the numbered parts. @param {string} name @param {string} title @param {boolean} done @param {unknown} content */
  #beat(name, title, done, content) {
    return html`<section class="beat" data-beat=${name} aria-labelledby=${`beat-${name}`}>
      <h2 class="beat-title" id=${`beat-${name}`} data-state=${done ? 'done' : 'open'}>${title}</h2>
      <div class="beat-content">${content}</div>
    </section>`;
  }

  #foot() {
    const { session } = this;
    return html`<footer class="lesson-foot">
      ${session.kept ? nothing : html`<p class="warning">${t('lesson.notKept')}</p>`}
      ${session.lesson.licence ? html`<p class="note">${session.lesson.licence}</p>` : nothing}
      <button type="button" class="link" id="forget" @click=${() => this.#forget()}>
        ${t('lesson.forget')}
      </button>
      <button
        type="button"
        class="link"
        id="large"
        @click=${() => {
          this.large = true;
        }}
      >
        ${t('lesson.show')}
      </button>
    </footer>`;
  }

  /** Turns the panels of the large view. */
  #bar() {
    return html`<div class="large-bar">
      <button type="button" class="plain" id="large-before" aria-label=${t('lesson.show.before')} @click=${() => this.#turn(-1)}>←</button>
      <span>${t(this.panel === 'text' ? 'lesson.show.text' : 'lesson.stage')}</span>
      <button type="button" class="plain" id="large-next" aria-label=${t('lesson.show.next')} @click=${() => this.#turn(1)}>→</button>
      <button type="button" class="plain" id="large-end" @click=${() => {
        this.large = false;
      }}>${t('lesson.show.end')}</button>
      <span class="note">${t('lesson.show.keys')}</span>
    </div>`;
  }

  /** Opens another step, from its beginning. @param {number} step */
  async #go(step) {
    this.session.open(step);
    await this.#toTheTop();
  }

  /** The text of the step into view, and the keyboard to it. */
  async #toTheTop() {
    await this.updateComplete;
    const title = /** @type {HTMLElement | null} */ (
      this.querySelector('#step-title') ?? this.querySelector('h1')
    );
    title?.focus({ preventScroll: true });
    title?.scrollIntoView({ block: 'start' });
  }

  async #forget() {
    if (!window.confirm(t('lesson.forget.sure'))) return;
    this.shown = '';
    this.session.forget();
    await this.#toTheTop();
  }

  /** Where the model fills a narrow screen, what the latest training came to, and a way back to the task. */
  #verdict() {
    const { step, done, best } = this.session;
    if (!step.goal || !done.attempts.length) return nothing;
    return html`<p class="lesson-verdict">
      <span>${t('lesson.goal')} ${t(best?.reached ? 'lesson.reached' : 'lesson.notYet')}</span>
      <button type="button" class="plain" id="to-task" @click=${() => this.#toTheTop()}>
        ${t('lesson.toTask')}
      </button>
    </p>`;
  }

  #model() {
    const { session } = this;
    return html`<section class="lesson-model" aria-label=${t('lesson.stage')}>
      <div class="lesson-demo" ?inert=${session.asking}></div>
      ${session.asking ? html`<p class="lesson-veil">${t('lesson.waiting')}</p>` : this.#verdict()}
    </section>`;
  }
}

define('lesson-view', LessonView);
