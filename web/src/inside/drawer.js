/** The drawer of an opened number: its arithmetic, and what can be done with it. */
import { html, nothing } from 'lit';
import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { digitsFor } from './figures.js';
import { headline } from './headline.js';
import './number-drawer.js';
import { isLookUp } from './pictures.js';
import './prove-it.js';
import { bare } from './rich.js';
import { BLAME, NUDGE } from './scene.js';

/**
 * @typedef {import('./pictures.js').Picture} Picture
 * @typedef {import('./scene.js').Place} Place
 * @typedef {import('./machine.js').Shown} Shown
 */

/** The opened number as an equation; from the blame on, of its gradient. @param {Picture} picture @param {Place} opened @param {number} stop */
export function equationOf(picture, opened, stop) {
  const backward = stop >= BLAME ? picture.backward(opened) : null;
  const equation = backward ?? picture.forward(opened);
  const digits = digitsFor([equation.sum, ...equation.parts.map(({ value }) => value)]);
  return { backward, equation, heard: bare(headline(equation, Boolean(backward), digits)) };
}

/**
 * @param {{picture: Picture, opened: Place, shown: Shown, stop: number, kind: string,
 *   changes: import('./machine.js').Change[], limits: import('./limits.js').Limits}} what
 * @param {{measure: import('./prove-it.js').ProveIt['measure'],
 *   change: (change: import('./machine.js').Change) => void}} how
 */
export function drawer(
  { picture, opened, shown, stop, kind, changes, limits },
  { measure, change },
) {
  const { backward, equation } = equationOf(picture, opened, stop);
  const entry = picture.entry(opened);
  const weight = entry?.name.includes('.weight') || entry?.name.includes('.bias');
  const moved = backward && stop === NUDGE && entry ? movedBy(picture, entry) : null;
  const value = picture.forward(opened).value;
  const nudge = moved && backward ? { ...moved, alpha: shown.alpha, blame: backward.value } : null;
  const oneHot = isLookUp(kind) && opened.block === 'c';
  const V = equation.parts.length;
  const at = shown.trace.sentence[shown.example.position];
  const power = equation.kind === 'softmax' ? t('inside.powers') : '';
  const note = oneHot ? t('inside.weightOneHot', { count: V, zeros: V - 1, row: at + 1 }) : power;
  return html`<div class="inside-drawer" role="region" aria-labelledby="drawer-title">
    <number-drawer
      .equation=${equation}
      .blamed=${Boolean(backward)}
      .nudge=${nudge}
      .block=${opened.block}
      .note=${note}
    ></number-drawer>
    ${oneHot ? multiplications(V, shown.sizes.get('embedding.weight') ?? 0) : nothing}
    ${
      entry && limits.frees('prove')
        ? html`<prove-it
            .entry=${entry}
            .value=${value}
            .was=${wasOf(entry, changes)}
            .weight=${Boolean(weight)}
            .measure=${measure}
            .random=${() => neighboursOf(entry, shown)}
            .note=${kind === 'cbow' ? t('inside.cbowWeight') : ''}
            .nudging=${stop === NUDGE}
            .subject=${`${entry.name} ${entry.row} ${entry.col} ${shown.hash} ${shown.sentence.join(' ')} ${shown.example.position}`}
            @change-number=${(/** @type {CustomEvent<{value: number}>} */ { detail }) =>
              change({ name: 'set', entry, value: detail.value, before: value })}
            @take-nudge=${() => change({ name: 'step', example: shown.example })}
          ></prove-it>`
        : nothing
    }
  </div>`;
}

/** What the formula costs, and what looking up costs. @param {number} rows @param {number} cols */
const multiplications = (rows, cols) => html`<table class="sum" id="multiplications">
  <tbody>
    <tr>
      <th scope="row">${t('inside.byFormula')}</th>
      <td>${t('inside.multiplications', { rows, cols, count: whole(rows * cols) })}</td>
    </tr>
    <tr><th scope="row">${t('inside.byLookUp')}</th><td>${t('inside.none')}</td></tr>
  </tbody>
</table>`;

/** The first value of a weight that was changed. @param {import('../worker/wasm').Entry} entry @param {import('./machine.js').Change[]} changes */
function wasOf({ name, row, col }, changes) {
  for (const change of changes) {
    if (change.name !== 'set') continue;
    const { entry } = change;
    if (entry.name === name && entry.row === row && entry.col === col) return change.before;
  }
  return null;
}

/** How a parameter moves at the nudge. @param {import('./pictures.js').Picture} picture @param {import('../worker/wasm').Entry} entry */
function movedBy({ changes }, { name, row, col }) {
  const change = changes.find((one) => one.name === name);
  if (!change) return null;
  const n = change.of ? change.of.indexOf(row) : row;
  if (n < 0) return null;
  const at = n * change.cols + col;
  return { before: change.before[at], after: change.after[at] };
}

/** Ten numbers of the same row, evenly spread. @param {import('../worker/wasm').Entry} entry @param {import('./machine.js').Shown} shown */
function neighboursOf(entry, { trace, weights, sizes }) {
  const quantity = trace.forward.find(({ name }) => name === entry.name);
  const cols = quantity?.cols ?? sizes.get(entry.name) ?? weights.get(entry.name)?.length ?? 1;
  const many = Math.min(10, cols);
  return Array.from({ length: many }, (_, i) => ({ ...entry, col: Math.floor((i * cols) / many) }));
}
