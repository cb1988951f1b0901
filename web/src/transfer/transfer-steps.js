import { html } from 'lit';
import { nats } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { choice } from '../ui/choice.js';
import { seedField } from '../ui/seed-field.js';
import { field } from './table.js';
import '../ui/status-line.js';
import './transfer-curves.js';
import { joined, timeLeft, transport, undoNote, verbOf } from '../ui/transport.js';
import { accuracyText, refusal, step } from './transfer-parts.js';

/**
 * The steps common to both chapters: pre-train A, compare the four modes, and the status at the
 * end.
 * @typedef {import('./session.js').TransferSession} Session
 * @typedef {import('./chapter.js').Chapter} Chapter
 * @typedef {import('./pack.js').Pack} Pack
 */

/** Below this share, the estimate of the time left is too inaccurate to show. */
const KNOWN_FROM = 0.03;
/** @type {import('./table.js').Values['seeds'][]} */
const SEEDS = ['1', '3', '5', '10'];

/** The next step of the reader; only its button is the primary one. @param {Chapter} chapter */
function nextOf(chapter) {
  const pack = chapter.current;
  if (!pack.finished || chapter.isStale(pack)) return 'pretrain';
  if (!pack.tries.length) return 'train';
  return pack.comparison?.finished ? '' : 'compare';
}

/** @param {Pack} pack */
function pretrainText(pack) {
  const { report, running } = pack;
  if (pack.errors.pretrain && !pack.model) return '';
  if (pack.phase === 'making') return t('transfer.pretrain.preparing');
  if (!report?.step) return t('transfer.pretrain.ready');
  if (pack.stale && !running) return t('transfer.pretrain.stale');
  const loss = Number.isFinite(report.epochLoss) ? nats(report.epochLoss) : '–';
  const { epoch, epochs, examplesPerSecond } = report;
  if (pack.finished && !running) return t('transfer.pretrain.done', { epochs, loss });
  const done = t('transfer.pretrain.epoch', { epoch, epochs, loss });
  const rate = examplesPerSecond
    ? t('transfer.pretrain.rate', { rate: Math.round(examplesPerSecond) })
    : '';
  return joined(done, rate, running ? timeLeft(pack.secondsLeft) : '');
}

/** @param {Chapter} chapter @param {string} noun 'images' or 'text' */
export function pretrainTransport(chapter, noun) {
  const pack = chapter.current;
  const verb = verbOf(pack);
  return html`
    ${transport({
      verb,
      label: t(verb === 'train' ? `transfer.pretrain.${noun}` : `transport.${verb}`),
      press: () => (verb === 'pause' ? chapter.pause() : chapter.pretrain()),
      disabled: Boolean(pack.job),
      reset: { press: () => chapter.reset(), disabled: !pack.trained || Boolean(pack.job) },
      share: pack.report?.progress ?? 0,
      text: pretrainText(pack),
      step: { id: 'pretrain', primary: nextOf(chapter) === 'pretrain' && !pack.job },
    })}
    ${refusal(pack.errors.pretrain, 'pretrain-problem')} ${undoNote(chapter.session.undoing)}
  `;
}

/**
 * The button of a job; it stops the job while it runs.
 * @param {Chapter} chapter @param {'train' | 'compare'} name
 * @param {{label: string, text: string, press: () => void}} how
 */
export function jobTransport(chapter, name, { label, text, press }) {
  const pack = chapter.current;
  const { job } = pack;
  const mine = job?.name === name ? job : null;
  const done = name === 'compare' ? pack.comparison?.finished : pack.tries.length > 0;
  const now = mine
    ? joined(
        t('transfer.job.running', { percent: Math.round(100 * mine.progress) }),
        mine.progress > KNOWN_FROM ? timeLeft(mine.secondsLeft) : '',
      )
    : text;
  return html`
    ${transport({
      verb: mine ? 'stop' : done ? 'again' : 'train',
      label: mine ? t('transfer.job.stop') : label,
      press: () => (mine ? chapter.cancel() : press()),
      disabled: !mine && (!pack.finished || Boolean(job) || pack.running),
      share: mine?.progress ?? (done ? 1 : 0),
      text: now,
      step: {
        id: name,
        primary: Boolean(mine) || (nextOf(chapter) === name && !job),
        sign: mine ? 'close' : undefined,
      },
    })}
    ${refusal(pack.errors[name], `${name}-problem`)}
  `;
}

/**
 * @param {Session} session @param {Chapter & {compare: () => Promise<void>}} chapter
 * @param {{number: number, unit: 'digit' | 'label', labels: number[], modes: string[],
 *   chance: number, version: number}} how
 */
export function compareStep(session, chapter, { number, unit, labels, modes, chance, version }) {
  const pack = chapter.current;
  const { comparison } = pack;
  const { store } = session;
  const total = modes.length * labels.length * Number(store.get('seeds'));
  const stopped = comparison && !comparison.finished && comparison.results.length > 0;
  const text = !pack.finished
    ? t(`transfer.waits.${unit === 'digit' ? 'images' : 'text'}`)
    : comparison?.finished
      ? t('transfer.compare.done', { count: comparison.results.length })
      : stopped
        ? t('transfer.compare.stopped', { count: comparison.results.length })
        : t('transfer.compare.ready', { count: total });
  return step({
    number,
    id: 'step-compare',
    title: t(`transfer.compare.title.${unit}`),
    lede: t(`transfer.compare.lede.${unit}`),
    waits: !pack.finished,
    body: html`
      ${jobTransport(chapter, 'compare', {
        label: t(comparison?.finished ? 'transfer.compare.again' : 'transfer.compare.start'),
        text,
        press: () => chapter.compare(),
      })}
      <transfer-curves
        .comparison=${comparison}
        .labels=${labels}
        .modes=${modes}
        .chance=${chance}
        .unit=${unit}
        .version=${version}
      ></transfer-curves>
      ${choice({
        id: 'seeds',
        legend: t('transfer.seeds'),
        values: SEEDS,
        current: store.get('seeds'),
        label: String,
        choose: (value) => store.set({ seeds: value }),
        help: t('transfer.seeds.help'),
      })}
    `,
  });
}

/**
 * The build, the hash of A's weights, and the seed.
 * @param {Session} session
 * @param {Chapter} chapter
 */
export function foot({ store }, chapter) {
  const pack = chapter.current;
  const info = pack.model?.info;
  const expected = store.get('hash');
  const same = pack.hash === expected ? 'reproduced' : 'differs';
  const known = expected && pack.finished && pack.hash && !chapter.isStale(pack);
  return html`<div class="stage-foot">
    <status-line
      .build=${info?.build ?? ''}
      .lacks=${info?.buildLacks ?? ''}
      .hash=${pack.hash}
      .expected=${expected}
      .verdict=${known ? same : ''}
      .running=${pack.running}
      .failed=${Boolean(pack.errors.pretrain)}
    ></status-line>
    ${seed(store)}
  </div>`;
}

function seed(/** @type {Session['store']} */ store) {
  return html`<div class="seed foot-seed">
    ${seedField(store, field('seed').parse)}
  </div>`;
}

/** The text for screen readers when a job ends. @param {Chapter} chapter */
export function announcement(chapter) {
  const pack = chapter.current;
  if (pack.running) return t('transfer.said.pretraining');
  if (pack.job) return t(`transfer.said.${pack.job.name}`);
  if (pack.comparison?.finished) return t('transfer.said.compared');
  const last = pack.tries.at(-1);
  if (last && pack.last)
    return t('transfer.said.trained', { percent: accuracyText(pack.last.accuracy) });
  return pack.finished ? t('transfer.said.pretrained') : '';
}
