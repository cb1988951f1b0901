import { html, nothing } from 'lit';
import { errorText } from '../i18n/errors.js';
import { t } from '../i18n/index.js';
import { repeats } from './model-fields.js';
import { hasLearnt, isCollapsed, isTrained, modelKind } from './slot.js';
import './settings/corpus-panel.js';
import './export-menu.js';
import { analogy, contexts, nearest, ON_SENTENCES, ON_WORDS } from './ask/list.js';
import { Asking } from './ask/question.js';
import { exportsOf } from './export-groups.js';
import { imported } from './import/lab-import.js';
import { insideStage, isInside, stageSwitch } from './inside-stage.js';
import './keep/kept-button.js';
import { addText, exportAs, openFiles } from './lab-actions.js';
import { advice } from './lab-advice.js';
import { labTransport } from './lab-transport.js';
import { groupsOf, verdictOf, whyItDiffers } from './lab-view.js';
import { lossSummary } from './loss-panel.js';
import './map/map-panel.js';
import './settings/parameter-panel.js';
import { onDemand } from '../ui/later.js';
import { problem } from '../ui/parts.js';
import { timeButton, timePanel } from './time-bar.js';
import '../ui/status-line.js';
import { glossed } from '../ui/gloss.js';
import { undoNote } from '../ui/transport.js';

/**
 * The three columns of the page as functions of the app. The session's data are passed to the
 * elements as properties; panels call the session's methods. Controls report changes by two events
 * that the app handles: `set` {field: value} and `select-word` {word}.
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

export function controls(/** @type {LabApp} */ app, /** @type {Slot} */ slot) {
  const { session, version } = app;
  const { values } = session.store;
  const preset = session.presets.find(({ id }) => id === values.corpus);
  return html`
      <corpus-panel
        .session=${session}
        .values=${values}
        .shown=${slot}
        .addText=${(/** @type {File | undefined} */ file) => addText(app, file)}
        .version=${version}
      ></corpus-panel>
      <parameter-panel
        .values=${values}
        .context=${session.store.context()}
        .errors=${session.parameterErrors}
        .brought=${Boolean(preset?.heldout)}
      ></parameter-panel>
    `;
}

export function stage(/** @type {LabApp} */ app, /** @type {Slot} */ shown) {
  const { session } = app;
  const { store, present: slot } = session;
  const info = slot.model?.info;
  const verdict = verdictOf(slot, store.get('hash'), session.isStale(slot));
  return html`
      <section class="stage" id="stage" aria-label=${t('page.stage')}>
        ${labTransport(session, slot, stageSwitch(app, slot))}
        ${advice(session, slot)}
        <p class="visually-hidden" role="status" id="announcement">${announcement(app, slot)}</p>
        ${problem(slot.error, 'stage-problem')} ${undoNote(session.undoing)} ${imported(session, slot)}
        ${keptNote(session)}
        ${isInside(app) ? [insideStage(app, shown), timePanel(app)] : slot.kind === 'one-hot' ? oneHot(app, slot) : mapAndLoss(app, shown)}
        <div class="stage-foot">
          <status-line
            .build=${info?.build ?? ''}
            .lacks=${info?.buildLacks ?? ''}
            .threads=${info?.threads ?? 1}
            .repeats=${repeats(slot.kind, info)}
            .hash=${slot.kind === 'one-hot' ? '' : slot.hash}
            .expected=${slot.kind === 'loaded' ? '' : store.get('hash')}
            .verdict=${verdict}
            .reason=${verdict === 'differs' ? whyItDiffers(slot, store.values) : ''}
            .running=${slot.running}
            .failed=${Boolean(slot.error)}
          ></status-line>
          ${timeButton(app)}
          <kept-button .session=${session}></kept-button>
          <export-menu
            .groups=${exportsOf(shown)}
            .save=${(/** @type {string} */ format) => exportAs(app, format)}
            .bring=${(/** @type {File[]} */ files) => openFiles(app, files)}
          ></export-menu>
        </div>
      </section>
    `;
}

const oneHotStage = onDemand(() => import('./one-hot-stage.js'));

function keptNote(/** @type {LabApp['session']} */ { keeping }) {
  const note = keeping?.note;
  return note ? html`<kept-note .keeping=${keeping} .note=${note}></kept-note>` : nothing;
}

function oneHot(/** @type {LabApp} */ app, /** @type {Slot} */ slot) {
  oneHotStage(() => app.querySelector('one-hot-stage'));
  const bytes = slot.model?.oneHotMemory() ?? { dense: 0, embedding: 0 };
  return html`<one-hot-stage
      .vocabulary=${slot.vocabulary}
      .size=${slot.model?.info.vocabulary ?? 0}
      .bytes=${bytes}
      .dimensions=${app.session.store.get('vectorSize')}
      .word=${slot.answers.nearest?.words[0] ?? ''}
    ></one-hot-stage>`;
}

function mapAndLoss(/** @type {LabApp} */ app, /** @type {Slot} */ slot) {
  const { session, version } = app;
  const { groups, names } = groupsOf(slot, session.presetOf(slot));
  const asking = new Asking(session, slot);
  const near = asking.answerTo(nearest);
  const similar = asking.answerTo(analogy);
  const neighbours = near?.words[0] === app.selected ? (near?.items ?? []) : [];
  const best = hasLearnt(slot) && !isCollapsed(slot) ? similar?.items?.[0]?.word : undefined;
  return html`
      <map-panel
        .shown=${slot}
        .view=${session.store.get('view')}
        .groups=${groups}
        .groupNames=${names}
        .named=${Boolean(session.presetOf(slot)?.groups)}
        .selected=${app.selected}
        .neighbours=${neighbours.map((item) => item.word)}
        .asked=${[...(near?.words.slice(0, 1) ?? []), ...(session.store.get('pair') ?? [])]}
        .analogy=${similar && best ? [...similar.words, best] : []}
        .session=${session}
        .version=${version}
      ></map-panel>
      ${timePanel(app)}
      ${
        slot.kind === 'loaded'
          ? nothing
          : html`<loss-panel
              .session=${session}
              .shown=${slot}
              .moment=${momentOf(slot)}
              .version=${version}
            ></loss-panel>`
      }
    `;
}

/** The epoch of an earlier moment; NaN at the end. @param {Slot} slot */
const momentOf = ({ past, report }) =>
  past && report ? report.progress * report.epochs : Number.NaN;

/** The questions on sentences, below the columns. */
export function sentences(/** @type {LabApp} */ { session }, /** @type {Slot} */ slot) {
  const asking = new Asking(session, slot);
  return [contexts, ...ON_SENTENCES].map((question) => asking.show(question));
}

/** The questions on words, beside the map. */
export function questions(/** @type {LabApp} */ app, /** @type {Slot} */ slot) {
  const { session } = app;
  const asking = new Asking(session, slot);
  return html`
      ${vectorsNote(slot)}
      ${ON_WORDS.map((question) => asking.show(question))}
      ${seeds(app, slot)}
    `;
}

const seedsPanel = onDemand(() => import('./seeds/lab-seeds.js'));

/** The same run with other seeds, once there is something to repeat. */
function seeds(/** @type {LabApp} */ app, /** @type {Slot} */ slot) {
  const { kind, finished, start } = slot;
  if (kind === 'loaded' || kind === 'one-hot' || start || !finished || !isTrained(slot))
    return nothing;
  seedsPanel(() => app.querySelector('lab-seeds'));
  return html`<lab-seeds
    .session=${app.session}
    .shown=${slot}
    .version=${app.version}
  ></lab-seeds>`;
}

/** The heading of the questions on word vectors, with the origin of the vectors. */
function vectorsNote(/** @type {Slot} */ slot) {
  const kind = modelKind(slot);
  if (kind !== 'nnlm' && kind !== 'elmo') return nothing;
  return html`<div class="vectors-note" id="vectors-note">
    <h2>${t('vectors.title')}</h2>
    <p class="note">${glossed(t(`vectors.${kind}`))}</p>
  </div>`;
}

/**
 * The text for screen readers, which changes with the state of training and not with every report.
 */
function announcement(/** @type {LabApp} */ app, /** @type {Slot} */ slot) {
  const state = slot.running ? 'running' : isDone(slot) ? 'finished' : '';
  const key = `${slot.kind}|${state}`;
  if (key !== app.announced?.key) app.announced = { key, text: announce(state, slot) };
  return slot.error ? errorText(slot.error) : app.announced.text;
}

const isDone = (/** @type {Slot} */ { kind, preparing, finished }) =>
  kind !== 'loaded' && !preparing && finished;

function announce(/** @type {'running' | 'finished' | ''} */ state, /** @type {Slot} */ slot) {
  if (state === 'running') return t('story.running');
  if (state !== 'finished' || !slot.report) return '';
  const { epochLoss, epochs, progress } = slot.report;
  return lossSummary(slot.kind, progress * epochs, epochLoss);
}
