import { html, nothing } from 'lit';
import { percent, whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { choice } from '../ui/choice.js';
import { inputOf, textOf } from '../ui/inputs.js';
import { sentenceDoor } from './inside-door.js';
import { readable } from './sentence.js';
import { LABELS, MODES } from './table.js';
import './transfer-confusion.js';
import './transfer-history.js';
import { accuracyText, modeName, pointsApart, problemText, step } from './transfer-parts.js';
import {
  announcement,
  compareStep,
  foot,
  jobTransport,
  pretrainTransport,
} from './transfer-steps.js';
import './transfer-tries.js';
import { glossed } from '../ui/gloss.js';

/**
 * Chapter 2 as functions of the session.
 * @typedef {import('./session.js').TransferSession} Session
 * @typedef {import('./pack.js').Pack} Pack
 */

/** @param {Session} session @param {number} version @param {import('../ui/root.js').Host | null} host of an embedded demo */
export function textChapter(session, version, host) {
  const { text } = session;
  const pack = text.current;
  const { labels = ['', ''], least = Number.POSITIVE_INFINITY } = pack.data ?? {};
  return html`<div class="chapter" id="text">
    <p class="visually-hidden" role="status" id="announcement">${announcement(text)}</p>
    ${pretrainStep(session, pack)} ${trainStep(session, pack, sentenceDoor(text, version, host))}
    ${compareStep(session, text, {
      number: 3,
      unit: 'label',
      labels: LABELS.filter((count) => count <= least),
      modes: MODES,
      chance: 1 / labels.length,
      version,
    })}
    ${foot(session, text)}
    <p class="note source" id="source">${t(sourceOf(text, pack))}</p>
  </div>`;
}

/** @param {import('./text.js').TextChapter} text @param {Pack} pack */
function sourceOf({ linesKept }, { key }) {
  if (!key.startsWith('own')) return 'transfer.text.source';
  return linesKept ? 'transfer.text.source.own' : 'transfer.text.source.own.notKept';
}

/** @param {Session} session @param {Pack} pack */
function pretrainStep({ text, store }, pack) {
  const { data } = pack;
  /** @type {import('./table.js').Values['corpus'][]} */
  const corpora = text.lines ? ['en', 'zh', 'own'] : ['en', 'zh'];
  const { corpus, model } = store.values;
  const own = pack.key.startsWith('own');
  return step({
    number: 1,
    id: 'step-pretrain',
    title: t('transfer.text.pretrain.title'),
    lede: t(`transfer.text.pretrain.lede.${model}`),
    body: html`
      <div class="text-choices">
        ${choice({
          id: 'corpus',
          legend: t('transfer.corpus'),
          values: corpora,
          current: corpus === 'own' && !text.lines ? store.spoken() : corpus,
          label: (value) => t(`transfer.corpus.${value}`),
          choose: (value) => store.set({ corpus: value }),
        })}
        ${choice({
          id: 'model',
          legend: t('transfer.model'),
          values: ['elmo', 'skip-gram'],
          current: model,
          label: (value) => t(`story.${value}`),
          choose: (value) => store.set({ model: value }),
        })}
        <button type="button" class="plain" id="own-lines" @click=${openLines}>
          ${t('transfer.lines.open')}
        </button>
      </div>
      ${pretrainTransport(text, 'text')}
      <div class="pretrain-body of-text">
        <div class="reviews">
          <h4>${data ? t('transfer.reviews.title', { count: whole(data.count) }) : ''}</h4>
          <ul>
            ${(data?.samples ?? []).map(
              (/** @type {string} */ line) =>
                html`<li lang=${pack.key.startsWith('zh') ? 'zh-Hans' : own ? nothing : 'en'}>${readable(line)}</li>`,
            )}
          </ul>
          <p class="note">${t('transfer.reviews.note')}</p>
        </div>
        <transfer-history
          .moments=${pack.history}
          .epochs=${pack.report?.epochs ?? 3}
          .title=${t('transfer.history.title.text')}
          .report=${pack.report}
        ></transfer-history>
      </div>
    `,
  });
}

const openLines = (/** @type {Event} */ event) =>
  inputOf(event).closest('transfer-app')?.querySelector('transfer-lines')?.open();

/** @param {Session} session @param {Pack} pack @param {unknown} door to the inside */
function trainStep({ text, store }, pack, door) {
  const { mode } = store.values;
  const { labels = [], least = 50 } = pack.data ?? {};
  const counts = LABELS.filter((count) => count <= least).map(String);
  const shots = String(text.shots);
  return step({
    number: 2,
    id: 'step-train',
    title: t('transfer.text.train.title'),
    lede: t('transfer.text.train.lede', { labels: labels.slice(0, 4).join(t('transfer.or')) }),
    waits: !pack.finished,
    body: html`
      <div class="text-choices">
        ${choice({
          id: 'shots',
          legend: t('transfer.shots'),
          values: counts.length ? counts : ['1'],
          current: shots,
          label: String,
          choose: (value) => store.set({ shots: value }),
        })}
        ${choice({
          id: 'mode',
          legend: t('transfer.mode'),
          values: MODES,
          current: mode,
          label: (value) => t(`transfer.mode.short.${value}`),
          choose: (value) => store.set({ mode: value }),
        })}
      </div>
      <p class="note" id="mode-note">${glossed(t(`transfer.text.mode.${mode}`))}</p>
      ${jobTransport(text, 'train', {
        label: t(pack.tries.length ? 'transfer.text.train.again' : 'transfer.text.train.start'),
        text: pack.finished
          ? t('transfer.text.train.ready', { count: labels.length * Number(shots) })
          : t('transfer.waits.text'),
        press: () => text.train(),
      })}
      ${outcome(pack)} ${sentence(text, store, pack)} ${door}
    `,
  });
}

/** @param {Pack} pack */
function outcome(pack) {
  const { tries, last } = pack;
  if (!tries.length) return nothing;
  const rows = tries.map(({ id, mode, shots, accuracy, control }) => ({
    id,
    control,
    mode,
    accuracy,
    name: modeName(mode, true),
    note: t(shots === 1 ? 'transfer.tries.shots.one' : 'transfer.tries.shots', { shots }),
  }));
  return html`<div class="outcome of-text">
    <transfer-tries
      .rows=${rows}
      .chance=${last ? 1 / last.labels.length : 0.5}
      .title=${t('transfer.tries.title.text')}
      .verdict=${verdictOf(tries)}
    ></transfer-tries>
    <div class="outcome-confusion">
      <transfer-confusion .measured=${last}></transfer-confusion>
    </div>
    ${mix(last)}
  </div>`;
}

/**
 * The latest classifier compared with one from scratch with as many labels.
 * @param {import('./results.js').TextTry[]} tries
 */
function verdictOf(tries) {
  const other = tries.findLast(({ mode }) => mode !== 'scratch');
  const scratch = tries.findLast(({ mode, shots }) => mode === 'scratch' && shots === other?.shots);
  if (!other || !scratch) return '';
  const points = 100 * (other.accuracy - scratch.accuracy);
  const kind = Math.abs(points) < 1.5 ? 'same' : points > 0 ? 'ahead' : 'behind';
  return t(`transfer.text.tries.${kind}`, {
    way: sentenceCase(modeName(other.mode, true)),
    shots: other.shots,
    better: accuracyText(other.accuracy),
    worse: accuracyText(scratch.accuracy),
    points: pointsApart(other.accuracy, scratch.accuracy),
  });
}

const sentenceCase = (/** @type {string} */ text) => text[0].toUpperCase() + text.slice(1);

/**
 * The weight of each layer in the head's mix.
 * @param {{mix?: ReturnType<typeof import('./mix.js').mixOf>} | null} last
 */
function mix(last) {
  if (!last?.mix) return nothing;
  const { weights, gamma } = last.mix;
  return html`<div class="mix-shown" id="mix">
    <h4>${t('transfer.mix.title')}</h4>
    <ol class="tries">
      ${weights.map(
        (share, i) => html`<li>
          <span class="try-name">${t(`transfer.mix.layer.${i}`)}</span>
          <span class="score-bar" aria-hidden="true"><span style=${`transform: scaleX(${share})`}></span></span>
          <span class="number accuracy">${accuracyText(share)}</span>
        </li>`,
      )}
    </ol>
    <p class="note">${t('transfer.mix.note', { gamma: gamma.toFixed(2) })}</p>
  </div>`;
}

/** @param {Session['text']} text @param {Session['store']} store @param {Pack} pack */
function sentence(text, store, pack) {
  const { answer: found } = text;
  const ready = Boolean(pack.last);
  return html`<div class="own-sentence">
    <div class="title-line">
      <h4><label for="sentence">${t('transfer.sentence.title')}</label></h4>
      <button type="button" class="link" id="example" @click=${() => text.example()}>
        ${t('transfer.sentence.example')}
      </button>
    </div>
    <textarea
      dir="auto"
      id="sentence"
      rows="2"
      spellcheck="false"
      placeholder=${t('transfer.sentence.placeholder')}
      .value=${store.get('sentence')}
      @input=${(/** @type {Event} */ event) => store.set({ sentence: textOf(event) })}
    ></textarea>
    <div id="sentence-answer">
      ${ready ? nothing : html`<p class="note">${t('transfer.sentence.waits')}</p>`}
      ${found?.error ? html`<p class="problem" role="alert">${problemText(found.error)}</p>` : nothing}
      ${
        found?.unknown?.length
          ? html`<p class="note">
              ${t('transfer.sentence.unknown', { words: found.unknown.slice(0, 12).join(', ') })}
            </p>`
          : nothing
      }
      ${
        found?.answer
          ? html`<ol class="tries" data-label=${found.answer.label}>
              ${found.answer.probabilities.slice(0, 6).map(
                (
                  /** @type {{label: string, probability: number}} */ { label, probability },
                ) => html`<li>
                  <span class="try-name">${label}</span>
                  <span class="score-bar" aria-hidden="true"
                    ><span style=${`transform: scaleX(${probability})`}></span
                  ></span>
                  <span class="number accuracy">${percent(probability)}</span>
                </li>`,
              )}
            </ol>`
          : nothing
      }
    </div>
  </div>`;
}
