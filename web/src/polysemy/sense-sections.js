import { html, nothing } from 'lit';
import { errorText } from '../i18n/errors.js';
import { nats } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { choice } from '../ui/choice.js';
import { problem } from '../ui/parts.js';
import { seedField } from '../ui/seed-field.js';
import { field, LAYERS, languageOf } from './table.js';
import './sense-ask.js';
import './sense-curve.js';
import { mapPanel } from './sense-map-panel.js';
import './sense-open.js';
import './sense-mix.js';
import { percent, senseName } from './sense-parts.js';
import { senseScores } from './sense-scores.js';
import { wordChoice } from './sense-words.js';
import '../ui/status-line.js';
import { joined, timeLeft, transport, undoNote, verbOf } from '../ui/transport.js';

/**
 * The parts of the page as functions of the session. The session's data are passed to the elements
 * as properties; panels call the session's methods. Controls report changes by the event `set`,
 * which the app handles.
 * @typedef {import('./session.js').SenseSession} Session
 * @typedef {import('./pack.js').Pack} Pack
 */

/** @type {import('./table.js').Values['direction'][]} */
const DIRECTIONS = ['both', 'forward', 'backward'];
/** Shown before a corpus is generated, so that the page explains itself at once. */
/** @type {Record<string, string[]>} */
const SENSE_NAMES = {
  apple: ['fruit', 'company'],
  bank: ['river', 'money'],
  苹果: ['fruit', 'company'],
  小米: ['grain', 'company'],
  杜鹃: ['bird', 'flower'],
  花: ['flower', 'spend'],
};

/** @param {Session['store']} store */
export function hero(store) {
  const word = store.get('word');
  const names = SENSE_NAMES[word];
  const values = { word, first: senseName(names, 0), second: senseName(names, 1) };
  return html`<div class="hero">
    <div>
      <h2>${t('sense.title')}</h2>
      <p>${t('sense.lede', values)}</p>
    </div>
    ${wordChoice(store)}
  </div>`;
}

/** A link to the static neighbours of the word in the Lab. @param {string} word */
export const labLink = (word) =>
  `./lab.html#v=1&model=skip-gram&corpus=relations-${languageOf(word)}&nearest=${encodeURIComponent(word)}`;

/** @param {Session} session @param {number} version */
export function stage(session, version) {
  const { store, current: pack, published } = session;
  const info = pack.model?.info;
  return html`
    <section class="stage" id="stage" aria-label=${t('page.stage')}>
      ${
        published.active
          ? html`<sense-published
              .close=${() => published.close()}
              .name=${published.name}
              .info=${published.model?.info}
              .read=${published.read}
            ></sense-published>`
          : trainBar(session, pack)
      }
      <p class="visually-hidden" role="status" id="announcement">
        ${pack.error ? errorText(pack.error) : announcement(session, pack)}
      </p>
      ${problem(pack.error, 'stage-problem')} ${undoNote(session.undoing)}
      ${mapPanel(session)}
      ${
        published.active
          ? nothing
          : html`<sense-curve
              .session=${session}
              .values=${store.values}
              .version=${version}
            ></sense-curve>`
      }
      <div class="stage-foot">
        <status-line
          .build=${info?.build ?? ''}
          .lacks=${info?.buildLacks ?? ''}
          .hash=${pack.hash}
          .expected=${published.active ? '' : store.get('hash')}
          .verdict=${verdict(session)}
          .running=${pack.running}
          .failed=${Boolean(pack.error)}
        ></status-line>
      </div>
    </section>
  `;
}

/** Whether it is the run in the link. @param {Session} session */
function verdict(session) {
  const { current: pack, store } = session;
  const expected = store.get('hash');
  if (!expected || !pack.report?.finished || !pack.hash || session.isStale(pack)) return '';
  return pack.hash === expected ? 'reproduced' : 'differs';
}

/**
 * Train, pause, reset, and the progress of training.
 * @param {Session} session
 * @param {Pack} pack
 */
function trainBar(session, pack) {
  const verb = verbOf(pack);
  const stale = pack.stale && pack.trained && !pack.running;
  const text = progressText(pack);
  return transport({
    verb,
    label: t(`transport.${verb}`),
    press: () => (verb === 'pause' ? session.pause() : session.train()),
    reset: { press: () => session.reset(), disabled: !pack.trained },
    share: pack.report?.progress ?? 0,
    text: stale ? t('sense.train.stale') : text,
    said: text,
    warning: stale,
  });
}

/** @param {Pack} pack */
function progressText({ phase, running, finished, report, secondsLeft }) {
  if (phase === 'making') return t('sense.train.preparing');
  if (!report?.step) return t('sense.train.ready');
  const loss = Number.isFinite(report.epochLoss) ? nats(report.epochLoss) : '–';
  const { epoch, epochs } = report;
  if (finished && !running) return t('sense.train.done', { epochs, loss });
  const done = t('sense.train.epoch', { epoch, epochs, loss });
  return joined(done, running ? timeLeft(secondsLeft) : '');
}

/**
 * The text for screen readers when training starts and ends.
 * @param {Session} session
 * @param {Pack} pack
 */
function announcement({ frame }, pack) {
  if (pack.running) return t('sense.said.running');
  if (!pack.model || !pack.report?.finished || !frame) return '';
  const { accuracy } = frame.layers[LAYERS.indexOf(frame.layer)];
  const layer = t(`sense.layer.name.${frame.layer}`);
  return t('sense.said.finished', { layer, percent: percent(accuracy) });
}

export function controls(/** @type {Session} */ session) {
  const { store, published } = session;
  const { direction, word, weights, gamma } = store.values;
  return html`
    <section class="panel-section">
      ${choice({
        id: 'direction',
        legend: t('sense.direction'),
        values: DIRECTIONS,
        current: direction,
        label: (value) => t(`sense.direction.${value}`),
        choose: (value) => store.set({ direction: value }),
        look: 'stacked',
        help: t(`sense.direction.${direction}.help`, { word }),
        helpClass: 'note',
      })}
    </section>
    <sense-mix .weights=${weights} .gamma=${gamma}></sense-mix>
    ${published.active ? nothing : seed(store)}
    <sense-open .session=${session}></sense-open>
  `;
}

function seed(/** @type {Session['store']} */ store) {
  return html`<section class="panel-section">
    <div class="field seed">
      ${seedField(store, field('seed').parse)}
    </div>
  </section>`;
}

/** @param {Session} session @param {number} version */
export function questions(session, version) {
  const { store, shown } = session;
  return html`
    ${senseScores(session)}
    <sense-ask
      .session=${session}
      .values=${store.values}
      .shown=${shown}
      .version=${version}
    ></sense-ask>
  `;
}
