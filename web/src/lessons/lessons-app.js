import { html, nothing } from 'lit';
import { OUR_LESSONS } from '../../lessons/ours/index.js';
import { STORY_LESSONS } from '../../story/lessons.js';
import { taskOf } from '../../story/titles.js';
import { errorText } from '../i18n/errors.js';
import { counted, has, language, t } from '../i18n/index.js';
import { digestOf, inLanguage } from '../tasks/lesson.js';
import { lessonFragment, pack, readLessonLink } from '../tasks/lesson-link.js';
import { readResult } from '../tasks/result.js';
import { define, LabElement, own } from '../ui/base.js';
import { filesOf } from '../ui/inputs.js';
import { later } from '../ui/later.js';
import { openLesson, readText } from './open-lesson.js';
import { isDone, keptProgress } from './progress.js';
import { resultSteps, settingsOf } from './result-steps.js';
import { LessonSession } from './session.js';
import './lesson-view.js';

/**
 * @typedef {import('../../lessons/ours/index.js').Listed & {lesson: import('../tasks/lesson.js').Lesson | null}} Card
 */

/** The page of lessons: all of ours, one that is open, or what is wrong with one. */
export class LessonsApp extends LabElement {
  static properties = own('state lesson session faults problem list result settings damage draft');

  constructor() {
    super();
    /** @type {'list' | 'opening' | 'lesson' | 'faults' | 'problem' | 'edit'} */
    this.state = 'list';
    /** @type {LessonSession | null} */
    this.session = null;
    /** @type {import('../tasks/read-lesson.js').Fault[]} */
    this.faults = [];
    /** @type {import('../i18n/errors.js').Fault | null} */
    this.problem = null;
    /** @type {Card[]} */
    this.list = [];
    /** What somebody handed in, if the link holds it. @type {import('../tasks/result.js').Result | null} */
    this.result = null;
    /** What each training of it was set to. @type {string[]} */
    this.settings = [];
    /** What happened to the link on its way. @type {ReturnType<typeof readLessonLink>['damage']} */
    this.damage = '';
    /** The link of the state from which a lesson is made. */
    this.draft = '';
    this.onHash = () => void this.open();
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.onHash);
    void this.open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.onHash);
  }

  /** @param {import('lit').PropertyValues} changed */
  firstUpdated(changed) {
    super.firstUpdated(changed);
    this.querySelector(':scope > [data-shell]')?.remove();
  }

  /** Opens what the address names. */
  async open() {
    const { hash } = window.location;
    const { source, result, step, damage, make } = readLessonLink(hash);
    this.damage = damage;
    this.result = null;
    if (make !== null) {
      this.draft = make;
      this.state = 'edit';
      await later(() => import('./editor/lesson-editor.js'), this);
      return;
    }
    if (!Object.keys(source).length) {
      this.state = 'list';
      await this.#fill();
      return;
    }
    this.state = 'opening';
    try {
      const read = await openLesson(source);
      if (hash !== window.location.hash) return;
      if (result) this.result = await readResult(result);
      this.#take(read, source, step);
      if (this.result && this.session) this.settings = await settingsOf(this.session, this.result);
    } catch (error) {
      this.problem = error;
      this.state = 'problem';
    }
  }

  /** Lists our lessons; how far the reader is in each comes with its file. */
  async #fill() {
    this.list = OUR_LESSONS.map((listed) => ({ ...listed, lesson: null }));
    this.list = await Promise.all(
      OUR_LESSONS.map(async (listed) => ({ ...listed, lesson: await listed.load() })),
    );
  }

  /**
   * @param {import('./open-lesson.js').Read} read
   * @param {import('../tasks/lesson-link.js').Source} source @param {number} [step] from 1
   */
  #take({ lesson, faults }, source, step = 0) {
    this.faults = faults;
    if (!lesson) {
      this.state = 'faults';
      return;
    }
    this.session = new LessonSession({ lesson, source, language: language() });
    if (step) this.session.open(step - 1);
    this.state = 'lesson';
    document.title = `${inLanguage(lesson.title, language())} · Preformer`;
  }

  async #file(/** @type {Event} */ event) {
    const [file] = filesOf(event);
    if (!file) return;
    const text = await file.text();
    const read = await readText(text);
    const inline = read.lesson ? await pack(read.lesson) : '';
    this.#take(read, { inline });
    // The address holds the lesson, so that a reload keeps it.
    if (inline) window.history.pushState(null, '', lessonFragment({ inline }));
  }

  render() {
    switch (this.state) {
      case 'list':
        return this.#list();
      case 'opening':
        return html`<p class="note" role="status">${t('lessons.opening')}</p>`;
      case 'faults':
        return this.#faults();
      case 'problem':
        return this.#problem();
      case 'edit':
        return html`<lesson-editor .link=${this.draft}></lesson-editor>`;
      default:
        return html`${this.#notes()}<lesson-view .session=${this.session}></lesson-view>`;
    }
  }

  #notes() {
    const said = [];
    if (this.damage) said.push(html`<p class="warning" id="cut">${t('lessons.problem.cut')}</p>`);
    if (this.result) {
      const file = window.location.pathname.replace(/lessons(?=\.)/, 'class');
      said.push(html`<p class="result-note" id="handed-in">
        ${t('lesson.result')}
        <a href=${`${file}#links=${encodeURIComponent(window.location.href)}`}>${t('lesson.result.check')}</a>
      </p>`);
      if (this.session) said.push(handedIn(this.session, this.result, this.settings));
    }
    return said;
  }

  #list() {
    return html`<div class="lessons-list">
      <h1>${t('lessons.title')}</h1>
      <p class="lead">${t('lessons.lead')}</p>
      <ol class="cards lesson-cards">
        ${this.list.map((entry, i) => this.#card(entry, i))}
      </ol>
      <section class="lessons-more" aria-labelledby="story-lessons">
        <h2 id="story-lessons">${t('lessons.story')}</h2>
        <p>${t('lessons.story.note')}</p>
        <ol class="story-cards">
          ${STORY_LESSONS.map(
            ({ chapter, title }) =>
              html`<li><a href=${`#v=1&lesson=${taskOf(chapter)}`}>${inLanguage(title, language())}</a></li>`,
          )}
        </ol>
      </section>
      <section class="lessons-more">
        <h2>${t('lessons.make')}</h2>
        <p>${t('lessons.make.note')}</p>
        <p class="lessons-doors">
          <a class="button plain" id="make" href="#v=1&make=">${t('lessons.make')}</a>
          <label class="button plain" for="lesson-file">${t('lessons.file')}</label>
          <input class="visually-hidden" type="file" id="lesson-file" accept=".json,application/json" @change=${this.#file} />
        </p>
        <p class="lessons-doors">
          <a href=${`./${this.#pageOf('class')}`}>${t('lessons.forClass')}</a>
          <a href=${`./${this.#pageOf('teachers')}`}>${t('lessons.forTeachers')}</a>
        </p>
      </section>
    </div>`;
  }

  /** The file of a page in this language. @param {string} page */
  #pageOf(page) {
    return language() === 'zh' ? `${page}.zh.html` : `${page}.html`;
  }

  /** @param {Card} card @param {number} i */
  #card({ id, title, about, minutes, lesson }, i) {
    const state = lesson ? stateOf(lesson) : '';
    return html`<li>
      <a href=${`#v=1&lesson=${id}`}>
        <span class="number">${i + 1}</span>
        <span class="card-title">${inLanguage(title, language())}</span>
        <span class="card-about">${inLanguage(about, language())}</span>
        <span class="note">${counted('lessons.minutes', minutes, { count: minutes })}${state ? ` · ${t(`lessons.state.${state}`)}` : ''}</span>
      </a>
    </li>`;
  }

  #faults() {
    return html`<div class="lesson-faults" role="alert">
      <h1>${t('lessons.faults')}</h1>
      <p>${t('lessons.faults.note')}</p>
      <ul>
        ${this.faults.map(
          ({ line, path, kind, values }) => html`<li>
            <b>${t('lessons.fault.line', { line })}:</b>
            ${t(`lesson.fault.${kind}`, { path: path || 'lesson', ...values })}
          </li>`,
        )}
      </ul>
      <p><a href=${window.location.pathname}>${t('lessons.all')}</a></p>
    </div>`;
  }

  #problem() {
    const { kind = '', code = '', value = '', message = '' } = this.problem ?? {};
    const key = `lessons.problem.${has(`lessons.problem.${kind}`) ? kind : code}`;
    const said = has(key) ? t(key, { value, message }) : errorText(this.problem ?? {});
    return html`<div class="lesson-faults" role="alert">
      <h1>${t('lessons.faults')}</h1>
      <p>${said}</p>
      <p><a href=${window.location.pathname}>${t('lessons.all')}</a></p>
    </div>`;
  }
}

/**
 * What somebody handed in, above the lesson.
 * @param {LessonSession} session @param {import('../tasks/result.js').Result} result
 * @param {string[]} settings
 */
const handedIn = (session, result, settings) => html`<details class="handed-in" open>
  <summary>${t('lesson.result.what')}</summary>
  ${result.seat === null ? nothing : html`<p>${t('lesson.seed', { seat: result.seat })}</p>`}
  <ol>${resultSteps(session, result, settings)}</ol>
</details>`;

/** How far the reader is in a lesson. @param {import('../tasks/lesson.js').Lesson} lesson */
function stateOf(lesson) {
  const { steps } = keptProgress(digestOf(lesson), lesson.steps.length);
  if (steps.every((one, i) => isDone(lesson.steps[i], one))) return 'done';
  return steps.some(({ guess, attempts }) => guess !== null || attempts.length) ? 'begun' : '';
}

define('lessons-app', LessonsApp);
