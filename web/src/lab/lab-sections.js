import { html, nothing } from 'lit';
import { errorText } from '../i18n/errors.js';
import { nats } from '../i18n/format.js';
import { counted, t } from '../i18n/index.js';
import { questionsFor } from './ask/questions.js';
import { isLanguageModel, repeats } from './model-fields.js';
import { hasOutput, isTrained } from './slot.js';
import './ask/ask-analogy.js';
import './ask/ask-nearest.js';
import './ask/ask-odd.js';
import './ask/ask-pair.js';
import './settings/corpus-panel.js';
import './ask/evaluate-panel.js';
import './export-menu.js';
import { contexts, predictions, vectorsNote } from './ask/lab-predictions.js';
import { exportsOf } from './export-groups.js';
import { imported } from './import/lab-import.js';
import { evaluateFile } from './lab-actions.js';
import './keep/kept-button.js';
import { groupsOf, statusOf, verdictOf, whyItDiffers } from './lab-view.js';
import './loss-panel.js';
import './map/map-panel.js';
import './settings/parameter-panel.js';
import { problem } from '../ui/parts.js';
import '../ui/status-line.js';
import './transport-bar.js';

/**
 * The three columns of the page as functions of the app: what the session holds goes down to the
 * elements as properties; what they say comes up as events, which the app hears.
 * @typedef {import('./lab-app.js').LabApp} LabApp
 * @typedef {import('./slot.js').Slot} Slot
 */

export function marks(/** @type {LabApp} */ app) {
  return Object.fromEntries(
    [...app.session.slots].map(([kind, slot]) => [
      kind,
      slot.running ? 'running' : isTrained(slot) ? 'trained' : '',
    ]),
  );
}

export function controls(/** @type {LabApp} */ app, /** @type {any} */ slot) {
  const { session } = app;
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
        .preview=${app.preview}
      ></corpus-panel>
      <parameter-panel
        .values=${store.values}
        .context=${store.context()}
        .errors=${session.parameterErrors}
        .brought=${Boolean(session.presets.find((/** @type {any} */ p) => p.id === store.get('corpus'))?.heldout)}
      ></parameter-panel>
    `;
}

export function stage(/** @type {LabApp} */ app, /** @type {any} */ slot) {
  const { session } = app;
  const { store } = session;
  const info = slot.model?.info;
  const status = statusOf(slot);
  const verdict = verdictOf(slot, store.get('hash'), session.isStale(slot));
  return html`
      <section class="stage" id="stage" aria-label=${t('page.stage')}>
        <transport-bar
          .status=${status}
          .report=${slot.report}
          .stale=${session.isStale(slot)}
          .secondsLeft=${slot.secondsLeft}
          .pace=${slot.tokensPerSecond}
          .unit=${isLanguageModel(slot.kind) ? 'batch' : 'window'}
          .speed=${store.get('speed')}
          .loaded=${slot.kind === 'loaded' && info ? { name: slot.key, words: info.vocabulary, dimensions: info.dimensions } : null}
        ></transport-bar>
        <p class="visually-hidden" role="status" id="announcement">${announcement(app, status, slot)}</p>
        ${problem(slot.error, 'stage-problem')} ${undo(app)} ${imported(session, slot)}
        <kept-note .keeping=${session.keeping} .note=${session.keeping?.note ?? null}></kept-note>
        ${slot.kind === 'one-hot' ? oneHot(app, slot) : mapAndLoss(app, slot)}
        <div class="stage-foot">
          <status-line
            .build=${info?.build ?? ''}
            .lacks=${info?.buildLacks ?? ''}
            .threads=${info?.threads ?? 1}
            .repeats=${repeats(slot.kind, info)}
            .hash=${slot.kind === 'one-hot' ? '' : slot.hash}
            .expected=${slot.kind === 'loaded' ? '' : store.get('hash')}
            .verdict=${verdict}
            .reason=${verdict === 'differs' ? whyItDiffers(slot, store.get('words')) : ''}
            .running=${slot.running}
            .failed=${Boolean(slot.error)}
          ></status-line>
          <kept-button .session=${session}></kept-button>
          <export-menu
            .groups=${exportsOf(slot)}
            .error=${app.exportError}
            .done=${app.exportDone}
          ></export-menu>
        </div>
      </section>
    `;
}

function oneHot(/** @type {LabApp} */ app, /** @type {any} */ slot) {
  import('./one-hot-stage.js').catch(() => {}); // no network: at the next visit
  const bytes = slot.model?.oneHotMemory() ?? { dense: 0, embedding: 0 };
  return html`<one-hot-stage
      .vocabulary=${slot.vocabulary}
      .size=${slot.model?.info.vocabulary ?? 0}
      .bytes=${bytes}
      .dimensions=${app.session.store.get('vectorSize')}
      .word=${slot.answers.nearest?.words[0] ?? ''}
    ></one-hot-stage>`;
}

function mapAndLoss(/** @type {LabApp} */ app, /** @type {any} */ slot) {
  const { session, version } = app;
  const { groups, names } = groupsOf(slot, session.presetOf(slot));
  const { nearest, analogy } = slot.answers;
  const neighbours = nearest?.words[0] === app.selected ? (nearest?.items ?? []) : [];
  const best = isTrained(slot) ? analogy?.items?.[0]?.word : undefined;
  return html`
      <map-panel
        .shown=${slot}
        .view=${session.store.get('view')}
        .groups=${groups}
        .groupNames=${names}
        .named=${Boolean(session.presetOf(slot)?.groups)}
        .selected=${app.selected}
        .neighbours=${neighbours.map((/** @type {any} */ item) => item.word)}
        .analogy=${best ? [...analogy.words, best] : []}
        .version=${version}
      ></map-panel>
      ${slot.kind === 'loaded' ? nothing : lossOf(app, slot)}
      ${contexts(app, slot)}
    `;
}

/** Curves of one kind: the losses of language models and of Word2Vec are not comparable. */
function lossOf(/** @type {LabApp} */ { session, version }, /** @type {any} */ slot) {
  const language = isLanguageModel(slot.kind);
  return html`<loss-panel
      .runs=${session.runs.filter((/** @type {any} */ run) => isLanguageModel(run.model) === language)}
      .current=${slot.run}
      .model=${slot.kind}
      .perplexities=${slot.perplexities}
      .heldout=${language && slot.model?.info.heldoutTokens !== 0}
      .running=${slot.running}
      .version=${version}
    ></loss-panel>`;
}

export function questions(/** @type {LabApp} */ app, /** @type {any} */ slot) {
  const { session } = app;
  const { store } = session;
  const asked = questionsFor(store.values, session.presetOf(slot), slot.vocabulary);
  const { nearest, analogy, odd, pair } = slot.answers;
  const { known, vocabulary } = slot;
  const trained = isTrained(slot);
  return html`
      ${predictions(app, slot)}
      ${vectorsNote(slot)}
      <ask-nearest
        .word=${asked.nearest}
        .known=${known}
        .answer=${nearest}
        .matrix=${store.get('matrix')}
        .matrices=${hasOutput(slot)}
      ></ask-nearest>
      <ask-analogy .words=${asked.analogy} .known=${known} .answer=${analogy} .trained=${trained}></ask-analogy>
      <ask-odd
        .words=${asked.odd}
        .known=${known}
        .answer=${odd}
        .vocabulary=${vocabulary}
        .level=${slot.kind === 'one-hot'}
        .trained=${trained}
      ></ask-odd>
      <ask-pair .words=${asked.pair} .known=${known} .answer=${pair}></ask-pair>
      <evaluate-panel
        .live=${slot.evaluation}
        .evaluate=${(/** @type {string} */ text) => evaluateFile(slot.model, text)}
      ></evaluate-panel>
    `;
}

function undo(/** @type {LabApp} */ app) {
  const { undoing } = app.session;
  if (!undoing.name) return nothing;
  return html`<p class="undo" id="undo-note" role="status">
      ${t(`undo.${undoing.name}`)}
      <button type="button" class="link" id="undo" @click=${() => undoing.take()}>
        ${t('undo.button')}
      </button>
    </p>`;
}

/** What a screen reader hears when the state of training changes, not with every report. */
function announcement(
  /** @type {LabApp} */ app,
  /** @type {string} */ status,
  /** @type {any} */ slot,
) {
  const key = `${slot.kind}|${status}`;
  if (key !== app.announced?.key) app.announced = { key, text: announce(status, slot) };
  return slot.error ? errorText(slot.error) : app.announced.text;
}
function announce(/** @type {string} */ status, /** @type {any} */ slot) {
  if (status === 'running') return t('story.running');
  if (status !== 'finished') return '';
  const { loss, epochs } = slot.report;
  const name = t(`story.${slot.kind}`);
  const shown = Number.isFinite(loss) ? nats(loss) : '';
  return counted('loss.summary', epochs, { name, loss: shown, epoch: epochs });
}
