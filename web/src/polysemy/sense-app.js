import { html } from 'lit';
import { t } from '../i18n/index.js';
import * as sharing from '../share/at-start.js';
import { define } from '../ui/base.js';
import { PageElement } from '../ui/page-element.js';
import { senseLesson } from './sense-lesson.js';
import { controls, hero, labLink, questions, stage } from './sense-sections.js';

/**
 * The polysemy lab: connects state and session with the elements.
 * @extends {PageElement<import('./session.js').SenseSession>}
 */
export class SenseApp extends PageElement {
  constructor() {
    super({ page: 'polysemy', title: 'sense.page.title', main: 'stage', focus: '#train' }, sharing);
  }

  /** The word follows the reader's language until it was chosen or something was trained on it. */
  set(/** @type {Record<string, unknown>} */ wanted) {
    const { store, current } = this.session;
    super.set(
      'language' in wanted && current.trained ? { ...wanted, word: store.get('word') } : wanted,
    );
  }

  get promised() {
    const { session } = this;
    const { store, current } = session;
    const final = current.report?.finished && !session.isStale(current);
    return { hash: final ? current.hash : store.get('hash') };
  }

  content() {
    const { session } = this;
    return html`
      <div class="main" role=${this.mainRole}>
        ${hero(session.store)}
        <div class="columns">
          ${stage(session, this.version)}
          <section class="controls" aria-label=${t('page.controls')}>${controls(session)}</section>
          <section class="questions" aria-label=${t('page.questions')}>
            ${questions(session, this.version)}
          </section>
        </div>
        ${senseLesson(labLink(session.store.get('word')))}
      </div>
    `;
  }
}

define('sense-app', SenseApp);
