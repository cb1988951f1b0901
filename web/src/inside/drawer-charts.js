/** The charts of an opened number as SVG: the running sum, the squeeze. */
import { svg } from 'lit';
import { fixed } from './figures.js';
import { richSvg } from './rich.js';

const round = (/** @type {number} */ x) => Math.round(x * 10) / 10;

/**
 * The sum after each part, one step per part: blue up, orange down.
 * @param {number[]} sums the first is the bias, or 0 @param {{width: number, height: number,
 *   value: string, groups: {name: string, value: number}[], caption: string}} how
 */
export function sumChart(sums, { width, height, value, groups, caption }) {
  const low = Math.min(0, ...sums.filter(Number.isFinite));
  const high = Math.max(0, ...sums.filter(Number.isFinite));
  const span = high - low || 1;
  const [left, right, top, bottom] = [44, width - 84, 22, height - 44];
  const x = (/** @type {number} */ i) => left + ((right - left) * i) / Math.max(1, sums.length - 1);
  const y = (/** @type {number} */ v) => top + ((bottom - top) * (high - v)) / span;
  const digits = span < 0.1 ? 4 : span < 1 ? 2 : 1;
  let [up, down] = ['', ''];
  for (let i = 1; i < sums.length; i++) {
    if (!Number.isFinite(sums[i])) continue;
    const step = `M${round(x(i - 1))} ${round(y(sums[i - 1]))}V${round(y(sums[i]))}H${round(x(i))}`;
    if (sums[i] >= sums[i - 1]) up += step;
    else down += step;
  }
  const last = sums[sums.length - 1];
  const part = (right - left) / Math.max(1, groups.length);
  return svg`<svg class="sum-chart" viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <path class="axis" d="M${left} ${round(y(0))}H${right + 50}"></path>
    ${[0, high, low]
      .filter((v, i) => i === 0 || Math.abs(y(v) - y(0)) > 14)
      .map(
        (v) =>
          svg`<text class="small" x=${left - 8} y=${round(y(v)) + 4} text-anchor="end">${fixed(v, v ? digits : 0)}</text>`,
      )}
    <path class="sum up" d=${up}></path>
    <path class="sum down" d=${down}></path>
    <path class="drop" d="M${right} ${round(y(last))}H${right + 40}"></path>
    <circle class="dot" cx=${right + 44} cy=${round(y(last))} r="4.5"></circle>
    <text class="strong" x=${right + 44} y=${round(y(last)) - 10} text-anchor="middle">${value}</text>
    ${
      groups.length > 1 && groups.length < 8
        ? groups.map(
            ({ name, value: sum }, i) =>
              svg`<text x=${round(left + part * i)} y=${height - 22}><tspan class="strong">${name}</tspan><tspan x=${round(left + part * i)} dy="16">${sum > 0 ? '+' : ''}${fixed(sum, Math.max(2, digits))}</tspan></text>`,
          )
        : svg`<text class="small" x=${(left + right) / 2} y=${height - 8} text-anchor="middle">${caption}</text>`
    }
    ${
      groups.length > 1 && groups.length < 8
        ? svg`<text class="small" x=${right - 4} y="12" text-anchor="end">${caption}</text>`
        : ''
    }
  </svg>`;
}

const CURVES = {
  tanh: { f: Math.tanh, low: -1, reach: 3 },
  sigmoid: { f: (/** @type {number} */ x) => 1 / (1 + Math.exp(-x)), low: 0, reach: 6 },
};

/** @param {'tanh' | 'sigmoid'} name @param {number} from @param {number} to @param {string} caption */
export function squeezeChart(name, from, to, caption) {
  const { f, low, reach } = CURVES[name];
  const [width, height, left, right, top, bottom] = [270, 190, 50, 240, 18, 142];
  const most = Math.max(reach, Math.min(12, Math.abs(from) * 1.2 || 0));
  const x = (/** @type {number} */ v) => left + ((right - left) * (v + most)) / (2 * most);
  const y = (/** @type {number} */ v) => top + ((bottom - top) * (1 - v)) / (1 - low);
  const points = Array.from({ length: 61 }, (_, i) => {
    const v = -most + (2 * most * i) / 60;
    return `${i ? 'L' : 'M'}${round(x(v))} ${round(y(f(v)))}`;
  });
  const at = Math.max(-most, Math.min(most, from || 0));
  const above = to < (1 + low) / 2 ? -8 : 0;
  return svg`<svg class="squeeze-chart" viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <path class="axis dashed" d="M${left} ${y(1)}H${right}M${left} ${y(low)}H${right}"></path>
    <path class="axis" d="M${left} ${round(y(0))}H${right}M${round(x(0))} ${top - 6}V${bottom + 4}"></path>
    <text class="small" x=${left - 6} y=${y(1) + 4} text-anchor="end">1</text>
    <text class="small" x=${left - 6} y=${y(low) + 4} text-anchor="end">${fixed(low, 0)}</text>
    <path class="curve" d=${points.join('')}></path>
    <path class="drop" d="M${round(x(at))} ${round(y(0))}V${round(y(to))}H${round(x(0))}"></path>
    <circle class="point" cx=${round(x(at))} cy=${round(y(to))} r="4.5"></circle>
    <text class="true" x=${round(x(0)) - 6} y=${round(y(to)) + 4 + above} text-anchor="end">${fixed(to)}</text>
    <text class="small" x=${round(x(at))} y=${round(y(0)) + (to < 0 ? -6 : 15)} text-anchor="middle">${fixed(from, 3)}</text>
    <text x=${width / 2} y=${height - 6} text-anchor="middle">${richSvg(caption)}</text>
  </svg>`;
}
