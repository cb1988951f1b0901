import { html, svg } from 'lit';
import { t } from '../../i18n/index.js';
import { fitView, toScreen } from '../../plots/fit.js';
import { placeLabels } from '../../plots/labels.js';
import { markOf, markPath } from '../../plots/marks.js';
import { define, given, LabElement } from '../../ui/base.js';

const BOX = { width: 340, height: 260, paddingX: 34, paddingY: 20 };
const NAMED = 18;
const RADIUS = 3;

/** The maps of two runs side by side; the same words are named in both. */
export class RunMaps extends LabElement {
  static properties = given('pair groups');

  constructor() {
    super();
    /** @type {import('./runs-table.js').Pair | null} */
    this.pair = null;
    /** The group of each word, if the corpus has groups. @type {Record<string, string> | null} */
    this.groups = null;
  }

  render() {
    const { pair } = this;
    if (!pair) return '';
    const known = new Set(pair.left.map.words);
    const shared = pair.right.map.words.filter((word) => known.has(word));
    const grouped = shared.filter((word) => this.groups?.[word]);
    const named = new Set((grouped.length ? grouped : shared).slice(0, NAMED));
    return html`<div class="run-maps" id="run-maps">
      ${[pair.left, pair.right].map((one) => this.#map(one, named))}
      <p class="note">${t('runs.aligned', { count: shared.length })}</p>
    </div>`;
  }

  /** @param {import('./runs-table.js').Pair['left']} one @param {Set<string>} named */
  #map({ name, map: { words, positions } }, named) {
    const ids = [...new Set(Object.values(this.groups ?? {}))];
    const groupOf = (/** @type {number} */ i) => ids.indexOf(this.groups?.[words[i]] ?? '');
    const view = fitView(positions, BOX, (i) => named.has(words[i]));
    const none = { x: 0, y: 0, k: 1 };
    const screen = toScreen(positions, view, none, BOX, new Float32Array(positions.length));
    const x = (/** @type {number} */ i) => screen[2 * i];
    const y = (/** @type {number} */ i) => screen[2 * i + 1];
    const order = words.map((_, i) => i).filter((i) => 2 * i < screen.length);
    const named_ = order.filter((i) => named.has(words[i]));
    const labels = placeLabels(
      { candidates: named_, x, y, measure: (i) => widthOf(words[i]), solid: named_ },
      { ...BOX, most: NAMED },
    );
    return html`<figure>
      <figcaption>${name}</figcaption>
      <svg viewBox=${`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label=${t('runs.mapOf', { name })}>
        ${order.map((i) => {
          const group = groupOf(i);
          const { colour, shape } = markOf(Math.max(0, group));
          const look = group < 0 ? 'var(--dot)' : `var(--group-${colour + 1})`;
          const size = group < 0 ? RADIUS / 2 : RADIUS;
          const move = `translate(${x(i).toFixed(1)} ${y(i).toFixed(1)}) scale(${size})`;
          return svg`<path d=${markPath(group < 0 ? 'circle' : shape)} transform=${move}
            style=${`fill: ${look}`}><title>${words[i]}</title></path>`;
        })}
        ${labels.map(({ index, x: left, y: middle }) => svg`<text x=${left} y=${middle + 4}>${words[index]}</text>`)}
      </svg>
    </figure>`;
  }
}

/** An upper limit of the width of a label. @param {string} text */
const widthOf = (text) =>
  [...text].reduce((sum, c) => sum + (/\p{Script=Han}/u.test(c) ? 12 : 7.2), 0);

define('run-maps', RunMaps);
