/** A scene as templates: lines below the numbers, the numbers, wires and text above them. */
import { html, nothing, svg } from 'lit';
import { t } from '../i18n/index.js';
import './number-block.js';
import { css } from './number-block.js';
import { rich, richSvg } from './rich.js';
import { BLAME } from './scene.js';
import { widthOf } from './text-width.js';

/**
 * @typedef {import('./scene.js').Scene} Scene
 * @typedef {import('./scene.js').Mark} Mark
 * @typedef {import('./scene.js').Stop} Stop
 */

const BELOW = /^(band|rule|memory( back)?|lane-box)$/;
const PAPER = 690; // pixels across A4 or Letter
const TONES = ['forward', 'blame', 'quiet', 'trail', 'rail', 'up'];

/**
 * @param {Scene} scene
 * @param {{stop: number, opened: import('./scene.js').Place | null, scale: number,
 *   kind: string, go: ((stop: number) => void) | null}} how go: null if the stop cannot be chosen
 */
export function drawing(scene, { stop, opened, scale, kind, go }) {
  const { width, wide = width, height, blocks, wires, full } = scene;
  const below = scene.marks.filter(({ look }) => BELOW.test(look ?? ''));
  const pinned = scene.marks.filter(({ look }) => look?.endsWith('pinned'));
  const above = scene.marks.filter((mark) => !below.includes(mark) && !pinned.includes(mark));
  const [size, own] = [css({ width: wide, height }, scale), css({ width, height }, scale)];
  const box = `0 0 ${wide} ${height}`;
  const paper = `--paper: ${Math.min(1, PAPER / (width * scale)).toFixed(3)}`;
  return html`<div class=${`inside-drawing at-${stop}`} style=${`${css({ height, 'font-size': 14 }, scale)};${paper}`}>
    <div role="group" aria-label=${t('inside.stops')}>
      ${scene.stops.map((one) => station(fitting(one, scene), stop, scale, go))}
    </div>
    <div class=${wide > width ? 'inside-scroll' : ''}>
    <svg class="inside-lines" viewBox=${box} style=${size} aria-hidden="true">
      ${below.map(drawn)}
    </svg>
    ${blocks.map(
      (block) => html`<number-block
        .block=${block}
        .full=${full[block.tone]}
        .scale=${scale}
        .opened=${opened?.block === block.id ? opened : null}
      ></number-block>`,
    )}
    <svg class="inside-lines" viewBox=${box} style=${size} aria-hidden="true">
      <defs>${TONES.map(head)}</defs>
      ${wires.map(wire)} ${above.map(drawn)}
    </svg>
    </div>
    <svg class="inside-lines" viewBox=${`0 0 ${width} ${height}`} style=${own} aria-hidden="true">
      ${rail(scene.stops, stop, kind)} ${pinned.map(drawn)}
    </svg>
  </div>`;
}

const head = (/** @type {string} */ tone) => svg`<marker
  id=${`head-${tone}`}
  class=${`head ${tone}`}
  viewBox="0 0 10 10"
  refX="9"
  refY="5"
  markerWidth="7"
  markerHeight="7"
  markerUnits="userSpaceOnUse"
  orient="auto-start-reverse"
><path d="M0 1 10 5 0 9z"></path></marker>`;

/** @param {import('./scene.js').Wire} wire */
const wire = ({ d, tone, arrow }) => svg`<path
  class=${`wire ${tone}`}
  d=${d}
  marker-end=${arrow === 'end' ? `url(#head-${tone})` : nothing}
  marker-start=${arrow === 'start' ? `url(#head-${tone})` : nothing}
></path>`;

/** @param {Mark} mark */
function drawn(mark) {
  if (mark.kind === 'text') {
    const { x, y, text, anchor = 'start', look = '' } = mark;
    return svg`<text class=${look} x=${x} y=${y} text-anchor=${anchor}>${richSvg(text)}</text>`;
  }
  if (mark.kind === 'rect') {
    const { x, y, w, h } = mark.box;
    return svg`<rect class=${mark.look} x=${x} y=${y} width=${Math.max(0, w)} height=${h} rx=${mark.r ?? 0}></rect>`;
  }
  if (mark.kind === 'dot') {
    return svg`<circle class=${mark.look} cx=${mark.x} cy=${mark.y} r=${mark.r}></circle>`;
  }
  return svg`<path class=${mark.look} d=${mark.d}></path>`;
}

/** Without its second line if that would run into the next stop. @param {Stop} one @param {Scene} scene @returns {Stop} */
function fitting(one, { stops, width }) {
  const right = stops.filter(({ x, y, ends }) => y === one.y && x > one.x && !ends);
  const room = Math.min(width, ...right.map(({ x }) => x - 8)) - one.x - 30;
  return widthOf(one.sub, 12.5) > room && !one.ends ? { ...one, sub: '' } : one;
}

/** A stop is a button. @param {Stop} one @param {number} now @param {number} scale @param {((stop: number) => void) | null} go */
function station({ stop, shown, x, y, name, sub, ends }, now, scale, go) {
  const place = `top: ${((y - 18) * scale).toFixed(1)}px; ${ends ? 'right' : 'left'}: ${
    ends ? '22px' : `${((x - 4) * scale).toFixed(1)}px`
  }`;
  const tone = stop >= BLAME ? 'back' : '';
  if (!shown) {
    return html`<p class="station out" style=${place}>
      <span class="number"></span><span><s>${name}</s><small>${rich(sub)}</small></span>
    </p>`;
  }
  const text = html`<span class="number">${shown}</span><span>${name}${sub ? html`<small>${rich(sub)}</small>` : nothing}</span>`;
  const state = stop === now ? 'now' : stop < now ? 'passed' : '';
  const look = `station ${tone} ${state} ${ends ? 'ends' : ''} stop-${stop}`;
  if (!go) return html`<p class=${look} style=${place}>${text}</p>`;
  return html`<button
    type="button"
    class=${look}
    style=${place}
    aria-current=${stop === now ? 'step' : nothing}
    @click=${() => go(stop)}
  >
    ${text}
  </button>`;
}

/** Of a stop (stations.css). @param {string} name */
const nameWidth = (name) => widthOf(name, 15.5, 650);

/** The lines between the stops. @param {Stop[]} stops @param {number} now @param {string} kind */
function rail(stops, now, kind) {
  const forward = stops.filter(({ stop }) => stop < BLAME);
  const lines = forward.slice(1).flatMap((to, i) => {
    const from = forward[i];
    if (from.y !== to.y) return [];
    const start = from.x + 42 + nameWidth(from.name);
    const end = to.x - 8;
    if (end - start < 12) return [];
    const tone = to.stop <= now && now < BLAME ? 'forward' : 'rail';
    return [wire({ d: `M${start} ${from.y}H${end}`, tone, arrow: 'end' })];
  });
  const [blame, nudge] = [
    stops.find(({ stop }) => stop === 6),
    stops.find(({ stop }) => stop === 7),
  ];
  if (!blame || !nudge) return lines;
  const start = nudge.x + 42 + nameWidth(nudge.name);
  const end = blame.x - 42 - nameWidth(blame.name);
  const room = end - start;
  if (room < 60) return lines;
  const y = nudge.y;
  const back = now >= BLAME;
  lines.push(
    svg`<path class=${`wire way ${back ? 'blame' : 'rail'}`} d=${`M${end} ${y}H${start}`}></path>`,
  );
  const whole = captions(kind, back);
  const part = room / whole.length;
  const texts = whole.every((text) => widthOf(text, 14) + 70 < part) ? whole : [];
  /** @type {[number, number][]} */
  const taken = [];
  for (const [i, text] of texts.entries()) {
    const middle = end - part * (i + (back ? 0.5 : 0.6));
    const half = widthOf(text, 13) / 2;
    taken.push([middle - half - 16, middle + half + 16]);
    lines.push(
      svg`<rect class="way-room" x=${middle - half - 8} y=${y - 10} width=${2 * half + 16} height="20"></rect>`,
      svg`<text class="on-way" x=${middle} y=${y + 4.5} text-anchor="middle">${richSvg(text)}</text>`,
    );
  }
  const heads = [0.04, 0.36, 0.69, 0.99]
    .map((share) => end - share * room)
    .filter((x) => taken.every(([from, to]) => x < from || x > to));
  const tone = back ? 'blame' : 'rail';
  for (const x of heads) {
    lines.push(svg`<path class=${`way-head ${tone}`} d=${`M${x - 8} ${y}l8 -4v8z`}></path>`);
  }
  return lines;
}

/** @param {string} kind @param {boolean} back */
function captions(kind, back) {
  if (!back) return [t('inside.way.later')];
  if (kind === 'elmo') return [t('inside.elmo.way')];
  if (kind !== 'nnlm') return [t('inside.way.w2v.6'), t('inside.way.w2v.2')];
  return [t('inside.way.6'), t('inside.way.3'), t('inside.way.2')];
}
