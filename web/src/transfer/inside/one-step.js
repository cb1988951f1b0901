/** One step on the picture: what passes back, what moves, under each of the three ways. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { figure, fixed, moved } from '../../inside/figures.js';
import { modeMark } from '../transfer-parts.js';
import { levelName } from './names.js';
import { WAYS } from './networks.js';
import { numberTable } from './number-table.js';
import { LAYER_OF } from './picture-net.js';
import { cell, inUnits } from './powers.js';
import { layerSteps, truth } from './step-facts.js';

/**
 * @typedef {import('./picture-net.js').PictureNet} PictureNet
 * @typedef {import('./networks.js').Way} Way
 */

/** @param {Record<Way, PictureNet>} nets @param {Way} way the one that is drawn above @param {string} label */
export function stepTable(nets, way, label) {
  const steps = WAYS.map((one) => layerSteps(nets[one]));
  const truths = WAYS.map((one) => truth(nets[one]));
  const look = (/** @type {number} */ n) => (WAYS[n] === way ? 'current' : nothing);
  /** @param {string} name @param {(n: number) => unknown} cell */
  const row = (name, cell) => html`<tr>
    <th scope="row">${name}</th>
    ${WAYS.map((_, n) => html`<td class=${look(n)}>${cell(n)}</td>`)}
  </tr>`;
  return html`<table class="one-step" id="one-step">
    <thead>
      <tr>
        <td></td>
        ${WAYS.map((one, n) => html`<th scope="col" class=${look(n)}>${modeMark(one)}${t(`transfer.mode.short.${one}`)}</th>`)}
      </tr>
    </thead>
    ${steps[0].map(
      ({ level }, i) => html`<tbody data-layer=${LAYER_OF[level]}>
        <tr><th scope="rowgroup" colspan="4">${levelName(level)}</th></tr>
        ${row(t('transfer.inside.step.gradient'), (n) => figure(steps[n][i].gradient))}
        ${row(t('transfer.inside.step.change'), (n) => changeOf(steps[n][i]))}
        ${row(
          t(
            i < steps[0].length - 1
              ? 'transfer.inside.step.passed'
              : 'transfer.inside.step.picture',
          ),
          (n) => figure(steps[n][i].passed),
        )}
      </tbody>`,
    )}
    <tbody class="outcome-rows">
      <tr><th scope="rowgroup" colspan="4">${t('transfer.inside.step.outcome')}</th></tr>
      ${row(t('transfer.inside.step.chance', { label }), (n) => {
        const { from, to } = moved('from', 'to', 100 * truths[n].before, 100 * truths[n].after, 1);
        return `${from} → ${to}${t('transfer.inside.percent')}`;
      })}
      ${row(t('transfer.inside.step.loss'), (n) => {
        const { from, to } = moved('from', 'to', truths[n].loss, truths[n].lossAfter, 2);
        return `${from} → ${to}`;
      })}
    </tbody>
  </table>`;
}

/** @param {import('./step-facts.js').LayerStep} step */
const changeOf = ({ frozen, change }) =>
  frozen ? html`<strong class="stays">${t('transfer.inside.step.stays')}</strong>` : figure(change);

/**
 * The weights of the opened number that read one map: gradient, before, change.
 * @param {PictureNet} net @param {import('./picture-net.js').Opened} opened @param {number} channel
 * @param {{value: number, blame: number}} full of the colours
 */
export function weightsOf(net, opened, channel, full) {
  const { place, channels, width } = opened;
  const level = /** @type {Exclude<import('./picture-net.js').Level, 'image'>} */ (place.level);
  const { at } = channels[Math.min(channel, channels.length - 1)];
  const { before, after, gradient } = net.weights(`${LAYER_OF[level]}.weight`);
  const { frozen, learningRate } = net.layer(level);
  const [slopes, old] = [at.map((i) => gradient[i]), at.map((i) => before[i])];
  const changes = at.map((i) => after[i] - before[i]);
  const most = slopes.reduce((best, x, i) => (Math.abs(x) > Math.abs(slopes[best]) ? i : best), 0);
  const [slopeText, changeText] = [inUnits(slopes), inUnits(changes)];
  const inUnit = (/** @type {string} */ name, /** @type {string} */ unit) =>
    unit ? t('transfer.inside.weights.unit', { name, unit }) : name;
  const pair = written(before[at[most]], after[at[most]]);
  const shared = { width, chosen: most };
  // A class has one weight per hidden unit: too many to be read, so only the line is shown.
  const grids = [
    numberTable({
      ...shared,
      caption: inUnit(t('transfer.inside.weights.gradient'), slopeText.unit),
      values: slopes,
      full: full.blame,
      tone: 'blame',
      text: slopeText.text,
    }),
    numberTable({
      ...shared,
      caption: t('transfer.inside.weights.before'),
      values: old,
      full: full.value,
      text: cell,
    }),
    numberTable({
      ...shared,
      caption: inUnit(t('transfer.inside.weights.change'), changeText.unit),
      values: changes,
      colours: changes.map((x) => -x / net.alpha), // the gradient, as far as it is followed
      full: full.blame,
      tone: 'blame',
      text: changeText.text,
    }),
  ];
  const name = { layer: levelName(level), number: opened.channel + 1, map: channel + 1 };
  return html`<div class="weights" id="weights">
    <h5>${t(`transfer.inside.weights.of.${level}`, { ...name, label: net.labels[opened.channel] })}</h5>
    ${level === 'logits' ? nothing : html`<div class="products">${grids}</div>`}
    <p class="note" id="weight-line">
      ${weightLine(frozen ? 'frozen' : level === 'logits' ? 'line.logits' : 'line', slopes[most], {
        name: t('transfer.inside.unitShort', { number: most + 1 }),
        before: pair.from,
        after: pair.to,
        rate: figure(net.alpha * learningRate),
      })}
    </p>
  </div>`;
}

/** @param {string} kind @param {number} slope the largest @param {Record<string, string>} values */
function weightLine(kind, slope, values) {
  if (slope === 0) return t('transfer.inside.weights.none');
  const gradient = slope < 0 && kind !== 'frozen' ? `(${figure(slope)})` : figure(slope);
  return t(`transfer.inside.weights.${kind}`, { ...values, gradient });
}

/**
 * A weight before and after, with digits in which rate and gradient of three digits give the same:
 * the change has two of them, and what it is taken from has two more.
 * @param {number} before @param {number} after
 */
export function written(before, after) {
  const change = Math.abs(after - before);
  const digits = change > 0 ? Math.max(2, Math.min(9, 1 - Math.floor(Math.log10(change)))) : 5;
  return { from: fixed(before, change > 0 ? digits + 2 : 5), to: fixed(after, digits) };
}
