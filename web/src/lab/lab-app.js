import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import * as sharing from '../share/at-start.js';
import { define, own } from '../ui/base.js';
import { later } from '../ui/later.js';
import { PageElement } from '../ui/page-element.js';
import '../ui/model-row.js';
import { hostOf } from '../ui/root.js';
import { pagesBeyond } from '../ui/site-pages.js';
import { demoParts } from './demo-parts.js';
import { isInside } from './inside-stage.js';
import { linkLacks, openFiles, promisedOf, startUmap } from './lab-actions.js';
import { controls, marks, questions, sentences, stage } from './lab-sections.js';
import { isTrained } from './slot.js';
import { field } from './table.js';
import './ask/word-options.js';

const LESSON_MS = 8000;

/**
 * The page of the Lab: connects state and session with the elements.
 * @extends {PageElement<import('./session.js').Session>}
 */
export class LabApp extends PageElement {
  static properties = own('selected');

  constructor() {
    super({ page: 'lab', title: 'page.title', main: 'stage', focus: '#train' }, sharing);
    /** The word that was selected on the map or by a question; '' for none. */
    this.selected = '';
    /** @type {{key: string, text: string} | null} the last text for screen readers */
    this.announced = null;
    /** The stop at which Inside was left. */
    this.insideStop = 1;
    /** Whether the slider through the training was opened by the link. */
    this.timed = false;
    /** @type {IntersectionObserver | undefined} */
    this.nearing = undefined;
    this.addEventListener('select-word', (event) => this.#select(event.detail.word));
  }

  set(/** @type {Record<string, unknown>} */ wanted) {
    const { store, slots, current } = this.session;
    const changes = { ...wanted };
    if ('language' in changes) {
      // The example corpus follows the reader's language until something has been trained on it.
      const trained = [...slots.values()].some(isTrained);
      const chosen = store.own.corpus ?? '';
      if (trained) changes.corpus = store.get('corpus');
      else if (/^relations-/.test(chosen)) changes.corpus = undefined;
      else if (/^polysemy-/.test(chosen)) {
        changes.corpus = chosen.replace(/-(en|zh)/, `-${changes.language}`);
      }
    }
    if (changes.nearest) this.selected = String(changes.nearest);
    super.set(changes);
    if (changes.view === 'umap' && !current.umap?.positions) startUmap(this.session);
  }

  #select(/** @type {string | null} */ word) {
    this.selected = word ?? '';
    if (word) this.session.store.set({ nearest: word });
  }

  get promised() {
    return promisedOf(this.session);
  }

  get lacks() {
    return linkLacks(this.session);
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    super.updated(changed);
    this.#watchLesson();
  }

  /**
   * The lesson is at the end of the page. It is loaded when the reader scrolls near it, or when the
   * page has been open for a while: it is also printed.
   */
  #watchLesson() {
    const lesson = this.nearing ? null : this.querySelector('lab-lesson');
    if (!lesson) return;
    const arrive = () => {
      this.nearing?.disconnect();
      later(() => import('./lab-lesson.js'), lesson);
    };
    this.nearing = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && arrive(), {
      rootMargin: '100px',
    });
    this.nearing.observe(lesson);
    setTimeout(arrive, LESSON_MS);
  }

  /** In the Lab it is below the bar that trains. @override */
  keptNote() {
    return '';
  }

  story() {
    const { current } = this.session;
    return html`<model-row
      .models=${field('model').options ?? []}
      .current=${current.kind}
      .marks=${marks(this)}
    ></model-row>`;
  }

  content() {
    const { session } = this;
    const slot = session.current;
    return html`
      ${hostOf(this) ? demoParts(this, slot) : this.#whole(slot)}
      <text-dialog
        .session=${session}
        .openVectors=${(/** @type {File[]} */ files) => openFiles(this, files)}
      ></text-dialog>
      <word-options .vocabulary=${slot.vocabulary}></word-options>
    `;
  }

  /** The page, unless it is embedded. */
  #whole(/** @type {import('./slot.js').Slot} */ slot) {
    return html`
      <main class=${isInside(this) ? 'columns inside-open' : 'columns'}>
        <div class="stage-place">${stage(this, slot)}</div>
        <section class="controls" aria-label=${t('page.controls')}>${controls(this, slot)}</section>
        <section class="questions" aria-label=${t('page.questions')}>${questions(this, slot)}</section>
        <section class="questions sentences" aria-label=${t('page.sentences')}>${sentences(this, slot)}</section>
      </main>
      ${
        slot.kind === 'loaded' // vectors from a file have no lesson
          ? nothing
          : html`<lab-lesson .model=${slot.kind} .pages=${pagesBeyond(this.session.store)}></lab-lesson>`
      }
    `;
  }
}

define('lab-app', LabApp);
