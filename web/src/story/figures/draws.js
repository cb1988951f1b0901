import { html, nothing } from 'lit';

/**
 * Rows of dots on one scale: each row is a way of doing it, each dot one try.
 *
 * @typedef {object} Row
 * @property {string} id for its style
 * @property {string} name
 * @property {string} [note] below the name
 * @property {number[]} values the tries so far
 * @property {string} score '' while unknown
 * @property {string} [small] after the score
 * @property {number} [mean] drawn as a line, with the spread as a band around it
 * @property {number} [spread]
 * @property {boolean} [guessed]
 * @property {string} label the row in words
 */

/**
 * @param {Row[]} rows
 * @param {{range: [number, number], ticks: number[], unit?: string, guess?: string}} scale guess:
 *   what is written at a row that the reader guessed
 */
export function draws(rows, { range: [low, high], ticks, unit = '', guess = '' }) {
  const at = (/** @type {number} */ value) =>
    `${(100 * (Math.min(high, Math.max(low, value)) - low)) / (high - low)}%`;
  const grid = ticks.map(
    (tick) => html`<span class="draws-tick" style=${`inset-inline-start:${at(tick)}`}></span>`,
  );
  const band = (/** @type {Row} */ { mean, spread = 0 }) => {
    if (mean === undefined) return nothing;
    const from = Math.max(low, mean - spread);
    const wide = Math.min(high, mean + spread) - from;
    return html`<span
        class="draws-band"
        style=${`inset-inline-start:${at(from)};inline-size:${(100 * wide) / (high - low)}%`}
      ></span>
      <span class="draws-mean" style=${`inset-inline-start:${at(mean)}`}></span>`;
  };
  return html`<div class="draws">
    ${rows.map(
      (row) => html`<div class=${`draws-row ${row.id} ${row.guessed ? 'guessed' : ''}`}>
        <p class="draws-name">
          <b>${row.name}</b>
          <small>${row.note}${row.guessed ? html` <span class="draws-guess">· ${guess}</span>` : nothing}</small>
        </p>
        <div class="draws-track" role="img" aria-label=${row.label}>
          ${grid} ${band(row)}
          ${row.values.map(
            (value) =>
              html`<span class="draws-dot" style=${`inset-inline-start:${at(value)}`}></span>`,
          )}
        </div>
        <p class="draws-score"><b>${row.score || '?'}</b> <small>${row.small ?? ''}</small></p>
      </div>`,
    )}
    <div class="draws-row draws-scale" aria-hidden="true">
      <span class="draws-name"></span>
      <div class="draws-track">
        ${ticks.map(
          (tick) =>
            html`<small style=${`inset-inline-start:${at(tick)}`}>${tick}${tick === high ? unit : ''}</small>`,
        )}
      </div>
      <span class="draws-score"></span>
    </div>
  </div>`;
}
