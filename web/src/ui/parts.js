import { html, nothing, svg } from 'lit';
import { errorText } from '../i18n/errors.js';
import { similarity } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { helpFor } from './answer-link.js';

/** Templates that several elements share. */

/**
 * A message near its control. A suggestion in it can be accepted with a click.
 * @param {import('../i18n/errors.js').Fault | null | undefined} error @param {string} id @param {((word: string) => void)} [take]
 */
export const problem = (error, id, take) =>
  error
    ? html`<p class="problem" id=${id} role="alert">
        ${errorText(error)}
        ${error.suggestion && take ? suggested(error.suggestion, take) : nothing}
        ${wayOut(error)}${helpFor(error.code)}
      </p>`
    : nothing;

const suggested = (/** @type {string} */ word, /** @type {(word: string) => void} */ take) =>
  html`<button type="button" class="link" @click=${() => take(word)}>${word}</button>`;

/** What helps when a part of the page is missing, or when a frame allows too little. */
export function wayOut(/** @type {import('../i18n/errors.js').Fault} */ { code, parameter = '' }) {
  if (code !== 'EngineFailure') return nothing;
  if (['part', 'missing'].includes(parameter)) {
    return html`<button type="button" class="link reload" @click=${() => location.reload()}>
      ${t('part.reload')}
    </button>`;
  }
  if (parameter !== 'sandbox') return nothing;
  return html`<a class="alone" href=${location.href} target="_blank" rel="noopener"
    >${t('part.alone')}</a
  >`;
}

/** @param {Array<{word: string, similarity: number}>} items @param {string} label */
export const bars = (items, label) => html`
  <ol class="bars" aria-label=${label}>
    ${items.map(
      (item) => html`<li>
        <span class="word" title=${item.word}><bdi>${item.word}</bdi></span>
        <span class="bar" aria-hidden="true"
          ><span style=${`transform: scaleX(${Math.max(0, Math.min(1, item.similarity || 0))})`}
          ></span
        ></span>
        <span class="number">${similarity(item.similarity)}</span>
      </li>`,
    )}
  </ol>
`;

/** A row of zeros: the similarities of one-hot vectors. @param {number} count */
export const oneHotRow = (count) => html`
  <p class="one-hot-row" title=${t('ask.onehotNote')}>
    <span class="tag">${t('ask.onehot')}</span>
    <span>${Array.from({ length: count }, () => '0.00').join(' · ')}</span>
  </p>
`;

const icons = {
  play: 'M5 3.2v9.6a.6.6 0 0 0 .92.5l7.4-4.8a.6.6 0 0 0 0-1L5.92 2.7A.6.6 0 0 0 5 3.2Z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  again: 'M8 2.5a5.5 5.5 0 1 0 5.5 5.5H12A4 4 0 1 1 8 4v2.2l3.4-2.95L8 .3Z',
  plus: 'M7.25 2.5h1.5v4.75h4.75v1.5H8.75v4.75h-1.5V8.75H2.5v-1.5h4.75Z',
  minus: 'M2.5 7.25h11v1.5h-11Z',
  all: 'M2.5 2.5h4V4H4v2.5H2.5Zm7 0h4v4H12V4H9.5ZM2.5 9.5H4V12h2.5v1.5h-4Zm9.5 0h1.5v4h-4V12H12Z',
  search:
    'M7 2a5 5 0 1 0 2.9 9.07l2.9 2.9 1.06-1.06-2.9-2.9A5 5 0 0 0 7 2Zm0 1.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z',
  theme: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 3v10A5 5 0 0 1 8 3Z',
  share: 'M8 .8 12 4.6l-1.1 1.1-2.15-2V10h-1.5V3.7L5.1 5.7 4 4.6ZM2.5 8H4v5.5h8V8h1.5v7h-11Z',
  close:
    'm3.6 2.5 4.4 4.4 4.4-4.4 1.1 1.1L9.1 8l4.4 4.4-1.1 1.1L8 9.1l-4.4 4.4-1.1-1.1L6.9 8 2.5 3.6Z',
};

/**
 * The progress of a training or of other long work.
 * @param {number} share 0 … 1
 * @param {string} text the progress as text
 * @param {{id?: string, label?: string}} [about]
 */
export const progressBar = (
  share,
  text,
  { id = 'progress', label = t('transport.progress') } = {},
) => html`
  <div
    class="progress-bar"
    id=${id}
    role="progressbar"
    aria-label=${label}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${Math.round(100 * share)}
    aria-valuetext=${text}
  >
    <span style=${`transform: scaleX(${share})`}></span>
  </div>
`;

/** @param {keyof typeof icons} name */
export const icon = (name) => html`
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    ${svg`<path d=${icons[name]} fill="currentColor" fill-rule="evenodd"></path>`}
  </svg>
`;

/** Offers a file for download. @param {string} name @param {Blob} blob */
export function download(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
