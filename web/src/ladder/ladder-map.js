import { html, nothing, svg } from 'lit';
import { define, given, LabElement } from '../ui/base.js';
import { Chart } from '../ui/chart.js';
import { identityMap, miniMap, paths } from './mini-map.js';

const HEIGHT = 164;

/**
 * @typedef {object} Scene content of a map
 * @property {'identity' | 'words' | 'plane' | 'cloud' | 'empty'} kind
 * @property {number} [count] size of an identity matrix
 * @property {Float32Array} [positions]
 * @property {number[]} [groups] one group per point, −1 for none
 * @property {boolean[]} [hollow]
 * @property {Map<number, string>} [names] points with a name
 * @property {Map<number, string>} [pins] points that are drawn as a name
 * @property {import('./mini-map.js').Arrow[]} [arrows]
 * @property {string} [summary] text for screen readers
 */

/** A small map of a model's vectors. It is redrawn when the scene changes. */
export class LadderMap extends LabElement {
  static properties = given('scene');

  constructor() {
    super();
    /** @type {Scene} */
    this.scene = { kind: 'empty' };
    this.chart = new Chart(this);
    this.chart.watch(this);
  }

  #drawn() {
    const { kind, count = 0, positions, groups = [], hollow = [], ...rest } = this.scene;
    const box = { width: this.chart.units, height: HEIGHT };
    const groupOf = (/** @type {number} */ i) => groups[i] ?? -1;
    if (kind === 'identity') return identityMap(count, groupOf, box);
    const drawn = { ...rest, hollow: (/** @type {number} */ i) => hollow[i] ?? false };
    return miniMap(positions ?? new Float32Array(), groupOf, box, drawn);
  }

  render() {
    const { units: width, scale } = this.chart;
    if (width < 40 || this.scene.kind === 'empty') {
      return html`<div class="ladder-empty"></div>`;
    }
    const { marks, names, pins, arrows } = this.#drawn();
    return html`<svg
      class=${`ladder-map ${this.scene.kind}`}
      viewBox=${`0 0 ${width} ${HEIGHT}`}
      width=${width * scale}
      height=${HEIGHT * scale}
      role="img"
      aria-label=${this.scene.summary ?? nothing}
    >
      ${paths(marks).map(({ group, hollow, d }) => svg`<path d=${d} class=${look(group, hollow)}></path>`)}
      ${arrows.map(({ d, dashed }) => svg`<path d=${d} class=${`arrow ${dashed ? 'dashed' : ''}`}></path>`)}
      ${names.map(({ x, y, text }) => svg`<text x=${x} y=${y}>${text}</text>`)}
      ${pins.map(
        ({ x, y, text }) => svg`<g class="pin" transform=${`translate(${x}, ${y})`}>
          <circle r="8"></circle><text text-anchor="middle">${text}</text>
        </g>`,
      )}
    </svg>`;
  }
}

const look = (/** @type {number} */ group, /** @type {boolean} */ hollow) =>
  `${group < 0 ? 'other' : `group-${group + 1}`} ${hollow ? 'hollow' : ''}`;

define('ladder-map', LadderMap);
