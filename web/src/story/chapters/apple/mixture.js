/** Likeness to the fruit and to the companies, over the mixture of sentences. */
import { line as lineOf } from 'd3-shape';
import { html, svg } from 'lit';
import { mark } from '../../figures/nearest.js';
import { words } from './words.js';

/** @typedef {import('./run.js').Place} Place */

const WIDE = { width: 720, height: 260, left: 44, right: 130, top: 16, bottom: 14, type: 14 };
const NARROW = { width: 350, height: 264, left: 30, right: 14, top: 62, bottom: 14, type: 13.5 };
const [LOW, HIGH] = [0.1, 1];
const TICKS = [1, 0.6, 0.2];

/**
 * @param {import('../../chapter.js').View} view
 * @param {Record<number, Place>} places by percent of fruit, as far as they are trained
 * @param {number} percent where the handle is
 * @param {boolean} narrow
 */
export function drawMixtures({ language }, places, percent, narrow) {
  const said = words[language];
  const of = narrow ? NARROW : WIDE;
  const x = (/** @type {number} */ at) => of.left + (at / 100) * (of.width - of.left - of.right);
  const y = (/** @type {number} */ value) =>
    of.top + ((HIGH - value) / (HIGH - LOW)) * (of.height - of.top - of.bottom);
  const all = Object.entries(places)
    .map(([at, place]) => ({ at: Number(at), place }))
    .sort((a, b) => a.at - b.at);
  const path = lineOf(
    (/** @type {[number, number]} */ point) => x(point[0]),
    (point) => y(point[1]),
  );
  const curve = (/** @type {'fruit' | 'company'} */ kind, /** @type {string} */ name) => {
    const points = all.map(({ at, place }) => /** @type {[number, number]} */ ([at, place[kind]]));
    const end = points.at(-1)?.[1] ?? 1;
    const here = places[percent]?.[kind];
    return svg`<g class=${`mixture-curve ${kind}`}>
      <path class="mixture-line" d=${path(points) ?? ''} />
      ${points.map(([at, value]) => mark(kind, x(at), y(value), at === percent ? 8 : 5))}
      ${
        narrow
          ? svg`${mark(kind, of.left + 8, kind === 'fruit' ? 12 : 34)}
            <text class="curve-name" x=${of.left + 22} y=${kind === 'fruit' ? 17 : 39}>${name} ${here?.toFixed(2) ?? ''}</text>`
          : svg`<text class="curve-name" x=${x(100) + 14} y=${(all.at(-1)?.at === 100 ? y(end) : y(kind === 'fruit' ? 0.95 : 0.4)) + 5}>${name}</text>
            ${here === undefined ? '' : svg`<text class="curve-value" x=${x(percent) + (percent > 80 ? -12 : 12)} y=${y(here) + (valueAbove(kind, places[percent]) ? -12 : 24)} text-anchor=${percent > 80 ? 'end' : 'start'}>${here.toFixed(2)}</text>`}`
      }
    </g>`;
  };
  return html`<svg
    class="mixture-plot"
    viewBox=${`0 0 ${of.width} ${of.height}`}
    style=${`font-size: ${of.type}px`}
    role="img"
    aria-label=${said.curve}
  >
    ${TICKS.map(
      (tick) => svg`<line class="tick" x1=${of.left} x2=${x(100)} y1=${y(tick)} y2=${y(tick)} />
        <text class="tick-name" x=${of.left - 8} y=${y(tick) + 4.5}>${tick.toFixed(1)}</text>`,
    )}
    <line class="mixture-here" x1=${x(percent)} x2=${x(percent)} y1=${of.top - 6} y2=${of.height} />
    ${curve('company', said.likeCompany)} ${curve('fruit', said.likeFruit)}
  </svg>`;
}

/** Whether the number belongs above its curve: it is the higher one. @param {'fruit' | 'company'} kind @param {Place} place */
const valueAbove = (kind, { fruit, company }) =>
  kind === 'fruit' ? fruit >= company : company > fruit;
