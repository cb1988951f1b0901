/** The map of chapter 8, which is also where the reader guesses. */
import { html, nothing, svg } from 'lit';
import { mark } from '../../figures/nearest.js';
import { around, between, middleOf, scaleOf, widthOf } from '../../figures/places.js';
import { besidePoints, inLists } from './names.js';
import { mapOf, wordsOf } from './run.js';
import { words as texts } from './words.js';

/** @typedef {import('../../chapter.js').View} View */
/** @typedef {import('../../figures/places.js').Point} Point */
/** @typedef {import('../../figures/places.js').Ellipse} Ellipse */
/** @typedef {import('./run.js').Named} Named */
/** @typedef {'fruit' | 'company' | 'between'} Region */

const WIDE = { width: 720, height: 500, sides: 92, top: 66, bottom: 78, type: 15, pad: 20 };
const NARROW = { width: 350, height: 500, sides: 46, top: 104, bottom: 112, type: 13.5, pad: 13 };
/** @typedef {typeof WIDE} Size */

/** Maps by the frames that they show. @type {WeakMap<any[], Point[][]>} any: frames */
const made = new WeakMap();

/** @param {View} view */
function mapsOf({ frames, language }) {
  let maps = made.get(frames);
  if (!maps) {
    maps = mapOf(frames, wordsOf(language));
    made.set(frames, maps);
  }
  return maps;
}

/** @param {View} view @param {boolean} narrow */
export function drawMap(view, narrow) {
  const of = narrow ? NARROW : WIDE;
  const { phase, frames, language, outcome } = view;
  const said = texts[language];
  const names = wordsOf(language);
  const maps = frames.length < 2 ? [] : mapsOf(view);
  const last = maps.at(-1);
  const shows = phase === 'outcome' && outcome !== null;
  const { fruit, company } = outcome?.more.extents ?? {};
  const frame = (/** @type {unknown} */ content) => html`<svg
    class="word-places"
    viewBox=${`0 0 ${of.width} ${of.height}`}
    style=${`font-size: ${of.type}px`}
    role=${phase === 'asking' ? 'group' : 'img'}
    aria-label=${shows ? said.shown(fruit, company) : said.asking}
  >
    ${content}
  </svg>`;
  if (!last) return frame(waiting(view, of));
  const scale = scaleOf(last, of);
  if (phase === 'playing') {
    const now = between(maps, view.at).map(scale);
    return frame(svg`${marks(now, names)} ${appleAt(now[0], names[0].word)}`);
  }
  const points = last.map(scale);
  const placed = narrow ? inLists(points, names, of, said.comma) : besidePoints(points, names, of);
  const regions = regionsOf(points, names, placed, of);
  const parts = { view, points, names, of };
  return frame(svg`
    ${captions(parts)}
    ${shows ? [guessed(view, regions), ties(parts)] : waiting(view, of)}
    ${phase === 'asking' ? regionsToTap(view, regions) : nothing}
    ${marks(points, names)}
    ${placed.map(
      ({ text, kind, x, y, width, centred }) => svg`<text
        class=${`place-name ${kind.endsWith('Cue') ? 'cue' : ''} ${centred ? 'centred' : ''}`}
        x=${centred ? x + width / 2 : x} y=${y + of.type * 0.35}>${text}</text>`,
    )}
    ${shows ? appleAt(points[0], names[0].word) : nothing}
  `);
}

/** @param {Point[]} points @param {Named[]} names */
const marks = (points, names) =>
  points.map(([x, y], i) => (i ? mark(names[i].kind, x, y) : nothing));

/** @param {Point[]} points @param {Named[]} names @param {import('./names.js').Name[]} placed @param {Size} of */
function regionsOf(points, names, placed, of) {
  const regionOf = (/** @type {string} */ kind) =>
    around(
      points.filter((_, i) => names[i].kind === kind),
      placed.filter((name) => name.kind === kind),
      of.type,
      of.pad,
    );
  const [fruit, company] = [regionOf('fruit'), regionOf('company')];
  const gap = company.x - company.rx - fruit.x - fruit.rx;
  const y = (fruit.y + company.y) / 2;
  const region = {
    x: fruit.x + fruit.rx + gap / 2,
    y,
    rx: Math.min((fruit.rx + company.rx) / 2, gap / 2 - (of === NARROW ? 5 : 16)),
    ry: Math.max((fruit.ry + company.ry) / 2, y - 40), // all of the middle, up to the top
  };
  return /** @type {Record<Region, Ellipse>} */ ({ fruit, company, between: region });
}

/** The word itself, while it has no place. @param {View} view @param {Size} of */
function waiting({ language }, { width, height }) {
  const [{ word }] = wordsOf(language);
  const [x, y] = [width / 2, height * (width < 500 ? 0.54 : 0.72)];
  return svg`<circle class="apple-ring" cx=${x} cy=${y} r="9" />
    <text class="apple-name" x=${x} y=${y + 34}>${word}</text>
    <text class="place-note" x=${x} y=${y + 56}>${texts[language].notPlaced}</text>`;
}

/** @param {Point} at @param {string} word */
const appleAt = ([x, y], word) => svg`<circle class="apple-dot" cx=${x} cy=${y} r="8.5" />
  <text class="apple-name" x=${x} y=${y - 20}>${word}</text>`;

/** @param {View} view @param {Record<Region, Ellipse>} regions */
function regionsToTap(view, regions) {
  const said = texts[view.language];
  return /** @type {Region[]} */ (['fruit', 'company', 'between']).map((value, i) => {
    const { x, y, rx, ry } = regions[value];
    const choose = () => view.choose(value);
    return svg`<g
      class="region"
      role="button"
      tabindex="0"
      aria-label=${`${'ABC'[i]}: ${said.regions[value]}`}
      @click=${choose}
      @keydown=${(/** @type {KeyboardEvent} */ event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose();
      }}
    >
      <ellipse cx=${x} cy=${y} rx=${rx} ry=${ry} />
      <text class="region-name" x=${x} y=${y - ry - 9}>${'ABC'[i]}</text>
    </g>`;
  });
}

/** @param {View} view @param {Record<Region, Ellipse>} regions */
function guessed({ guess, language }, regions) {
  const region = regions[/** @type {Region} */ (guess)];
  if (!region) return nothing;
  const { x, y, rx, ry } = region;
  // Above the middle is the word's own name: there the note goes below.
  const below = guess === 'between';
  return svg`<ellipse class="guessed" cx=${x} cy=${y} rx=${rx} ry=${ry} />
    <text class="region-note" x=${x} y=${below ? y + ry + 20 : y - ry - 9}>${texts[language].guess}</text>`;
}

/**
 * @typedef {{view: View, points: Point[], names: Named[], of: Size}} Parts
 */

/** What the sentences talk about. @param {Parts} parts */
function captions({ view, points, names, of }) {
  const said = texts[view.language];
  return /** @type {const} */ (['fruitCue', 'companyCue']).map((kind) => {
    const group = points.filter((_, i) => names[i].kind === kind);
    const text = of === NARROW ? said[`${kind}Short`] : said[kind];
    const half = widthOf(text, of.type) * 0.56;
    const x = Math.min(of.width - half, Math.max(half, middleOf(group)[0]));
    return svg`<text class=${`group-caption ${kind}`} x=${x} y=${of.height - 14}>${text}</text>`;
  });
}

/** Lines from the word to its twins, arrows to what its sentences talk about. @param {Parts} parts */
function ties({ view, points, names, of }) {
  const said = texts[view.language];
  const { extents, sentences } = view.outcome?.more ?? {};
  const [x, y] = points[0];
  const narrow = of === NARROW;
  return /** @type {const} */ (['fruit', 'company']).map((kind) => {
    const twins = points.filter((_, i) => names[i].kind === kind);
    const [cx, cy] = middleOf(points.filter((_, i) => names[i].kind === `${kind}Cue`));
    const length = Math.hypot(cx - x, cy - y);
    const along = (/** @type {number} */ part) =>
      /** @type {Point} */ ([x + (part * (cx - x)) / length, y + (part * (cy - y)) / length]);
    const [from, to] = [along(26), along(length - (narrow ? 40 : 92))];
    const side = kind === 'fruit' ? -1 : 1;
    // Narrow: inside of the arrows, one above the other. Wide: outside.
    const half = along(length * (narrow ? 0.65 + 0.1 * side : 0.7));
    const noteSide = narrow ? -side : side;
    return svg`<g class=${`ties ${kind}`}>
      ${twins.map((twin) => svg`<line class="tie" x1=${x} y1=${y} x2=${twin[0]} y2=${twin[1]} />`)}
      ${tieNote(said.cosine(extents[kind]), [x, y], twins, of)}
      <line class="pull" x1=${from[0]} y1=${from[1]} x2=${to[0]} y2=${to[1]} />
      <path class="pull-head" d="M0,0L-11,-5.5V5.5Z" transform=${`translate(${to[0]} ${to[1]}) rotate(${(Math.atan2(cy - y, cx - x) * 180) / Math.PI})`} />
      <text class=${`pull-note ${noteSide < 0 ? 'to-left' : ''}`}
        x=${half[0] + noteSide * 12} y=${half[1]}>${narrow ? said.times(sentences[kind]) : said.sentences(sentences[kind])}</text>
    </g>`;
  });
}

/** The cosines: above the lines, or below the twins. @param {string[]} lines @param {Point} apple @param {Point[]} twins @param {Size} of */
function tieNote(lines, [x, y], twins, of) {
  const line = of.type * 1.25;
  const centre = middleOf(twins);
  const side = centre[0] < x ? 0 : of.width;
  const half = Math.max(...lines.map((text) => widthOf(text, of.type))) / 2;
  let at = [
    side ? side - half - 4 : half + 4,
    Math.max(...twins.map((twin) => twin[1])) + 2 * line + 10,
  ];
  if (of !== NARROW) {
    const inner = twins.reduce((a, b) => (Math.abs(b[0] - x) < Math.abs(a[0] - x) ? b : a));
    const top = Math.min(...twins.map((twin) => twin[1]));
    const slope = Math.abs((top - y) / (inner[0] - x));
    at = [(x + inner[0]) / 2, (y + top) / 2 - 11 - slope * half];
  }
  return lines.map(
    (text, i) =>
      svg`<text class="tie-note" x=${at[0]} y=${at[1] - line * (lines.length - 1 - i)}>${text}</text>`,
  );
}
