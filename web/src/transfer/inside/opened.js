/** The drawer of an opened number: patch × kernel, the sum, the largest of four, the ReLU. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { arranged } from '../../inside/arithmetic.js';
import { digitsFor, factor, figure, fixed, signed } from '../../inside/figures.js';
import '../../inside/prove-it.js';
import { choice } from '../../ui/choice.js';
import { icon } from '../../ui/parts.js';
import { levelName, placeName } from './names.js';
import { numberTable } from './number-table.js';
import { entryOf, provePicture, strongestWeights } from './picture-proof.js';
import { cell } from './powers.js';

/**
 * @typedef {import('./picture-net.js').PictureNet} PictureNet
 * @typedef {import('./picture-net.js').Opened} Opened
 *
 * @typedef {object} How
 * @property {PictureNet} net
 * @property {number} full of the colours of values
 * @property {number} channel the map below whose products are open
 * @property {boolean} whole whether all parts of the sum are listed
 * @property {(channel: number) => void} choose
 * @property {() => void} unfold
 * @property {() => void} close
 */

const ALL = 400;

/** @type {WeakMap<PictureNet, number>} */
const numbered = new WeakMap();
let last = 0;

/** Another trace is another subject of proof. @param {PictureNet} net */
function subject(net) {
  if (!numbered.has(net)) numbered.set(net, ++last);
  return numbered.get(net);
}

/** The parts of a number's sum: products of a single map, else the sums of maps. @param {Opened} opened @returns {import('../../inside/arithmetic.js').Equation} */
export function equationOf(opened) {
  const { place, channels, width, bias, sum, value } = opened;
  const [only] = channels;
  const name = (/** @type {number} */ i) =>
    place.level === 'logits'
      ? t('transfer.inside.unitShort', { number: i + 1 })
      : t('transfer.inside.cell', { row: Math.floor(i / width) + 1, col: (i % width) + 1 });
  const parts =
    channels.length > 1
      ? channels.map((one, c) => ({
          name: t('transfer.inside.mapShort', { number: c + 1 }),
          value: one.sum,
        }))
      : only.products.map((product, i) => ({
          name: name(i),
          a: only.x[i],
          b: only.w[i],
          value: product,
        }));
  return {
    symbol: 'z',
    kind: 'sum',
    value,
    parts,
    bias: { name: 'b', value: bias },
    sum,
    squeeze: null,
    groups: [],
    goes: null,
  };
}

/** @param {Opened} opened @param {How} how */
export function openedNumber(opened, { net, full, channel, whole, choose, unfold, close }) {
  const { place, channels, value, sum, rectified } = opened;
  const equation = equationOf(opened);
  const digits = digitsFor([sum, ...equation.parts.map((part) => part.value)]);
  const result = rectified
    ? `max(0, ${fixed(sum, digits)}) = ${fixed(value, digits)}`
    : fixed(value, digits);
  const flat = place.level === 'logits';
  return html`<section class="opened" aria-labelledby="opened-title" id="opened">
    <header class="drawer-head">
      <h4 id="opened-title">${placeName(net, place)}: <strong>${result}</strong></h4>
      <button
        type="button"
        class="quiet square"
        id="opened-close"
        aria-label=${t('inside.close')}
        title=${t('inside.close')}
        @click=${close}
      >${icon('close')}</button>
    </header>
    ${channels.length > 1 ? readMaps(opened, channel, digits, choose) : nothing}
    <div class="opened-parts">
      ${flat ? nothing : products(opened, Math.min(channel, channels.length - 1), full)}
      <div>${sumTable(equation, digits, whole, unfold)}</div>
       ${afterwards(net, opened, digits, full)}
    </div>
    <prove-it
      .entry=${entryOf(opened, net)}
      .value=${value}
      .measure=${async (/** @type {import('../../worker/wasm').Entry} */ entry, /** @type {number} */ epsilon) => provePicture(net, entry, epsilon)}
      .random=${() => strongestWeights(net, opened)}
      .note=${t('transfer.inside.proof')}
      .rowName=${t('transfer.inside.proof.row')}
      .subject=${`${place.level} ${place.index} ${subject(net)}`}
    ></prove-it>
  </section>`;
}

/** The maps that are read, each with what it adds. @param {Opened} opened @param {number} channel @param {number} digits @param {(channel: number) => void} choose */
function readMaps({ channels, height, width }, channel, digits, choose) {
  const count = channels.length;
  return choice({
    id: 'opened-map',
    legend: t('transfer.inside.reads', {
      count,
      each: height * width,
      all: count * height * width,
    }),
    values: channels.map((_, c) => String(c)),
    current: String(channel),
    label: (c) => `${Number(c) + 1}: ${signed(channels[Number(c)].sum, digits)}`,
    choose: (c) => choose(Number(c)),
    look: 'row below',
  });
}

/** @param {Opened} opened @param {number} channel @param {number} full */
function products({ place, channels, channel: own, width }, channel, full) {
  const { x, w, products: all } = channels[channel];
  const read = place.level === 'conv1' ? 'image' : place.level === 'conv2' ? 'conv1' : 'conv2';
  const of = { layer: levelName(read), number: channel + 1, own: own + 1 };
  const patch = t(read === 'image' ? 'transfer.inside.patch.image' : 'transfer.inside.patch', of);
  const level = place.level;
  const kernel = t(
    level === 'hidden'
      ? 'transfer.inside.kernel.hidden'
      : read === 'image'
        ? 'transfer.inside.kernel.image'
        : 'transfer.inside.kernel',
    of,
  );
  return html`<div class="products">
    ${numberTable({ caption: patch, values: x, width, full, text: cell })}
    <span class="operator" aria-hidden="true">×</span>
    ${numberTable({ caption: kernel, values: w, width, full, text: cell })}
    <span class="operator" aria-hidden="true">=</span>
    ${numberTable({
      caption: t('transfer.inside.products', { count: all.length }),
      values: all,
      width,
      full,
      text: cell,
    })}
  </div>`;
}

/** @param {import('../../inside/arithmetic.js').Equation} equation @param {number} digits @param {boolean} whole @param {() => void} unfold */
function sumTable(equation, digits, whole, unfold) {
  const { lines, rest, bias, total } = arranged(equation, digits, whole ? ALL : undefined);
  const amount = (/** @type {number} */ units) => signed(units / 10 ** digits, digits);
  const tone = (/** @type {number} */ units) => (units < 0 ? 'minus' : 'plus');
  return html`<table class="sum" id="opened-sum">
    <tbody>
      ${lines.map(
        ({ name, a, b, units }) => html`<tr>
          <th scope="row">${name}</th>
          <td>${a === undefined ? '' : figure(a)}</td>
          <td class="soft">${b === undefined ? '' : `× ${factor(b)}`}</td>
          <td class="soft">${b === undefined ? '' : '='}</td>
          <td class=${tone(units)}>${amount(units)}</td>
        </tr>`,
      )}
      ${
        rest
          ? html`<tr>
              <th scope="row" colspan="4">
                ${
                  rest.count
                    ? html`<button type="button" class="link" id="opened-more" @click=${unfold}>
                        › ${t(rest.count === 1 ? 'inside.smallerOne' : 'inside.smaller', { count: rest.count })}
                      </button>`
                    : t('inside.rounding')
                }
              </th>
              <td class=${tone(rest.units)}>${amount(rest.units)}</td>
            </tr>`
          : nothing
      }
      ${
        bias
          ? html`<tr>
              <th scope="row" colspan="4">${t('transfer.inside.bias')}</th>
              <td class=${tone(bias.units)}>${amount(bias.units)}</td>
            </tr>`
          : nothing
      }
    </tbody>
    <tfoot>
      <tr>
        <th scope="row" colspan="4">${t('transfer.inside.sum')}</th>
        <td>${fixed(total / 10 ** digits, digits)}</td>
      </tr>
    </tfoot>
  </table>`;
}

/** What happens with the sum. @param {PictureNet} net @param {Opened} opened @param {number} digits @param {number} full */
function afterwards(net, opened, digits, full) {
  const { candidates, winner, sum, value, rectified, channel, gradient } = opened;
  const blame = html`<p class="note" id="opened-blame">
    ${t(gradient > 0 ? 'transfer.inside.blamed.more' : gradient < 0 ? 'transfer.inside.blamed.less' : 'transfer.inside.blamed.not', { blame: figure(gradient) })}
  </p>`;
  if (!rectified) {
    const p = net.forward('probabilities')[channel];
    const total = Math.exp(value) / p;
    return html`<div class="afterwards">
      <p class="note">
      ${t('transfer.inside.softmax', {
        score: fixed(value, 2),
        power: figure(Math.exp(value)),
        total: figure(total),
        percent: (100 * p).toFixed(1),
      })}
      </p>
      ${blame}
    </div>`;
  }
  return html`<div class="afterwards">
    ${
      candidates.length
        ? html`${numberTable({
            caption: t('transfer.inside.four'),
            values: candidates.map((one) => one.value),
            width: 2,
            full,
            text: (one) => fixed(one, digits),
            chosen: winner,
          })}
            <p class="note">${t('transfer.inside.largest', { value: fixed(sum, digits) })}</p>`
        : nothing
    }
    <p class="note">
      ${t(sum > 0 ? 'transfer.inside.relu.on' : 'transfer.inside.relu.off', {
        sum: fixed(sum, digits),
        value: fixed(value, digits),
      })}
    </p>
    ${blame}
  </div>`;
}
