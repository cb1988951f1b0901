import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';

/**
 * The word under the pointer: how often it occurs, and its group.
 * @param {import('./embedding-map.js').EmbeddingMap} map
 * @param {{index: number, x: number, y: number}} tip
 */
export function mapTip({ words, vocabulary, groups, groupNames, chart }, { index, x, y }) {
  if (!words[index]) return nothing;
  const group = groupNames[groups?.[index] ?? -1];
  const { count } = vocabulary[index];
  const side = x > chart.box.width / 2 ? 'left' : 'right';
  return html`<p class=${`map-tip ${side}`} style=${`left: ${x}px; top: ${y}px`} aria-hidden="true">
    <strong>${words[index]}</strong>
    <span>${[t('map.count', { count }), group].filter(Boolean).join(' · ')}</span>
  </p>`;
}
