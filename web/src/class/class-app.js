import { html, nothing } from 'lit';
import { sentences } from '../i18n/format.js';
import { counted, language, t } from '../i18n/index.js';
import { inLanguage } from '../tasks/lesson.js';
import { define, given, LabElement, own, unset } from '../ui/base.js';
import { download } from '../ui/parts.js';
import { classTable } from './csv.js';
import { handIns } from './hand-ins.js';
import { storyIn } from './lessons.js';
import { panelsOf, remarksOf } from './panels.js';
import { pasteForm } from './paste-form.js';
import { reasonText } from './reasons.js';
import './class-show.js';
import { chapterTask, taskOf } from './task.js';
import { timeText } from './time-text.js';

/**
 * @typedef {import('./task.js').Task} Task
 * @typedef {import('./session.js').Kind} Kind
 */

/** At most so often the page is rendered while it trains, in milliseconds. */
const PACE = 200;
const KINDS = /** @type {const} */ (['differs', 'failed', 'unreadable', 'twice', 'other']);

/** The page of a class: what is pasted, the verdicts, the diagrams. */
export class ClassApp extends LabElement {
  static properties = { ...given('session'), ...own('story') };

  #due = false;

  constructor() {
    super();
    /** @type {import('./session.js').ClassSession} */
    this.session = unset();
    /** The Story's questions, once they are needed. @type {Record<string, import('./lessons.js').Chapter> | null} */
    this.story = null;
  }

  /** @param {import('./session.js').ClassSession} session */
  connect(session) {
    this.session = session;
    session.addEventListener('change', () => this.#soon());
  }

  #soon() {
    if (this.#due) return;
    this.#due = true;
    setTimeout(() => {
      this.#due = false;
      this.requestUpdate();
    }, PACE);
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    super.updated(changed);
    if (this.session) this.querySelector(':scope > [data-shell]')?.remove();
    if (this.session?.key !== 'story' || this.story) return;
    storyIn(language()).then(
      (story) => {
        this.story = story;
      },
      () => {}, // without the questions the numbers stay
    );
  }

  /** @returns {Task[]} one per step */
  get tasks() {
    const { lesson, key } = this.session;
    if (lesson) return lesson.steps.map(taskOf);
    return key === 'story' ? Object.values(this.story ?? {}).map(chapterTask) : [];
  }

  /** The name of a class's lesson. @param {{key: string, handIn: import('./session.js').Row['handIn']}} of */
  lessonName({ key, handIn }) {
    if (key === 'story') return t('class.story');
    return inLanguage(handIn?.lesson?.title, language());
  }

  head() {
    const { session } = this;
    const { entries, rows, lessons, key } = session;
    const { active } = session.pool.progress('class');
    const shown = lessons.find((one) => one.key === key);
    const name = shown ? this.lessonName(shown) : '';
    const judged = rows.filter(({ kind }) => kind === 'reproduced' || kind === 'differs').length;
    const title = !entries.length
      ? t('class.title')
      : active
        ? counted('class.titleWorking', entries.length, { count: entries.length })
        : judged
          ? this.#titleDone(entries.length, judged)
          : counted('class.titleOnly', entries.length, { count: entries.length });
    return html`
      <p class="kicker">${name ? t('class.kicker', { lesson: name }) : t('class.name')}</p>
      <h1>${title}</h1>
      ${entries.length ? this.summary() : html`<p class="lead">${t('class.lead')}</p>`}
    `;
  }

  /** The first number is that of the table's rows. @param {number} count @param {number} judged */
  #titleDone(count, judged) {
    if (judged === count) return counted('class.titleDone', count, { count });
    return counted('class.titleSome', judged, { count, judged });
  }

  summary() {
    const { rows, pool, seconds, kept } = this.session;
    const { active, done, total, secondsLeft } = pool.progress('class');
    const count = (/** @type {Kind} */ one) => rows.filter(({ kind }) => kind === one).length;
    const stopped = count('stopped');
    const busy = active || count('reading') > 0;
    const earlier = rows.filter(
      ({ kind, handIn }) => kind === 'reproduced' && handIn?.edition,
    ).length;
    const good = count('reproduced');
    const bad = KINDS.filter((kind) => count(kind)).map((kind) =>
      t(`class.count.${kind}`, { count: count(kind) }),
    );
    const took =
      !active && Number.isFinite(seconds) ? t('class.took', { time: timeText(seconds) }) : '';
    const all = [counted('class.count.reproduced', good, { count: good }), ...bad];
    const rest = ['', ...all.slice(1)].join(t('class.comma')) + t('class.stop.mark');
    const left = Number.isFinite(secondsLeft)
      ? t('class.left', { time: timeText(secondsLeft) })
      : '';
    return html`
      <div class="class-summary">
        <p role="status">
          ${busy ? t('class.working') : html`<strong>${all[0]}</strong>${sentences(rest, took)}`}
        </p>
        ${
          active
            ? html`<div class="at-work">
                <progress max=${total} value=${done} aria-label=${t('class.working')}></progress>
                <span class="progress-text">${t('class.progress', { done, total })} ${left}</span>
                <button type="button" class="plain" id="stop" @click=${() => this.session.stop()}>
                  ${t('class.stop')}
                </button>
              </div>`
            : stopped
              ? html`<button type="button" class="primary" id="go-on" @click=${() => this.session.train()}>
                  ${counted('class.goOn', stopped, { count: stopped })}
                </button>`
              : nothing
        }
        <p class="note">
          ${sentences(
            t('class.private'),
            kept ? '' : t('class.notKept'),
            earlier ? counted('class.earlier', earlier, { count: earlier }) : '',
          )}
        </p>
      </div>
    `;
  }

  choices() {
    const { session } = this;
    const { lessons, key, step } = session;
    const { tasks } = this;
    return html`
      ${
        lessons.length > 1
          ? html`<label class="choice-line">
              ${t('class.lesson')}
              <select
                id="lesson"
                data-value=${key}
                @change=${(/** @type {Event & {target: HTMLSelectElement}} */ { target }) =>
                  session.choose(target.value)}
              >
                ${lessons.map(
                  (one) => html`<option value=${one.key} ?selected=${one.key === key}>
                    ${t('class.lessonOf', { lesson: this.lessonName(one), count: one.count })}
                  </option>`,
                )}
              </select>
            </label>`
          : nothing
      }
      ${
        tasks.length > 1
          ? html`<label class="choice-line">
              ${t('class.step')}
              <select
                id="step"
                data-value=${step}
                @change=${(/** @type {Event & {target: HTMLSelectElement}} */ { target }) =>
                  session.open(Number(target.value))}
              >
                ${tasks.map(
                  (task, i) => html`<option value=${i} ?selected=${i === step}>
                    ${session.key === 'story' ? task.title : t('class.stepOf', { number: i + 1, title: task.title })}
                  </option>`,
                )}
              </select>
            </label>`
          : nothing
      }
    `;
  }

  actions() {
    const { session, tasks } = this;
    const save = () => {
      const text = classTable(session.rows, tasks, { reasonOf: reasonText, here: location.href });
      download(t('class.csvName'), new Blob([text], { type: 'text/csv;charset=utf-8' }));
    };
    const show = () => void this.querySelector('class-show')?.open();
    return html`<div class="class-actions">
      ${
        this.panels.length
          ? html`<button type="button" class="primary" id="show" @click=${show}>
              ${t('class.show')}
            </button>`
          : nothing
      }
      <button type="button" class="plain" id="print" @click=${() => window.print()}>
        ${t('class.print')}
      </button>
      <button type="button" class="plain" id="csv" @click=${save}>${t('class.csv')}</button>
      <button type="button" class="plain" id="forget" @click=${() => session.forget()}>
        ${t('class.forget')}
      </button>
    </div>`;
  }

  /** The diagrams of the open step, each by itself. */
  get panels() {
    return panelsOf(this.session, this.tasks[this.session.step]);
  }

  remarks() {
    return remarksOf(this.session, this.tasks[this.session.step]);
  }

  render() {
    const { session } = this;
    if (!session) return nothing;
    const { entries, lessons, key } = session;
    const shown = lessons.find((one) => one.key === key);
    const { panels } = this;
    return html`
      <div class="class-columns ${entries.length ? 'filled' : ''}">
        <div class="class-list">
          ${this.head()} ${pasteForm(session)}
          ${
            entries.length
              ? html`${this.choices()} ${handIns(session, this.tasks[session.step] ?? null)}
                ${this.actions()}`
              : nothing
          }
        </div>
        <div class="class-figures">
          ${panels.map(
            ({ id, content }) =>
              html`<section class="figure-panel" id=${id}>${content(true)}</section>`,
          )}
          ${this.remarks()}
          ${!entries.length ? html`<div class="how">${this.how()}</div>` : nothing}
        </div>
      </div>
      <class-show
        .panels=${[...panels.map(({ content }) => content(false)), this.remarks()].filter(
          (one) => one !== nothing,
        )}
        .name=${shown ? this.lessonName(shown) : ''}
      ></class-show>
    `;
  }

  how() {
    return html`
      <h2>${t('class.how')}</h2>
      <ol>
        ${['one', 'two', 'three', 'four'].map((one) => html`<li>${t(`class.how.${one}`)}</li>`)}
      </ol>
    `;
  }
}
define('class-app', ClassApp);
