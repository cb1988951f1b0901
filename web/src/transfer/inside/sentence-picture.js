/** A sentence in a classifier, drawn: rows that are averaged, m, the weights of each class, the scores. */
import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { figure, fixed, moved, signed } from '../../inside/figures.js';
import '../../inside/number-block.js';
import { rich } from '../../inside/rich.js';
import { sized } from '../../inside/scene.js';
import { fullScale } from '../../plots/cells.js';
import { share } from './names.js';

/**
 * @typedef {import('./sentence-net.js').SentenceNet} SentenceNet
 * @typedef {import('./sentence-net.js').Place} Place
 * @typedef {import('../../inside/scene.js').Block} Block
 */

const PITCH = 26; // from strip to strip
const NAMES = 190; // width of names and figures beside a strip

/** @param {SentenceNet} net @param {number} width */
export function sentenceScene(net, width) {
  const w = Math.max(120, Math.min(460, width - NAMES - 40));
  const common = {
    cols: net.D,
    tone: /** @type {const} */ ('value'),
    colName: (/** @type {number} */ i) => `${i + 1}`,
  };
  const strips = (/** @type {number} */ rows) => ({
    rows,
    box: { x: 0, y: 0, w, h: rows * PITCH },
    bars: { pitch: PITCH, thickness: PITCH - 8 },
  });
  /** @type {Block[]} */
  const blocks = [
    {
      ...common,
      ...strips(net.rows),
      id: 'rows',
      name: sized(t(`transfer.inside.text.${net.mixes ? 'layers' : 'words'}`), net.rows, net.D),
      values: net.vectors,
      rowName: (row) => net.rowName(row),
    },
    {
      ...common,
      ...strips(1),
      id: 'read',
      name: sized('m', 1, net.D),
      values: net.read,
      rowName: () => 'm',
    },
    {
      ...common,
      ...strips(net.labels.length),
      id: 'weights',
      name: sized('W', net.labels.length, net.D),
      values: net.W,
      rowName: (row) => net.labels[row] ?? '',
    },
  ];
  return {
    blocks,
    full: { value: fullScale([net.vectors, net.W]), blame: 1 },
    formula: 'softmax( *W* *m* + *b* )',
  };
}

/**
 * @param {SentenceNet} net @param {ReturnType<typeof sentenceScene>} scene
 * @param {{opened: Place | null, scale: number, open: (place: Place) => void}} how
 */
export function sentencePicture(net, scene, { opened, scale, open }) {
  const [rows, read, weights] = scene.blocks.map((block) => {
    const size = `width: ${block.box.w * scale}px; height: ${block.box.h * scale}px`;
    return html`<div class="strip-room" style=${size}>
      <number-block
        .block=${block}
        .full=${scene.full.value}
        .scale=${scale}
        .opened=${opened?.block === block.id ? opened : null}
      ></number-block>
    </div>`;
  });
  const line = `--pitch: ${PITCH * scale}px`;
  return html`<ol class="sentence-picture" style=${line}>
    <li>
      <h5>${t(`transfer.inside.text.${net.mixes ? 'layers' : 'words'}`)}</h5>
      <p class="note">${rich(t(`transfer.inside.text.${net.mixes ? 'layers' : 'words'}.note`, { count: net.rows, numbers: net.D }))}</p>
      <div class="strip-line">
        <ul class=${net.mixes ? 'strip-names' : 'strip-names equal'}>
          ${net.shares.map(
            (one, row) =>
              html`<li><span>${net.rowName(row)}</span> <small>× ${figure(one)}</small></li>`,
          )}
        </ul>
        ${rows}
      </div>
    </li>
    <li>
      <h5>${rich(t(`transfer.inside.text.${net.mixes ? 'mix' : 'mean'}`))}</h5>
      <div class="strip-line"><ul class="strip-names"><li><i>m</i></li></ul>${read}</div>
    </li>
    <li>
      <h5>${t('transfer.inside.text.classes')}</h5>
      <p class="note">${rich(t('transfer.inside.text.classes.note'))}</p>
      <div class="strip-line">
        <ul class="strip-names">
          ${net.labels.map((label) => html`<li><span>${label}</span></li>`)}
        </ul>
        ${weights}
        ${scores(net, opened, open)}
      </div>
    </li>
  </ol>`;
}

/** Scores, shares and what each score is blamed for. @param {SentenceNet} net @param {Place | null} opened @param {(place: Place) => void} open */
function scores(net, opened, open) {
  return html`<ul class="strip-scores" id="sentence-scores">
    ${net.labels.map((label, col) => {
      const isOpen = opened?.block === 'scores' && opened.col === col;
      const score = fixed(net.scores[col]);
      return html`<li class=${col === net.target ? 'true' : ''}>
        <button
          type="button"
          class=${`link ${isOpen ? 'open' : ''}`}
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-label=${`${t('transfer.inside.text.scoreOf', { label })}: ${score}`}
          @click=${() => open({ block: 'scores', row: 0, col })}
        >${score}</button>
        <span class="number">${share(net.p[col])}</span>
        <span class=${`number ${net.blame[col] < 0 ? 'raise' : 'lower'}`}>${signed(net.blame[col])}</span>
      </li>`;
    })}
    <li class="note">
      <span>${t('inside.score')}</span><span>${t('inside.probability')}</span><span>${t('inside.blame')}</span>
    </li>
  </ul>`;
}

/** Which words, or layers, a score comes from. @param {SentenceNet} net */
export function scoreTable(net) {
  const adds = net.labels.map((_, c) => net.adds(c));
  const cell = (/** @type {number} */ x) =>
    html`<td class=${x < 0 ? 'minus' : 'plus'}>${signed(x, 3)}</td>`;
  return html`<div class="step-back">
    <h4 id="adds-title">${t(`transfer.inside.text.adds.${net.mixes ? 'layers' : 'words'}`)}</h4>
    <div class="step-room" tabindex="0" role="region" aria-labelledby="adds-title">
      <table class="one-step" id="score-adds">
        <thead>
          <tr><td></td>${net.labels.map((label) => html`<th scope="col">${label}</th>`)}</tr>
        </thead>
        <tbody>
          ${net.shares.map(
            (_, row) => html`<tr>
              <th scope="row">${net.rowName(row)}</th>
              ${adds.map((all) => cell(all[row]))}
            </tr>`,
          )}
          <tr><th scope="row">${t('transfer.inside.bias')}</th>${Array.from(net.bias, cell)}</tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${t('inside.score')}</th>
            ${Array.from(net.scores, (x) => html`<td><strong>${fixed(x, 3)}</strong></td>`)}
          </tr>
        </tfoot>
      </table>
    </div>
  </div>`;
}

/** What one step on this sentence changes. @param {SentenceNet} net */
export function stepTable(net) {
  const label = net.labels[net.target];
  const p = moved('from', 'to', 100 * net.p[net.target], 100 * net.pAfter[net.target], 1);
  const { loss, lossAfter } = net.trace;
  const losses = moved('from', 'to', loss, lossAfter, 2);
  return html`<div class="step-back">
    <h4 id="step-back-title">${t('transfer.inside.text.step')}</h4>
    <p>${t('transfer.inside.step.lede', { label })}</p>
    <div class="step-parts">
      <table class="one-step" id="one-step">
        <thead>
          <tr>
            <td></td>
            <th scope="col">${t('transfer.inside.step.gradient')}</th>
            <th scope="col">${t('transfer.inside.step.change')}</th>
          </tr>
        </thead>
        <tbody>
          ${net.steps().map(
            ({ name, frozen, gradient, change }) => html`<tr data-layer=${name}>
              <th scope="row">${layerName(name)}</th>
              <td>${figure(gradient)}</td>
              <td>${frozen ? html`<strong class="stays">${t('transfer.inside.step.stays')}</strong>` : figure(change)}</td>
            </tr>`,
          )}
        </tbody>
        <tbody class="outcome-rows">
          <tr>
            <th scope="row">${t('transfer.inside.step.chance', { label })}</th>
            <td colspan="2">${p.from} → ${p.to}${t('transfer.inside.percent')}</td>
          </tr>
          <tr>
            <th scope="row">${t('transfer.inside.step.loss')}</th>
            <td colspan="2">${losses.from} → ${losses.to}</td>
          </tr>
        </tbody>
      </table>
      <p class="note">${t('transfer.inside.text.step.note')}</p>
    </div>
  </div>`;
}

/** @param {string} name of a layer */
function layerName(name) {
  const [, lstm] = /^lstm(\d+)$/.exec(name) ?? [];
  return lstm
    ? t('transfer.inside.text.layer.lstm', { layer: lstm })
    : t(`transfer.inside.text.layer.${name}`);
}
