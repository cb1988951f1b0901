import { html, nothing } from 'lit';
import { percent } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';

/** The names of sentence boundaries in the API. */
const END = '</s>';
export const START = '<s>';

/** A word, or the symbol of a sentence boundary. @param {string} word */
export const shownWord = (word) =>
  word === END ? t('predict.end') : word === START ? t('predict.start') : word;

const isBoundary = (/** @type {string} */ word) => word === END || word === START;

/**
 * Words with their probabilities, the most probable first; the bars are relative to the first. A
 * click on a word calls `take`.
 * @param {Array<{word: string, probability: number}>} items
 * @param {{label: string, verb: string, take: (word: string) => void}} options `verb`: key of the
 *   message that explains what a click does
 */
export function chances(items, { label, verb, take }) {
  const most = Math.max(1e-9, ...items.map((item) => item.probability));
  return html`<ol class="bars chances" aria-label=${label}>
    ${items.map(({ word, probability }) => {
      const name = { word: shownWord(word), probability: percent(probability) };
      const parts = html`<span class=${`word ${isBoundary(word) ? 'boundary' : ''}`} title=${name.word}
          >${name.word}</span
        ><span class="bar" aria-hidden="true"
          ><span style=${`transform: scaleX(${probability / most})`}></span></span
        ><span class="number">${name.probability}</span>`;
      return html`<li>
        ${
          isBoundary(word)
            ? html`<p class="chance">${parts}</p>`
            : html`<button
                type="button"
                class="chance"
                data-word=${word}
                aria-label=${t(verb, name)}
                @click=${() => take(word)}
              >
                ${parts}
              </button>`
        }
      </li>`;
    })}
  </ol>`;
}

/** A note on the predictions of an untrained model. @param {boolean} trained */
export const untrained = (trained) =>
  trained ? nothing : html`<p class="note untrained">${t('predict.untrained')}</p>`;
