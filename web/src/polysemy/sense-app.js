import { html } from 'lit';
import { t } from '../i18n/index.js';
import * as sharing from '../share/at-start.js';
import { written } from '../text/sentence.js';
import { define } from '../ui/base.js';
import { PageElement } from '../ui/page-element.js';
import './sense-lesson.js';
import { controls, hero, labLink, questions, stage } from './sense-sections.js';

/**
 * The polysemy lab: joins state and session with the elements.
 * @extends {PageElement<import('./session.js').SenseSession>}
 */
export class SenseApp extends PageElement {
  constructor() {
    super({ page: 'polysemy', title: 'sense.page.title', main: 'stage', focus: '#train' }, sharing);
    this.examples = 0;
    /** A sentence that the page put into the box, and the reader's own that it took the place of. */
    this.given = { now: '', before: '' };
  }

  /** The word follows the reader's language, until it was chosen or something was trained on it. */
  changesOf(/** @type {Record<string, unknown>} */ wanted) {
    const { store, current } = this.session;
    const trained = (current.report?.step ?? 0) > 0;
    return 'language' in wanted && trained ? { ...wanted, word: store.get('word') } : wanted;
  }

  get promised() {
    const { session } = this;
    const { store, current } = session;
    const final = current.report?.finished && !session.isStale(current);
    return { hash: final ? current.hash : store.get('hash') };
  }

  /** A held-out sentence of the word, the senses by turns. */
  #example() {
    const { frame } = this.session;
    if (!frame) return;
    const { sentences, senses, heldout, names } = frame.of;
    const turn = this.examples++ % names.length;
    const list = sentences.filter((_, i) => heldout[i] && senses[i] === turn);
    const tokens = list[(7 * this.examples) % Math.max(1, list.length)];
    if (tokens) this.#give(written(tokens));
  }

  /** Puts a sentence into the box; what the reader had written can be brought back. */
  #give(/** @type {string} */ sentence) {
    const { store } = this.session;
    const written = store.get('sentence').trim();
    const own = written && written !== this.given.now;
    this.given = { now: sentence, before: own ? written : this.given.before };
    store.set({ sentence });
  }

  #takeBack() {
    const { before } = this.given;
    this.given = { now: '', before: '' };
    this.session.store.set({ sentence: before });
  }

  content() {
    const { session } = this;
    const word = session.store.get('word');
    return html`
      <div
        class="main"
        role=${this.mainRole}
        @train=${() => session.train()}
        @pause=${() => session.pause()}
        @reset=${() => session.reset()}
        @pick=${(/** @type {any} */ e) => session.pick(e.detail.occurrence)}
        @wind=${(/** @type {any} */ e) => session.wind(e.detail.shot)}
        @example=${this.#example}
        @give=${(/** @type {any} */ e) => this.#give(e.detail.sentence)}
        @take-back=${this.#takeBack}
        @close-elmo=${() => session.published.close()}
      >
        ${hero(word)}
        <div class="columns">
          ${stage(session, this.version)}
          <section class="controls" aria-label=${t('page.controls')}>${controls(session)}</section>
          <section class="questions" aria-label=${t('page.questions')}>
            ${questions(session, this.given.before)}
          </section>
        </div>
        <sense-lesson .lab=${labLink(word)}></sense-lesson>
      </div>
    `;
  }
}

define('sense-app', SenseApp);
