import { html, nothing } from 'lit';
import { whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';

const MAX_SENTENCES = 3;
const MAX_TOKENS = 24;

/**
 * @typedef {object} Preview counts and tokens of a text
 * @property {number} tokens
 * @property {number} sentences
 * @property {number} vocabulary
 * @property {number} replaced
 * @property {number} overlong
 * @property {number} dropped signs that are no part of a token
 * @property {string[]} droppedSigns the first different ones
 * @property {number} alone tokens that are alone in their sentence
 * @property {string[][]} preview its first sentences
 */

/** The first tokens as chips, and the counts of the whole text. @param {Preview} found */
export function tokenPreview(found) {
  const { tokens, sentences, vocabulary, replaced, overlong, alone, preview } = found;
  const { dropped, droppedSigns } = found;
  const counts = { sentences: whole(sentences), tokens: whole(tokens), words: whole(vocabulary) };
  return html`<div class="token-preview">
    <p class="note counts" data-testid="token-counts">${t('corpus.counts', counts)}</p>
    ${
      replaced
        ? html`<p class="note warning">
            ${t('corpus.replaced', { count: whole(replaced) })}
          </p>`
        : nothing
    }
    ${
      overlong
        ? html`<p class="note warning">
            ${t('corpus.overlong', { count: whole(overlong) })}
          </p>`
        : nothing
    }
    ${
      dropped
        ? html`<p class="note warning" data-testid="dropped">
            ${t('corpus.dropped', { count: whole(dropped), signs: droppedSigns.join(' ') })}
          </p>`
        : nothing
    }
    ${
      2 * alone > tokens
        ? html`<p class="note warning">
            ${t('corpus.alone', { count: whole(alone), tokens: counts.tokens })}
          </p>`
        : nothing
    }
    <ol class="tokens" dir="auto" aria-label=${t('corpus.preview')}>
      ${preview.slice(0, MAX_SENTENCES).map(
        (sentence) => html`<li dir="auto">
          ${sentence
            .slice(0, MAX_TOKENS)
            .map((token) => html`<span class="token" dir="auto">${short(token)}</span> `)}${
            sentence.length > MAX_TOKENS ? '…' : nothing
          }
        </li>`,
      )}
    </ol>
  </div>`;
}

const short = (/** @type {string} */ token) =>
  token.length > 30 ? `${token.slice(0, 29)}…` : token;
