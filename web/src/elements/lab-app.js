import { html, nothing } from 'lit';
import { errorText } from '../i18n/errors.js';
import { language, preferredLanguage, setLanguage, t } from '../i18n/index.js';
import { questionsFor } from '../state/questions.js';
import { isTrained } from '../state/slot.js';
import { field } from '../state/table.js';
import './ask-analogy.js';
import './ask-nearest.js';
import './ask-odd.js';
import './ask-pair.js';
import { define, LabElement } from './base.js';
import { Frame } from './canvas.js';
import './corpus-panel.js';
import './evaluate-panel.js';
import './export-menu.js';
import { copyLink, evaluateFile, exportAs, openFiles } from './lab-actions.js';
import { groupsOf, statusOf, verdictOf } from './lab-view.js';
import './lab-header.js';
import './loss-panel.js';
import './map-panel.js';
import './one-hot-stage.js';
import './parameter-panel.js';
import { problem } from './parts.js';
import './status-line.js';
import './story-nav.js';
import './text-dialog.js';
import './transport-bar.js';
import './word-options.js';

/** Reports come up to thirty times a second; half as often is as smooth to read. */
const PAUSE_MS = 60;

/** The page: joins state and session with the elements. */
export class LabApp extends LabElement {
  static properties = { selected: { state: true }, exportError: { state: true } };

  constructor() {
    super();
    /** @type {import('../state/session.js').Session} */
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
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pending = undefined;
    /** @type {{key: string, text: string} | null} what was last said aloud */
    this.announced = null;
  }

  /** Starts the page's life; called once with everything it needs. @param {any} session */
  connect(session) {
    this.session = session;
    const frame = new Frame(() => {
      this.shownAt = performance.now();
      this.version += 1;
      this.requestUpdate();
    });
    session.addEventListener('change', () => {
      const rest = (this.shownAt ?? 0) + PAUSE_MS - performance.now();
      if (rest <= 0) frame.request();
      else this.pending ||= setTimeout(() => this.#showSoon(frame), rest);
    });
    session.store.addEventListener('change', () => {
      this.#applyLook();
      this.requestUpdate();
    });
    this.#applyLook();
    this.requestUpdate();
    return session.start();
  }

  #showSoon(/** @type {Frame} */ frame) {
    this.pending = undefined;
    frame.request();
  }

  #applyLook() {
    const { store } = this.session;
    const wanted = store.get('language');
    setLanguage(wanted === 'auto' ? preferredLanguage(navigator.languages) : wanted);
    const root = document.documentElement;
    root.lang = language() === 'zh' ? 'zh-Hans' : 'en';
    document.title = t('page.title');
    const theme = store.get('theme');
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
  }

  #set(/** @type {CustomEvent} */ { detail }) {
    const { store, slots } = this.session;
    const changes = { ...detail };
    if ('language' in changes) {
      // The example corpus speaks the reader's language, until something has been trained on it.
      const trained = [...slots.values()].some(isTrained);
      if (trained) changes.corpus = store.get('corpus');
      else if (/^relations-/.test(store.own.corpus ?? '')) changes.corpus = undefined;
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

  #dialog() {
    return /** @type {import('./text-dialog.js').TextDialog} */ (this.querySelector('text-dialog'));
  }

  async #dropFile(/** @type {CustomEvent} */ { detail }) {
    this.#dialog().open();
    await this.#dialog().takeFile(detail.file);
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
    if (this.session) this.#refreshPreview();
  }

  render() {
    const { session } = this;
    if (!session) return nothing;
    const { store } = session;
    const slot = session.current;
    return html`
      <a class="skip" href="#stage" @click=${this.#skip}>${t('page.skip')}</a>
      <div
        class="page"
        @set=${this.#set}
        @copy-link=${() => copyLink(session, this.querySelector('lab-header'))}
        @use-preset=${(/** @type {any} */ e) => session.usePreset(e.detail.id)}
        @open-text=${() => this.#dialog().open()}
        @use-text=${(/** @type {any} */ e) => session.useText(e.detail)}
        @drop-file=${this.#dropFile}
        @preview-toggle=${this.#togglePreview}
        @train=${() => session.train()}
        @pause=${() => session.pause()}
        @step=${() => session.step()}
        @reset=${() => session.reset()}
        @speed=${(/** @type {any} */ e) => session.setSpeed(e.detail)}
        @close-loaded=${() => session.closeLoaded()}
        @select-word=${this.#select}
        @umap-start=${this.#umap}
        @umap-cancel=${() => session.umap.cancel()}
        @clear-runs=${() => session.clearRuns()}
        @export=${(/** @type {any} */ e) => this.#guarded(() => exportAs(this, e.detail.format))}
        @open-vectors=${(/** @type {any} */ e) => this.#guarded(() => openFiles(session, e.detail.files))}
      >
        <lab-header
          .theme=${store.get('theme')}
          .next=${language() === 'zh' ? 'en' : 'zh'}
        ></lab-header>
        <story-nav
          .models=${field('model').options ?? []}
          .current=${slot.kind}
          .marks=${this.#marks()}
        ></story-nav>
        <main class="columns">
          ${this.#stage(slot)}
          <section class="controls" aria-label=${t('page.controls')}>${this.#controls(slot)}</section>
          <section class="questions" aria-label=${t('page.questions')}>${this.#questions(slot)}</section>
        </main>
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

  #marks() {
    return Object.fromEntries(
      [...this.session.slots].map(([kind, slot]) => [
        kind,
        slot.running ? 'running' : isTrained(slot) ? 'trained' : '',
      ]),
    );
  }

  #controls(/** @type {any} */ slot) {
    const { session } = this;
    const { store } = session;
    const { text } = session.source;
    const fresh = !session.isStale(slot) && slot.kind !== 'loaded';
    const own = store.get('corpus') === 'own' ? session.textCounts : null;
    const info = fresh ? slot.model?.info : own;
    return html`
      <corpus-panel
        .presets=${session.presets}
        .values=${store.values}
        .ownName=${text?.name ?? ''}
        .hasOwn=${Boolean(text)}
        .info=${info}
        .suggested=${store.context().corpus.tokenizer}
        .error=${session.corpusError}
        .preparing=${slot.preparing}
        .segmenting=${session.source.segmenting}
        .preview=${this.preview}
      ></corpus-panel>
      <parameter-panel
        .values=${store.values}
        .context=${store.context()}
        .errors=${session.parameterErrors}
      ></parameter-panel>
    `;
  }

  #stage(/** @type {any} */ slot) {
    const { session } = this;
    const { store } = session;
    const info = slot.model?.info;
    const status = statusOf(slot);
    return html`
      <section class="stage" id="stage" aria-label=${t('page.stage')}>
        <transport-bar
          .status=${status}
          .report=${slot.report}
          .stale=${session.isStale(slot)}
          .secondsLeft=${slot.secondsLeft}
          .speed=${store.get('speed')}
          .loaded=${slot.kind === 'loaded' && info ? { name: slot.key, words: info.vocabulary, dimensions: info.dimensions } : null}
        ></transport-bar>
        <p class="visually-hidden" role="status" id="announcement">${this.#announcement(status, slot)}</p>
        ${problem(slot.error, 'stage-problem')} ${this.#undo()}
        ${slot.kind === 'one-hot' ? this.#oneHot(slot) : this.#map(slot)}
        <div class="stage-foot">
          <status-line
            .build=${info?.build ?? ''}
            .hash=${slot.kind === 'one-hot' ? '' : slot.hash}
            .expected=${slot.kind === 'loaded' ? '' : store.get('hash')}
            .verdict=${verdictOf(slot, store.get('hash'), session.isStale(slot))}
            .running=${slot.running}
          ></status-line>
          <export-menu
            .formats=${slot.kind === 'one-hot' ? [] : ['word2vec', 'word2vec-binary', 'tsv', 'png']}
            .error=${this.exportError}
            .done=${this.exportDone}
          ></export-menu>
        </div>
      </section>
    `;
  }

  #oneHot(/** @type {any} */ slot) {
    const bytes = slot.model?.oneHotMemory() ?? { dense: 0, embedding: 0 };
    return html`<one-hot-stage
      .vocabulary=${slot.vocabulary}
      .size=${slot.model?.info.vocabulary ?? 0}
      .bytes=${bytes}
      .dimensions=${this.session.store.get('vectorSize')}
      .word=${slot.answers.nearest?.words[0] ?? ''}
    ></one-hot-stage>`;
  }

  #map(/** @type {any} */ slot) {
    const { session, version } = this;
    const { groups, names } = groupsOf(slot, session.presetOf(slot));
    const { nearest, analogy } = slot.answers;
    const neighbours = nearest?.words[0] === this.selected ? (nearest?.items ?? []) : [];
    const best = isTrained(slot) || slot.kind === 'loaded' ? analogy?.items?.[0]?.word : undefined;
    return html`
      <map-panel
        .shown=${slot}
        .view=${session.store.get('view')}
        .groups=${groups}
        .groupNames=${names}
        .named=${Boolean(session.presetOf(slot)?.groups)}
        .selected=${this.selected}
        .neighbours=${neighbours.map((/** @type {any} */ item) => item.word)}
        .analogy=${best ? [...analogy.words, best] : []}
        .version=${version}
      ></map-panel>
      ${
        slot.kind === 'loaded'
          ? nothing
          : html`<loss-panel .runs=${session.runs} .current=${slot.run} .version=${version}></loss-panel>`
      }
    `;
  }

  #questions(/** @type {any} */ slot) {
    const { session } = this;
    const { store } = session;
    const asked = questionsFor(store.values, session.presetOf(slot), slot.vocabulary);
    const { nearest, analogy, odd, pair } = slot.answers;
    const { known, vocabulary } = slot;
    const trained = isTrained(slot) || slot.kind === 'loaded';
    return html`
      <ask-nearest
        .word=${asked.nearest}
        .known=${known}
        .answer=${nearest}
        .matrix=${store.get('matrix')}
        .matrices=${slot.kind === 'cbow' || slot.kind === 'skip-gram'}
      ></ask-nearest>
      <ask-analogy .words=${asked.analogy} .known=${known} .answer=${analogy} .trained=${trained}></ask-analogy>
      <ask-odd
        .words=${asked.odd}
        .known=${known}
        .answer=${odd}
        .vocabulary=${vocabulary}
        .level=${slot.kind === 'one-hot'}
      ></ask-odd>
      <ask-pair .words=${asked.pair} .known=${known} .answer=${pair}></ask-pair>
      <evaluate-panel
        .live=${slot.evaluation}
        .evaluate=${(/** @type {string} */ text) => evaluateFile(slot.model, text)}
      ></evaluate-panel>
    `;
  }

  #undo() {
    const { undoable } = this.session;
    if (!undoable) return nothing;
    return html`<p class="undo" id="undo-note" role="status">
      ${t(`undo.${undoable.name}`)}
      <button type="button" class="link" id="undo" @click=${() => this.session.undo()}>
        ${t('undo.button')}
      </button>
    </p>`;
  }

  /** What a screen reader hears when the state of training changes, not with every report. */
  #announcement(/** @type {string} */ status, /** @type {any} */ slot) {
    const key = `${slot.kind}|${status}`;
    if (key !== this.announced?.key) this.announced = { key, text: announce(status, slot) };
    return slot.error ? errorText(slot.error) : this.announced.text;
  }
}

function announce(/** @type {string} */ status, /** @type {any} */ slot) {
  if (status === 'running') return t('story.running');
  if (status !== 'finished') return '';
  const loss = slot.report.loss?.toFixed?.(2) ?? '';
  const done = t('transport.done', { epochs: slot.report.epochs });
  const name = t(`story.${slot.kind}`);
  return `${done} ${t('loss.summary', { name, loss, epoch: slot.report.epochs })}`;
}

define('lab-app', LabApp);
