import { html, nothing } from 'lit';
import { part } from '../../api/part.js';
import { en } from '../../i18n/edit-en.js';
import { zh } from '../../i18n/edit-zh.js';
import { whole } from '../../i18n/format.js';
import { addMessages, language, t } from '../../i18n/index.js';
import { LONG_LINK } from '../../link/copied-link.js';
import { lessonFragment, pack } from '../../tasks/lesson-link.js';
import { QUANTITIES } from '../../tasks/quantities.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { filesOf, inputOf } from '../../ui/inputs.js';
import { download } from '../../ui/parts.js';
import { copyOf, foldedCode } from '../copied.js';
import { readText } from '../open-lesson.js';
import { fresh } from '../progress.js';
import { LessonSession } from '../session.js';
import { draftOf, lessonOf, newDraft, newStep } from './draft.js';
import { checkField, textField } from './fields.js';
import { keepDraft, keptDraft } from './kept-draft.js';
import { stepForm } from './step-form.js';

addMessages({ en, zh });

const MOST_STEPS = 12;
const CHECK_PAUSE_MS = 400;
/** A preview keeps nothing: it would be taken for a pupil's work. */
const NOTHING_KEPT = {
  keptProgress: (/** @type {string} */ _digest, /** @type {number} */ steps) => fresh(steps),
  keepProgress: () => true,
  forgetProgress: () => {},
};

/** Makes a lesson from a state of the Lab, without writing JSON. */
export class LessonEditor extends LabElement {
  static properties = { ...given('link'), ...own('draft faults preview address code said') };

  constructor() {
    super();
    /** The link of the state from which it is made; '' to go on with the kept draft. */
    this.link = '';
    /** @type {import('./draft.js').Draft} */
    this.draft = newDraft('');
    /** @type {import('../../tasks/read-lesson.js').Fault[]} */
    this.faults = [];
    /** @type {LessonSession | null} */
    this.preview = null;
    /** The link of the lesson; '' while it has faults, or if it is too long. */
    this.address = '';
    /** @type {{size: number, path: string} | null} */
    this.code = null;
    this.said = '';
    /** The draft that was replaced, to be brought back. @type {import('./draft.js').Draft | null} */
    this.replaced = null;
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (!changed.has('link')) return;
    const kept = keptDraft();
    const other = kept && this.link && kept.steps[0].link !== this.link;
    this.replaced = other && kept.title ? kept : null;
    this.draft = kept && !other ? kept : newDraft(this.link || 'lab.html#v=1');
    this.#soon();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  #set(/** @type {Partial<import('./draft.js').Draft>} */ change) {
    this.draft = { ...this.draft, ...change };
    keepDraft(this.draft);
    this.#soon();
  }

  #setStep(
    /** @type {number} */ at,
    /** @type {Partial<import('./draft.js').DraftStep>} */ change,
  ) {
    const steps = this.draft.steps.map((step, i) => (i === at ? { ...step, ...change } : step));
    this.#set({ steps });
  }

  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.#check(), CHECK_PAUSE_MS);
  }

  /** Finds what is missing, and writes the link. */
  async #check() {
    const { draft } = this;
    const lesson = lessonOf(draft);
    const { faults } = await readText(JSON.stringify(lesson, null, 2));
    const packed = faults.length ? '' : await pack(lesson);
    if (draft !== this.draft) return;
    this.faults = faults;
    const fragment = packed && lessonFragment({ inline: packed });
    const { origin, pathname } = window.location;
    this.address = fragment && `${origin === 'null' ? 'file://' : origin}${pathname}${fragment}`;
    const { qrOf } = await part(() => import('../../share/qr.js'));
    this.code = qrOf(this.address);
  }

  get #file() {
    return JSON.stringify(lessonOf(this.draft), null, 2);
  }

  async #copy() {
    this.said = await copyOf(this.querySelector('#edit-address'));
  }

  #show() {
    const { draft } = this;
    const lesson = lessonOf(draft);
    this.preview = this.preview
      ? null
      : new LessonSession({ lesson, source: {}, language: language(), keeper: NOTHING_KEPT });
  }

  async #open(/** @type {Event} */ event) {
    const [file] = filesOf(event);
    if (!file) return;
    const { lesson, faults } = await readText(await file.text());
    if (lesson) this.#set(draftOf(lesson, language()));
    else this.faults = faults;
  }

  render() {
    if (this.preview) {
      return html`<p class="edit-preview">
          ${t('edit.previewing')}
          <button type="button" class="plain" id="edit-back" @click=${() => this.#show()}>${t('edit.back')}</button>
        </p>
        <lesson-view .session=${this.preview}></lesson-view>`;
    }
    return html`<div class="lesson-editor">
      <h1>${t('lessons.make')}</h1>
      <p class="lead">${t('edit.lead')}</p>
      ${
        this.replaced
          ? html`<p class="result-note">${t('edit.replaced', { title: this.replaced.title })}
              <button type="button" class="link" id="edit-restore" @click=${() => this.#restore()}>${t('edit.restore')}</button></p>`
          : nothing
      }
      <div class="edit-columns">
        <form class="edit-form" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
          ${this.#general()} ${this.draft.steps.map((step, i) => this.#step(step, i))}
          ${
            this.draft.steps.length < MOST_STEPS
              ? html`<button type="button" class="plain" id="edit-add-step" @click=${() => this.#addStep()}>${t('edit.addStep')}</button>`
              : nothing
          }
          <datalist id="measures">${Object.keys(QUANTITIES).map((name) => html`<option value=${name}></option>`)}</datalist>
        </form>
        ${this.#side()}
      </div>
    </div>`;
  }

  #restore() {
    if (!this.replaced) return;
    this.#set(this.replaced);
    this.replaced = null;
  }

  #addStep() {
    const { steps } = this.draft;
    this.#set({ steps: [...steps, newStep(steps.at(-1)?.link ?? '')] });
  }

  #general() {
    const { title, about, by, seat } = this.draft;
    return html`
      ${textField({ id: 'edit-title', label: t('edit.title'), value: title, set: (one) => this.#set({ title: one }) })}
      ${textField({ id: 'edit-about', label: t('edit.about'), value: about, long: true, set: (one) => this.#set({ about: one }) })}
      ${textField({ id: 'edit-by', label: t('edit.by'), value: by, set: (one) => this.#set({ by: one }) })}
      ${checkField({ id: 'edit-seat', label: t('edit.seat'), checked: seat, set: (one) => this.#set({ seat: one }) })}
    `;
  }

  /** @param {import('./draft.js').DraftStep} step @param {number} i */
  #step(step, i) {
    const { steps } = this.draft;
    const set = (/** @type {Partial<import('./draft.js').DraftStep>} */ change) =>
      this.#setStep(i, change);
    if (steps.length === 1) return stepForm(step, 'step-0', set);
    return html`<details class="edit-step" open>
      <summary>${t('lesson.step', { step: i + 1, steps: steps.length })}: ${step.title}</summary>
      ${stepForm(step, `step-${i}`, set)}
      <button type="button" class="plain" id=${`drop-step-${i}`} @click=${() => this.#set({ steps: steps.filter((_, k) => k !== i) })}>
        ${t('edit.dropStep')}
      </button>
    </details>`;
  }

  #side() {
    const count = whole(this.address.length);
    return html`<aside class="edit-side" aria-label=${t('edit.give')}>
      <h2>${t('edit.give')}</h2>
      ${
        this.faults.length
          ? html`<div id="edit-faults" role="status">
              <p>${t('edit.missing')}</p>
              <ul>
                ${this.faults.map(({ path, kind, values }) => html`<li>${t(`lesson.fault.${kind}`, { path: placeName(path), ...values })}</li>`)}
              </ul>
            </div>`
          : this.address
            ? html`<label for="edit-address">${t('edit.address')}</label>
                <div class="hand-in-line">
                  <input class="text" id="edit-address" readonly .value=${this.address} @focus=${(/** @type {Event} */ event) => inputOf(event).select()} />
                  <button type="button" class="primary" id="edit-copy" @click=${() => this.#copy()}>${t('lesson.handIn.copy')}</button>
                </div>
                <p class="hand-in-said" role="status">${this.said}</p>
                <p class=${this.address.length > LONG_LINK ? 'warning' : 'note'}>
                  ${t(this.address.length > LONG_LINK ? 'edit.long' : 'edit.length', { count })}
                </p>
                ${this.#code()}`
            : html`<p class="note">${t('edit.tooLong')}</p>`
      }
      <p class="lessons-doors">
        <button type="button" class="plain" id="edit-preview" ?disabled=${this.faults.length > 0} @click=${() => this.#show()}>${t('edit.preview')}</button>
        <button type="button" class="plain" id="edit-save" ?disabled=${this.faults.length > 0} @click=${() => download('preformer-lesson.json', new Blob([this.#file], { type: 'application/json' }))}>
          ${t('edit.save')}
        </button>
        <label class="button plain" for="edit-file">${t('edit.open')}</label>
        <input class="visually-hidden" type="file" id="edit-file" accept=".json,application/json" @change=${this.#open} />
      </p>
      <p><a href=${window.location.pathname}>${t('lessons.all')}</a></p>
    </aside>`;
  }

  #code() {
    if (!this.code) return nothing;
    return foldedCode(this.code);
  }
}

/** A place in the file as the form calls it. @param {string} path as steps.0.goal.conditions.1 */
function placeName(path) {
  const [, step, ...rest] = path.split('.');
  const field = rest.findLast((part) => Number.isNaN(Number(part))) ?? path;
  const name = t(`edit.place.${field || 'lesson'}`);
  const said = name.startsWith('edit.place.') ? path : name;
  return path.startsWith('steps.')
    ? `${t('edit.stepShort', { step: Number(step) + 1 })}, ${said}`
    : said;
}

define('lesson-editor', LessonEditor);
