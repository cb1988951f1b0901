import { html, nothing } from 'lit';
import { language, t } from '../i18n/index.js';
import { linkNote, openShare } from '../share/at-start.js';
import { define, LabElement } from '../ui/base.js';
import { Frame } from '../ui/canvas.js';
import { applyLook } from '../ui/look.js';
import { hostOf } from '../ui/root.js';
import { demoParts } from './demo-parts.js';
import { closeVectors } from './import/loaded.js';
import { copyLink, exportAs, linkFragment, linkLacks, openFiles } from './lab-actions.js';
import { controls, marks, questions, stage } from './lab-sections.js';
import { isTrained } from './slot.js';
import { field } from './table.js';
import '../ui/page-header.js';
import { pagesBeyond } from '../ui/story-pages.js';
import './ask/word-options.js';

/** The page: joins state and session with the elements. */
export class LabApp extends LabElement {
  static properties = { selected: { state: true }, exportError: { state: true } };

  constructor() {
    super();
    /** @type {import('./session.js').Session} */
    this.session = /** @type {any} */ (null);
    /** The word chosen on the map or asked for; '' for none. */
    this.selected = '';
    /** @type {any} */
    this.exportError = null;
    this.exportDone = '';
    /** @type {any} the tokens of the corpus, while its details are open */
    this.preview = null;
    this.previewOpen = false;
    this.previewKey = '';
    this.version = 0;
    /** @type {{key: string, text: string} | null} what was last said aloud */
    this.announced = null;
    /** @type {IntersectionObserver | undefined} */
    this.nearing = undefined;
  }

  /** Starts the page's life; called once with everything it needs. @param {any} session */
  connect(session) {
    this.session = session;
    const frame = new Frame(() => {
      this.version += 1;
      this.requestUpdate();
    });
    session.addEventListener('change', () => frame.request());
    session.store.addEventListener('change', () => {
      applyLook(session.store, 'page.title', this);
      this.requestUpdate();
    });
    applyLook(session.store, 'page.title', this);
    this.requestUpdate();
    return session.start();
  }

  #set(/** @type {CustomEvent} */ { detail }) {
    const { store, slots } = this.session;
    const changes = { ...detail };
    if ('language' in changes) {
      // The example corpus speaks the reader's language, until something has been trained on it.
      const trained = [...slots.values()].some(isTrained);
      const chosen = store.own.corpus ?? '';
      if (trained) changes.corpus = store.get('corpus');
      else if (/^relations-/.test(chosen)) changes.corpus = undefined;
      else if (/^polysemy-/.test(chosen)) changes.corpus = `polysemy-${changes.language}`;
    }
    if (changes.nearest) this.selected = changes.nearest;
    store.set(changes);
    if (changes.view === 'umap' && !this.session.current.umap?.positions) this.#umap();
  }

  #select(/** @type {CustomEvent} */ { detail }) {
    this.selected = detail.word ?? '';
    if (detail.word) this.session.store.set({ nearest: detail.word });
  }

  #umap() {
    const { session } = this;
    const seed = session.store.get('seed');
    session.umap.start(session.current, { seed, matrix: 'input' });
  }

  /** For the reader's own text; it comes when it is first wanted. */
  async #openText() {
    await import('./settings/text-dialog.js');
    const dialog = /** @type {import('./settings/text-dialog.js').TextDialog} */ (
      this.querySelector('text-dialog')
    );
    await dialog.updateComplete;
    dialog.open();
    return dialog;
  }

  async #dropFile(/** @type {CustomEvent} */ { detail }) {
    await (await this.#openText()).takeFile(detail.file);
  }

  #togglePreview(/** @type {CustomEvent} */ { detail }) {
    this.previewOpen = detail.open;
    this.requestUpdate();
  }

  /** Keeps the preview of the corpus up to date while it is on show. */
  async #refreshPreview() {
    const { store, source } = this.session;
    const { corpus, tokenizer, sentences, minCount } = store.values;
    const key = [corpus, source.revision, tokenizer, sentences, minCount].join('|');
    if (!this.previewOpen || key === this.previewKey) return;
    this.previewKey = key;
    this.preview = await this.session.preview(store.values).catch(() => null);
    if (key === this.previewKey) this.requestUpdate();
  }

  updated() {
    if (!this.session) return;
    this.#refreshPreview();
    this.#watchLesson();
  }

  /** The lesson stands below everything: it is fetched when the reader comes near. */
  #watchLesson() {
    const lesson = this.nearing ? null : this.querySelector('lab-lesson');
    if (!lesson) return;
    const arrive = (/** @type {IntersectionObserverEntry[]} */ [{ isIntersecting }]) => {
      if (!isIntersecting) return;
      this.nearing?.disconnect();
      import('./lab-lesson.js').catch(() => {}); // no network: at the next visit
    };
    this.nearing = new IntersectionObserver(arrive, { rootMargin: '100px' });
    this.nearing.observe(lesson);
  }

  render() {
    const { session } = this;
    if (!session) return nothing;
    const { store } = session;
    const slot = session.current;
    return html`
      <div
        class="page"
        @set=${this.#set}
        @copy-link=${() => copyLink(session, this.querySelector('lab-header'))}
        @use-preset=${(/** @type {any} */ e) => session.usePreset(e.detail.id)}
        @open-text=${() => this.#openText()}
        @use-text=${(/** @type {any} */ e) => session.useText(e.detail)}
        @drop-file=${this.#dropFile}
        @preview-toggle=${this.#togglePreview}
        @train=${() => session.train()}
        @pause=${() => session.pause()}
        @step=${() => session.step()}
        @reset=${() => session.reset()}
        @speed=${(/** @type {any} */ e) => session.setSpeed(e.detail)}
        @close-loaded=${() => closeVectors(session)}
        @select-word=${this.#select}
        @umap-start=${this.#umap}
        @umap-cancel=${() => session.umap.cancel()}
        @clear-runs=${() => session.clearRuns()}
        @export=${(/** @type {any} */ e) => this.#guarded(() => exportAs(this, e.detail.format))}
        @open-vectors=${(/** @type {any} */ e) => this.#guarded(() => openFiles(this, e.detail.files))}
        @start-from=${() => session.startVectors.take()}
        @start-at-random=${() => session.startVectors.drop()}
      >
        ${hostOf(this) ? demoParts(this, slot) : this.#whole(slot)}
        <text-dialog
          .previewOf=${(/** @type {any} */ text, /** @type {any} */ choices) =>
            session.preview(
              { ...store.values, corpus: 'own', ...text.suggestion, ...choices },
              text,
            )}
        ></text-dialog>
        <word-options .vocabulary=${slot.vocabulary}></word-options>
      </div>
    `;
  }

  /** The page, where it is not embedded. */
  #whole(/** @type {any} */ slot) {
    const { store } = this.session;
    const pages = pagesBeyond(store);
    return html`
      <a class="skip" href="#stage" @click=${this.#skip}>${t('page.skip')}</a>
      <lab-header
        .theme=${store.get('theme')}
        .next=${language() === 'zh' ? 'en' : 'zh'}
          .openShare=${openShare}
      ></lab-header>
      <story-nav
        .models=${field('model').options ?? []}
        .current=${slot.kind}
        .marks=${marks(this)}
        .pages=${pages}
      ></story-nav>
      ${linkNote(this, store)}
      <main class="columns">
        ${stage(this, slot)}
        <section class="controls" aria-label=${t('page.controls')}>${controls(this, slot)}</section>
        <section class="questions" aria-label=${t('page.questions')}>${questions(this, slot)}</section>
      </main>
      <lab-lesson .model=${slot.kind} .pages=${pages}></lab-lesson>
    `;
  }

  /** What the share dialog asks of a page. */
  get shared() {
    const { session } = this;
    return {
      page: /** @type {const} */ ('lab'),
      fragment: (/** @type {object} */ more) => linkFragment(session, more),
      lacks: linkLacks(session),
    };
  }

  #skip(/** @type {Event} */ event) {
    event.preventDefault(); // the fragment is the state's
    /** @type {HTMLElement | null} */ (this.querySelector('#train'))?.focus();
  }

  async #guarded(/** @type {() => Promise<any>} */ work) {
    this.exportError = null;
    this.exportDone = '';
    try {
      this.exportDone = (await work()) ?? '';
    } catch (error) {
      this.exportError = error;
    }
    this.requestUpdate();
  }
}

define('lab-app', LabApp);
