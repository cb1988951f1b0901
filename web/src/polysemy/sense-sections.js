import { html, nothing } from 'lit';
import { errorText } from '../i18n/errors.js';
import { t } from '../i18n/index.js';
import { choice } from '../ui/choice.js';
import { problem } from '../ui/parts.js';
import { seedField } from '../ui/seed-field.js';
import { chance } from './occurrences.js';
import { field, LAYERS, languageOf } from './table.js';
import './sense-ask.js';
import './sense-curve.js';
import './sense-map-panel.js';
import './sense-open.js';
import './sense-mix.js';
import { percent, senseName } from './sense-parts.js';
import './sense-scores.js';
import './sense-transport.js';
import './sense-words.js';
import '../ui/status-line.js';

/**
 * The parts of the page as functions of the session: what it holds goes down to the elements as
 * properties; what they say comes up as events, which the app hears.
 * @typedef {import('./session.js').SenseSession} Session
 * @typedef {import('./pack.js').Pack} Pack
 */

/** @type {import('./table.js').Values['direction'][]} */
const DIRECTIONS = ['both', 'forward', 'backward'];
/** Known before any corpus is made: the page says what it is about at once. */
const SENSE_NAMES = /** @type {Record<string, string[]>} */ ({
  apple: ['fruit', 'company'],
  bank: ['river', 'money'],
  苹果: ['fruit', 'company'],
  小米: ['grain', 'company'],
  杜鹃: ['bird', 'flower'],
  花: ['flower', 'spend'],
});

/** @param {Pack} pack */
function statusOf(pack) {
  if (pack.running) return 'running';
  if (!pack.model) return 'preparing';
  if (pack.report?.finished) return 'finished';
  return isTrained(pack) ? 'paused' : 'ready';
}

const isTrained = (/** @type {Pack} */ pack) => (pack.report?.step ?? 0) > 0;

/** @param {string} word */
export function hero(word) {
  const names = SENSE_NAMES[word];
  const values = { word, first: senseName(names, 0), second: senseName(names, 1) };
  return html`<div class="hero">
    <div>
      <h2>${t('sense.title')}</h2>
      <p>${t('sense.lede', values)}</p>
    </div>
    <sense-words .word=${word}></sense-words>
  </div>`;
}

/** Where the Lab shows the static neighbours of the word. @param {string} word */
export const labLink = (word) =>
  `./index.html#v=1&model=skip-gram&corpus=relations-${languageOf(word)}&nearest=${encodeURIComponent(word)}`;

/** @param {Session} session @param {number} version */
export function stage(session, version) {
  const { store, current: pack, frame, shown, published } = session;
  const { word, layer } = store.values;
  const status = statusOf(pack);
  const info = pack.model?.info;
  return html`
    <section class="stage" id="stage" aria-label=${t('page.stage')}>
      ${
        published.active
          ? html`<sense-published
              .name=${published.name}
              .info=${published.model?.info}
              .read=${published.read}
            ></sense-published>`
          : html`<sense-transport
              .status=${status}
              .report=${pack.report}
              .stale=${session.isStale(pack)}
              .secondsLeft=${pack.secondsLeft}
            ></sense-transport>`
      }
      <p class="visually-hidden" role="status" id="announcement">
        ${pack.error ? errorText(pack.error) : announcement(status, frame)}
      </p>
      ${problem(pack.error, 'stage-problem')} ${undo(session)}
      <sense-map-panel
        .shown=${shown}
        .word=${word}
        .layer=${layer}
        .axes=${store.get('axes')}
        .picked=${session.picked}
        .training=${pack.running}
        .trained=${isTrained(pack)}
      ></sense-map-panel>
      ${
        published.active
          ? nothing
          : html`<sense-curve
              .moments=${pack.history.get(word) ?? []}
              .layer=${layer}
              .epochs=${pack.report?.epochs ?? 1}
              .shots=${session.shots}
              .wound=${session.wound}
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

/** Is it the run that the link promised? @param {Session} session */
function verdict(session) {
  const { current: pack, store } = session;
  const expected = store.get('hash');
  if (!expected || !pack.report?.finished || !pack.hash || session.isStale(pack)) return '';
  return pack.hash === expected ? 'reproduced' : 'differs';
}

function undo(/** @type {Session} */ { undoing }) {
  if (!undoing.name) return nothing;
  return html`<p class="undo" id="undo-note" role="status">
    ${t(`undo.${undoing.name}`)}
    <button type="button" class="link" id="undo" @click=${() => undoing.take()}>
      ${t('undo.button')}
    </button>
  </p>`;
}

/** What a screen reader hears when training starts and ends. */
function announcement(/** @type {string} */ status, /** @type {Session['frame']} */ frame) {
  if (status === 'running') return t('sense.said.running');
  if (status !== 'finished' || !frame) return '';
  const { accuracy } = frame.layers[LAYERS.indexOf(frame.layer)];
  const layer = t(`sense.layer.name.${frame.layer}`);
  return t('sense.said.finished', { layer, percent: percent(accuracy) });
}

export function controls(/** @type {Session} */ { store, published }) {
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
    <sense-open></sense-open>
  `;
}

function seed(/** @type {Session['store']} */ store) {
  return html`<section class="panel-section">
    <div class="field seed">
      ${seedField(store, field('seed').parse, 'seed-help')}
      <p class="help" id="seed-help">${t('parameter.seed.help')}</p>
    </div>
  </section>`;
}

/** @param {Session} session @param {string} earlier the reader's sentence that another replaced */
export function questions(session, earlier) {
  const { store, shown, current: pack } = session;
  const { word, layer, sentence } = store.values;
  return html`
    <sense-scores
      .scores=${shown?.layers ?? []}
      .layer=${layer}
      .chance=${shown ? chance(shown.of) : 0.5}
    ></sense-scores>
    <sense-ask
      .shown=${shown}
      .word=${word}
      .sentence=${sentence}
      .earlier=${earlier}
      .cut=${session.cut}
      .trained=${isTrained(pack)}
      .training=${pack.running}
      .known=${pack.known}
      .free=${session.published.active}
    ></sense-ask>
  `;
}
