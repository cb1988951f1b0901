import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { icon } from '../ui/parts.js';
import { arranged, runningSums } from './arithmetic.js';
import { squeezeChart, sumChart } from './drawer-charts.js';
import { digitsFor, exactChance, factor, figure, fixed, moved, signed } from './figures.js';
import { headline } from './headline.js';
import { rich } from './rich.js';

/**
 * @typedef {import('./arithmetic.js').Equation} Equation
 * @typedef {import('./arithmetic.js').Part} Part
 */

const ALL = 200; // lines at most

/**
 * One opened number: what went in, what came out, where it goes.
 * Events: `close-number`, `show-table` {block}.
 */
export class NumberDrawer extends LabElement {
  static properties = { ...given('equation blamed nudge block note'), ...own('whole') };

  constructor() {
    super();
    /** @type {Equation | null} */
    this.equation = null;
    /** Whether it is a gradient. */
    this.blamed = false;
    /** @type {{alpha: number, blame: number, before: number, after: number} | null} */
    this.nudge = null;
    this.block = '';
    /** What is special about this number. */
    this.note = '';
    this.whole = false;
  }

  willUpdate(/** @type {import('lit').PropertyValues<this>} */ changed) {
    if (changed.has('block')) this.whole = false;
  }

  render() {
    const { equation, blamed } = this;
    if (!equation) return nothing;
    const { parts, squeeze } = equation;
    const digits = digitsFor([equation.sum, ...parts.map(({ value }) => value)]);
    const sums = runningSums(equation);
    return html`<div class=${`drawer ${blamed ? 'blamed' : ''}`}>
      <header class="drawer-head">
        <h2 id="drawer-title">${rich(headline(equation, blamed, digits))}</h2>
        <button
          type="button"
          class="link"
          id="drawer-table"
          @click=${() => this.emit('show-table', { block: this.block })}
        >${t('inside.table')}</button>
        <button
          type="button"
          class="quiet square"
          id="drawer-close"
          aria-label=${t('inside.close')}
          title=${t('inside.close')}
          @click=${() => this.emit('close-number')}
        >${icon('close')}</button>
      </header>
      ${this.note ? html`<p class="drawer-note">${rich(this.note)}</p>` : nothing}
      ${this.nudge ? this.#nudged(this.nudge) : nothing}
      <div class="drawer-parts">
        ${parts.length > 1 ? this.#sum(equation, digits) : nothing}
        ${
          parts.length > 3 && equation.kind === 'sum'
            ? sumChart(sums, {
                width: 440,
                height: 190,
                value: figure(equation.sum),
                groups: equation.groups,
                caption: t('inside.addedUp', { count: parts.length }),
              })
            : nothing
        }
        ${
          squeeze
            ? squeezeChart(
                squeeze,
                equation.sum,
                equation.value,
                t('inside.squeezed', {
                  name: squeeze === 'tanh' ? 'tanh' : 'σ',
                  from: fixed(equation.sum, 3),
                  to: fixed(equation.value),
                }),
              )
            : nothing
        }
        ${equation.goes ? this.#goes(equation.goes) : nothing}
      </div>
    </div>`;
  }

  /** @param {Equation} equation @param {number} digits */
  #sum(equation, digits) {
    const named = this.whole ? ALL : undefined;
    const { lines, rest, bias, total } = arranged(equation, digits, named);
    const amount = (/** @type {number} */ units) => signed(units / 10 ** digits, digits);
    const tone = (/** @type {number} */ units) =>
      units === 0
        ? ''
        : this.blamed
          ? units < 0
            ? 'raise'
            : 'lower'
          : units < 0
            ? 'minus'
            : 'plus';
    const isSoftmax = equation.kind === 'softmax' || equation.kind === 'log';
    return html`<table class="sum">
      <tbody>
        ${lines.map(
          (line) => html`<tr>
            <th scope="row">${this.#name(line)}</th>
            ${this.#factors(line, equation.kind)}
            <td class=${isSoftmax ? '' : tone(line.units)}>${amount(line.units)}</td>
          </tr>`,
        )}
        ${
          rest
            ? html`<tr>
                <th scope="row" colspan="4">${rest.count ? this.#more(rest.count, equation) : t('inside.rounding')}</th>
                <td class=${isSoftmax ? '' : tone(rest.units)}>${amount(rest.units)}</td>
              </tr>`
            : nothing
        }
        ${
          this.whole
            ? html`<tr>
                <td colspan="5">
                  <button type="button" class="link" @click=${() => {
                    this.whole = false;
                  }}>${t('inside.fewParts')}</button>
                </td>
              </tr>`
            : nothing
        }
        ${
          bias
            ? html`<tr>
                <th scope="row" colspan="4">${rich(t('inside.bias', { name: bias.name }))}</th>
                <td class=${tone(bias.units)}>${amount(bias.units)}</td>
              </tr>`
            : nothing
        }
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan="4">${equation.kind === 'softmax' ? 'Σ' : equation.squeeze === 'tanh' ? html`<i>z</i>` : rich(this.blamed ? t('inside.blameIs', { symbol: equation.symbol }) : equation.symbol)}</th>
          <td>${fixed(total / 10 ** digits, digits)}</td>
        </tr>
      </tfoot>
    </table>`;
  }

  /** @param {number} count @param {Equation} equation */
  #more(count, { kind }) {
    const key =
      kind === 'copy' ? 'inside.zeros' : count === 1 ? 'inside.smallerOne' : 'inside.smaller';
    return html`<button
      type="button"
      class="link"
      aria-expanded=${this.whole ? 'true' : 'false'}
      @click=${() => {
        this.whole = true;
      }}
    >› ${t(key, { count })}</button>`;
  }

  /** @param {{name: string, index?: number}} part */
  #name({ name, index }) {
    const text = name === 'goal' ? t('inside.goal') : name;
    return html`${rich(text)}${index === undefined ? nothing : html`<sub>${index}</sub>`}`;
  }

  /** @param {Part} part @param {Equation['kind']} kind */
  #factors({ a, b }, kind) {
    if (kind === 'log')
      return html`<td></td><td class="soft">−ln ${exactChance(a ?? 0)}</td><td>=</td>`;
    if (kind === 'softmax')
      return html`<td></td><td class="soft"><i>e</i><sup>${fixed(a ?? 0)}</sup></td><td>=</td>`;
    if (a === undefined || b === undefined) return html`<td></td><td></td><td></td>`;
    const first = kind === 'copy' ? fixed(a, 0) : figure(a); // of a one-hot row
    return html`<td>${first}</td><td class="soft">× ${factorOf(b)}</td><td>=</td>`;
  }

  /** @param {{title: string, parts: Part[], more?: number}} goes */
  #goes({ title, parts, more = 0 }) {
    const shown = parts.slice(0, 4);
    const others = parts.length - shown.length + more;
    const digits = digitsFor(shown.map(({ value }) => value));
    const isShare = title === 'power';
    return html`<section class="goes">
      <h3>${t(`inside.goes.${title}`)}</h3>
      <table class="sum">
        <tbody>
          ${shown.map(
            (part) => html`<tr>
              <th scope="row">${this.#name(part)}</th>
              <td>${figure(part.a ?? 0)}</td>
              <td class="soft">${isShare ? `÷ ${fixed(part.b ?? 1, 4)}` : `× ${factorOf(part.b ?? 0)}`}</td>
              <td>=</td>
              <td class=${isShare ? '' : part.value < 0 ? 'minus' : 'plus'}>
                ${isShare ? fixed(part.value, 3) : signed(part.value, digits)}
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${others ? html`<p class="note">${t('inside.more', { count: others })}</p>` : nothing}
    </section>`;
  }

  /** @param {{alpha: number, blame: number, before: number, after: number}} nudge */
  #nudged({ alpha, blame, before, after }) {
    const text = t('inside.nudged', {
      alpha: figure(alpha),
      blame: factor(blame, digitsFor([blame]) + 1),
      moved: signed(after - before, digitsFor([after - before]) + 1),
    });
    const pair = moved('from', 'to', before, after, 4);
    return html`<p class="drawer-note" id="nudged">
      ${text}<br />${pair.from} → <strong>${pair.to}</strong>
    </p>`;
  }
}

const factorOf = (/** @type {number} */ x) => (x < 0 ? `(${figure(x)})` : figure(x));

define('number-drawer', NumberDrawer);
