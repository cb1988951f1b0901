import { html, nothing } from 'lit';
import { language, t } from '../i18n/index.js';
import { linkNote, openShare } from '../share/at-start.js';
import { written } from '../text/sentence.js';
import { define } from '../ui/base.js';
import { PageElement } from '../ui/page-element.js';
import '../ui/page-header.js';
import './sense-lesson.js';
import { storyPages } from '../ui/story-pages.js';
import { controls, hero, labLink, questions, stage } from './sense-sections.js';

/** The polysemy lab: joins state and session with the elements. */
export class SenseApp extends PageElement {
  constructor() {
    super('sense.page.title');
    /** @type {import('./session.js').SenseSession} */
    this.session = /** @type {any} */ (null);
    this.examples = 0;
    /** A sentence that the page put into the box, and the reader's own that it took the place of. */
    this.given = { now: '', before: '' };
  }

  /** The word follows the reader's language, until it was chosen or something was trained on it. */
  #set(/** @type {CustomEvent} */ { detail }) {
    const { store, current } = this.session;
    const trained = (current.report?.step ?? 0) > 0;
    const stays = 'language' in detail && trained ? { word: store.get('word') } : {};
    store.set({ ...detail, ...stays });
  }

  #copyLink() {
    return this.copyLink(this.shared.fragment());
  }

  /** What the share dialog asks of a page. */
  get shared() {
    const { session } = this;
    const { store, current } = session;
    const final = current.report?.finished && !session.isStale(current);
    const promised = { hash: final ? current.hash : store.get('hash') };
    return {
      page: /** @type {const} */ ('polysemy'),
      fragment: (/** @type {object} */ more = {}) => store.fragment({ ...promised, ...more }),
      lacks: '',
    };
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

  render() {
    const { session } = this;
    if (!session) return nothing;
    const { store } = session;
    const word = store.get('word');
    return html`
      <a class="skip" href="#stage" @click=${this.#skip}>${t('page.skip')}</a>
      <div
        class="page sense-page"
        @set=${this.#set}
        @copy-link=${this.#copyLink}
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
        <lab-header
          .theme=${store.get('theme')}
          .next=${language() === 'zh' ? 'en' : 'zh'}
          .openShare=${openShare}
        ></lab-header>
        ${storyPages(session.store, 'polysemy')}
        ${linkNote(this, store)}
        <div class="main" role=${this.mainRole}>
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
      </div>
    `;
  }

  #skip(/** @type {Event} */ event) {
    event.preventDefault(); // the fragment is the state's
    /** @type {HTMLElement | null} */ (this.querySelector('#train'))?.focus();
  }
}

define('sense-app', SenseApp);
