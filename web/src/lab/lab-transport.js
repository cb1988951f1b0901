import { html, nothing } from 'lit';
import { compact, whole } from '../i18n/format.js';
import { counted, language, t } from '../i18n/index.js';
import { textOf } from '../ui/inputs.js';
import { isRunning, joined, timeLeft, transport, verbOf } from '../ui/transport.js';
import { closeVectors } from './import/loaded.js';
import { isLanguageModel } from './model-fields.js';
import { shortTitle } from './settings/short-title.js';

/**
 * @typedef {import('./session.js').Session} Session
 * @typedef {import('./slot.js').Slot} Slot
 * @typedef {import('../ui/transport.js').Run} Run
 */

const SPEEDS = ['full', 'slow', 'window'];

/**
 * Train, pause, step, reset, speed, and the progress of training.
 * @param {Session} session
 * @param {Slot} slot
 * @param {unknown} [lead] what stands before the buttons
 * @param {boolean} [brief] without step, reset and speed
 */
export function labTransport(session, slot, lead = nothing, brief = false) {
  if (slot.kind === 'loaded') return loadedBar(session, slot, lead);
  const nothingToTrain = slot.kind === 'one-hot';
  const run = nothingToTrain ? UNTRAINED : slot;
  const verb = verbOf(run);
  const { report } = slot;
  const [done, left] = nothingToTrain ? [t('transport.none'), ''] : texts(session, slot, run);
  const stale = run.stale && run.trained && !isRunning(run);
  const refused = !slot.model && run.phase === 'failed' && Boolean(session.corpusError);
  const warning = refused ? t('transport.refused') : stale ? staleText(session, slot) : '';
  const share = report?.stoppedEarly ? 1 : (report?.progress ?? 0);
  const unit = unitOf(slot);
  const resting = run.phase === 'settled' && run.finished;
  return transport({
    lead,
    verb,
    label: t(`transport.${verb}`),
    press: () => (verb === 'pause' ? session.pause() : session.train()),
    disabled: nothingToTrain || refused,
    before: brief
      ? nothing
      : html`<button
      type="button"
      class="plain"
      id="step"
      title=${t(unit === 'batch' ? 'transport.stepHelp.batch' : 'transport.stepHelp')}
      ?disabled=${nothingToTrain || isRunning(run) || resting || refused}
      @click=${() => session.step()}
    >
      ${t('transport.step')}
    </button>`,
    reset: brief
      ? undefined
      : { press: () => session.reset(), disabled: nothingToTrain || !run.trained },
    after: brief ? nothing : speeds(session, unit, nothingToTrain),
    share: nothingToTrain ? 0 : share,
    text: warning || joined(done, left),
    said: warning || done,
    warning: Boolean(warning),
  });
}

/**
 * What the trained model has to do with the settings that are now shown.
 * @param {Session} session @param {Slot} slot
 */
function staleText({ presets, source, store }, { values }) {
  const { corpus, text } = store.values;
  const same = values.corpus === corpus && (corpus !== 'own' || values.text === text);
  if (!values.corpus || same) return t('transport.stale');
  if (corpus === values.corpus) return t('transport.otherText');
  const preset = presets.find(({ id }) => id === values.corpus);
  const name = preset ? shortTitle(preset) : source.text?.name || t('corpus.own');
  return t('transport.otherCorpus', { name });
}

/** @type {Run} */
const UNTRAINED = { phase: 'settled', trained: false, finished: false, stale: false };

/** The unit of a step: a window, or a batch of examples. @param {Slot} slot */
const unitOf = (slot) => (isLanguageModel(slot.kind) ? 'batch' : 'window');

/** @param {Session} session @param {'batch' | 'window'} unit @param {boolean} disabled */
function speeds(session, unit, disabled) {
  const now = session.store.get('speed');
  return html`<select
    id="speed"
    data-value=${now}
    aria-label=${t('transport.speed')}
    ?disabled=${disabled}
    @change=${(/** @type {Event} */ event) => session.setSpeed(textOf(event))}
  >
    ${SPEEDS.map(
      (speed) =>
        html`<option value=${speed} ?selected=${speed === now}>
          ${t(`transport.speed.${speed === 'window' ? unit : speed}`)}
        </option>`,
    )}
  </select>`;
}

/**
 * The progress and the time left as text.
 * @param {Session} session @param {Slot} slot @param {Run} run @returns {[string, string]}
 */
function texts({ store }, slot, run) {
  const { report } = slot;
  if (run.phase === 'making') return [t('transport.preparing'), ''];
  if (!run.trained || !report) return [t('transport.ready'), ''];
  const running = isRunning(run);
  const pace = report.tokensPerSecond || (running ? slot.tokensPerSecond : 0);
  const shown = compact(pace);
  // In Chinese there is no space between 万 and the unit, but one after a digit.
  const rate = language() === 'zh' && /\d$/.test(shown) ? `${shown} ` : shown;
  const speed = pace > 0 ? t('transport.rate', { rate }) : '';
  if (report.diverged) {
    return [t('transport.stopped', { epoch: report.epoch, epochs: report.epochs }), ''];
  }
  if (run.finished && !running) {
    const early = report.stoppedEarly ? t('transport.early') : '';
    const epochs = report.stoppedEarly ? report.epoch : report.epochs;
    return [joined(counted('transport.done', epochs, { epochs }), early, speed), ''];
  }
  const epoch = t('transport.epoch', { epoch: report.epoch, epochs: report.epochs });
  if (store.get('speed') === 'window' || !running) {
    const numbers = { step: whole(report.step), steps: whole(report.steps) };
    return [joined(epoch, t(`transport.${unitOf(slot)}`, numbers)), ''];
  }
  return [joined(epoch, speed), timeLeft(slot.secondsLeft)];
}

/** @param {Session} session @param {Slot} slot @param {unknown} lead */
function loadedBar(session, { key: name, model }, lead) {
  const { vocabulary = 0, dimensions = 0 } = model?.info ?? {};
  return html`<div class="transport" role="group" aria-label=${t('story.loaded')}>
    ${lead}
    <button type="button" class="plain" id="close-loaded" @click=${() => closeVectors(session)}>
      ${t('transport.back')}
    </button>
    <p class="note" id="loaded-note">
      ${t('transport.loaded', { name, words: whole(vocabulary), dimensions })}
    </p>
  </div>`;
}
