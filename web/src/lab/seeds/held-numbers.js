/** Below a score or an evaluation: its mean and spread over the runs. */
import { html, nothing } from 'lit';
import { significant, similarity, whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { sectionName } from '../ask/evaluate-section.js';

/**
 * @typedef {import('../../api/repeat-questions.js').Held} Held
 * @typedef {import('../../api/repeat-questions.js').Measured} Measured
 */

/** @param {Measured} number */
function line({ name, runs, mean, spread, least, most }) {
  const format = name === 'perplexity' || name === 'bitsPerWord' ? significant : similarity;
  const values = {
    runs: whole(runs),
    mean: format(mean),
    spread: format(spread),
    least: format(least),
    most: format(most),
  };
  return html`<p class="note">${t(`seeds.number.${name}`, values)}</p>`;
}

/** gender 0.98 ± 0.02 · capital 1.00 ± 0.00 @param {Measured[]} numbers */
const sections = (numbers) =>
  numbers
    .map(
      ({ section = '', mean, spread }) =>
        `${sectionName(section)} ${similarity(mean)} ± ${similarity(spread)}`,
    )
    .join(' · ');

/** @param {string} name of the question @param {Held} held */
export function numbersNote(name, { numbers, runs }) {
  const overall = numbers.filter(({ section }) => section === undefined);
  const parts = numbers.filter(({ section }) => section !== undefined);
  const fewer = overall.find((number) => number.runs < runs);
  return html`<div class="held" id=${`held-${name}`}>
    ${overall.map(line)} ${parts.length > 1 ? html`<p class="note">${sections(parts)}</p>` : nothing}
    ${
      fewer
        ? html`<p class="note">${t('seeds.noCorrelation', { none: runs - fewer.runs, runs })}</p>`
        : nothing
    }
  </div>`;
}
