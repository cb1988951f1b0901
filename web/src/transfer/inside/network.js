/** The network as columns: the picture, the maps of each layer, the classes. */
import { html, nothing } from 'lit';
import { whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { figure, fixed, signed } from '../../inside/figures.js';
import './map-grid.js';
import { levelName, placeName, share } from './names.js';
import { LEVELS } from './picture-net.js';

/**
 * @typedef {import('./picture-net.js').PictureNet} PictureNet
 * @typedef {import('./picture-net.js').Place} Place
 * @typedef {import('./picture-net.js').Level} Level
 *
 * @typedef {object} How
 * @property {'values' | 'blame'} shown
 * @property {Place | null} opened
 * @property {import('./picture-net.js').Opened | null} number the opened number's arithmetic
 * @property {number} channel the map below whose products are open
 * @property {(place: Place) => void} open
 * @property {() => void} close
 * @property {(id: string) => void} tabulate
 */

/** Maps beside each other, and the space between them, by level. */
const LAYOUT = { image: [1, 0], conv1: [4, 1], conv2: [6, 0.75], hidden: [1, 0] };
const HIDDEN_WIDTH = 8;

/** @param {PictureNet} net @param {import('./tables.js').Scene} scene @param {How} how */
export function network(net, scene, how) {
  return html`<ol class=${`network ${how.shown}`} aria-label=${t('transfer.inside.network')}>
    ${LEVELS.map((level, i) => {
      const frozen = level !== 'image' && net.layer(level).frozen;
      return html`<li class=${`level of-${level}`} data-level=${level}>
        <div class="level-head">
          <span class="level-number" aria-hidden="true">${i + 1}</span>
          <h5>${levelName(level)}${frozen ? html` <span class="frozen-tag">${t('transfer.locks.frozen')}</span>` : nothing}</h5>
          <p class="note">${t(`transfer.inside.size.${level}`, sizes(net, level))}</p>
        </div>
        ${level === 'logits' ? classes(net, how) : grid(net, scene, level, how)}
      </li>`;
    })}
  </ol>`;
}

/** @param {PictureNet} net @param {Level} level */
function sizes(net, level) {
  const { height, width, channels } = net.size(level);
  return { height, width, count: whole(channels) };
}

/** @param {PictureNet} net @param {import('./tables.js').Scene} scene @param {Exclude<Level, 'logits'>} level @param {How} how */
function grid(net, scene, level, { shown, opened, number, channel, open, close, tabulate }) {
  const blamed = shown === 'blame';
  const values = blamed ? net.backward(level) : net.forward(level);
  const size = net.size(level);
  const [across, gap] = LAYOUT[level];
  // The hidden numbers are a list; it is folded into rows so that it can be seen.
  const folded =
    level === 'hidden'
      ? { width: HIDDEN_WIDTH, height: Math.ceil(size.channels / HIDDEN_WIDTH), channels: 1 }
      : size;
  const maps = {
    ...folded,
    id: level,
    name: t('transfer.maps.label', { layer: levelName(level), count: whole(folded.channels) }),
    values,
    across: Math.min(across, folded.channels),
    gap,
    tone: blamed ? /** @type {const} */ ('blame') : /** @type {const} */ ('value'),
    label: (/** @type {number} */ index) =>
      `${placeName(net, { level, index })}: ${blamed ? signed(values[index], 4) : figure(values[index])}`,
  };
  const isRead = number?.read === level && level !== 'hidden'; // a score reads all hidden numbers
  const frame = isRead ? { ...number.patch, height: number.height, width: number.width } : null;
  return html`<map-grid
    .frame=${frame && { ...frame, channel: Math.min(channel, size.channels - 1) }}
    .maps=${maps}
    .full=${scene.full[maps.tone]}
    .opened=${opened?.level === level ? opened.index : -1}
    @open-number=${(/** @type {CustomEvent<{index: number}>} */ { detail }) =>
      open({ level, index: detail.index })}
    @close-number=${close}
    @show-table=${() => tabulate(level)}
  ></map-grid>`;
}

/** Scores, bars and percentages; backwards, what each score is blamed for. @param {PictureNet} net @param {How} how */
function classes(net, { shown, opened, open }) {
  const [scores, p, blame] = [
    net.forward('logits'),
    net.forward('probabilities'),
    net.backward('logits'),
  ];
  const blamed = shown === 'blame';
  return html`<table class="classes" id="classes">
    <thead>
      <tr>
        <th scope="col">${t('transfer.inside.digit')}</th>
        <th scope="col">${t(blamed ? 'transfer.inside.blame' : 'transfer.inside.scoreHead')}</th>
        <th scope="col" colspan="2">${t('transfer.inside.softmaxHead')}</th>
      </tr>
    </thead>
    <tbody>
      ${net.labels.map((label, i) => {
        const isOpen = opened?.level === 'logits' && opened.index === i;
        const number = blamed ? signed(blame[i], 3) : fixed(scores[i], 2);
        return html`<tr class=${i === net.target ? 'true' : ''}>
          <th scope="row">${label}${i === net.target ? html`<span class="visually-hidden"> ${t('transfer.inside.true')}</span>` : nothing}</th>
          <td>
            <button
              type="button"
              class=${`link ${isOpen ? 'open' : ''} ${blamed ? (blame[i] < 0 ? 'raise' : 'lower') : ''}`}
              aria-label=${`${placeName(net, { level: 'logits', index: i })}: ${number}`}
              aria-expanded=${isOpen ? 'true' : 'false'}
              @click=${() => open({ level: 'logits', index: i })}
            >${number}</button>
          </td>
          <td class="bar-cell"><span class="bar" aria-hidden="true"><span style=${`transform: scaleX(${p[i] || 0})`}></span></span></td>
          <td class="share">${share(p[i])}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
