/** What is followed: the picture, its digit, the network, its moment, and what is drawn of it. */
import { html, nothing } from 'lit';
import { whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { choice } from '../../ui/choice.js';
import { inputOf } from '../../ui/inputs.js';
import { MOMENTS, WAYS } from './networks.js';
import { exampleOf, testPlaces } from './picture.js';

/**
 * @typedef {import('./transfer-inside.js').TransferInside} View
 * @param {import('../images.js').ImagesChapter} images @param {View} view
 * @param {{labels: string[], count: number, change: (change: Partial<View>) => void}} how
 */
export function controls(images, view, { labels, count, change }) {
  const { source, way, moment, shown } = view;
  return html`<div class="inside-controls">
    ${choice({
      id: 'inside-source',
      legend: t('transfer.inside.source'),
      values: /** @type {View['source'][]} */ (['mine', 'test']),
      current: source,
      label: (value) => t(`transfer.inside.source.${value}`),
      choose: (value) => change({ source: value }),
    })}
    ${source === 'test' ? testDigit(images, view, change) : digit(images, view, labels, change)}
    ${choice({
      id: 'inside-way',
      legend: t('transfer.inside.way'),
      values: WAYS,
      current: way,
      label: (value) => t(`transfer.mode.short.${value}`),
      choose: (value) => view.emit('set', { inside: value }),
    })}
    ${choice({
      id: 'inside-moment',
      legend: t('transfer.inside.moment'),
      values: MOMENTS,
      current: moment,
      label: (value) => t(`transfer.inside.moment.${value}`, { count }),
      choose: (value) => change({ moment: value }),
    })}
    ${choice({
      id: 'inside-shown',
      legend: t('transfer.inside.shown'),
      values: /** @type {View['shown'][]} */ (['values', 'blame']),
      current: shown,
      label: (value) => t(`transfer.inside.shown.${value}`),
      choose: (value) => change({ shown: value }),
    })}
  </div>`;
}

/** @param {import('../images.js').ImagesChapter} images @param {View} view @param {(change: Partial<View>) => void} change */
function testDigit(images, view, change) {
  const count = testPlaces(images).length;
  if (!count) return nothing;
  const { nth } = view;
  const step = (/** @type {number} */ by) => change({ nth: (nth + by + count) % count });
  const of = { number: whole((nth % count) + 1), count: whole(count) };
  const label = exampleOf(images, view)?.label ?? '';
  return html`<div class="test-digit" role="group" aria-label=${t('transfer.inside.source.test')}>
    <button type="button" class="plain square" id="test-previous" aria-label=${t('transfer.inside.previous')} @click=${() => step(-1)}>‹</button>
    <span id="test-now">${t('transfer.inside.nth', { ...of, label })}</span>
    <button type="button" class="plain square" id="test-next" aria-label=${t('transfer.inside.next')} @click=${() => step(1)}>›</button>
  </div>`;
}

/** @param {import('../images.js').ImagesChapter} images @param {View} view @param {string[]} labels @param {(change: Partial<View>) => void} change */
function digit(images, view, labels, change) {
  const now = exampleOf(images, view)?.label ?? labels[0] ?? '';
  return html`<label class="true-digit">
    ${t('transfer.inside.label')}
    <select
      id="inside-label"
      data-value=${now}
      @change=${(/** @type {Event} */ event) => change({ label: inputOf(event).value })}
    >
      ${labels.map((label) => html`<option value=${label}>${label}</option>`)}
    </select>
  </label>`;
}
