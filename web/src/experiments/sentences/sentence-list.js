/** The sentences that hold words of the question: strike them, rewrite them, put them back. */
import { html, nothing } from 'lit';
import { whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { textOf } from '../../ui/inputs.js';
import { wordsOf } from './asked.js';
import { holding } from './candidates.js';

const MOST = 40;

/** Those that the experiment suspects first, then the others in their order. @param {import('./session.js').SentencesSession} session */
function shownOf({ sentences, asked, candidates, struck, edits }) {
  const first = candidates.filter(({ kind }) => kind === 'one').flatMap((one) => one.sentences);
  const own = [...struck, ...edits.keys()];
  return [...new Set([...own, ...first, ...holding(sentences, wordsOf(asked))])];
}

/**
 * @param {import('./session.js').SentencesSession} session
 * @param {{editing: number, edit: (sentence: number) => void}} how
 */
export function sentenceList(session, { editing, edit }) {
  const all = shownOf(session);
  const shown = all.slice(0, MOST).sort((a, b) => a - b);
  if (!shown.length) return nothing;
  const words = new Set(wordsOf(session.asked));
  return html`<section class="sentence-list" aria-labelledby="sentence-list-title">
    <h2 id="sentence-list-title">${t('sentences.list', { count: whole(all.length) })}</h2>
    <p class="note">${t('sentences.listNote')}</p>
    <ol>
      ${shown.map((i) => row(session, i, words, editing === i, edit))}
    </ol>
    ${all.length > MOST ? html`<p class="note">${t('sentences.more', { count: whole(all.length - MOST) })}</p>` : nothing}
    <p class="sentences-buttons">
      <button
        type="button"
        class="primary"
        id="sentences-self"
        ?disabled=${!session.isEdited || session.phase !== 'rest' || session.missing.length > 0}
        @click=${() => void session.trySelf()}
      >
        ${t('sentences.self')}
      </button>
      <button
        type="button"
        class="plain"
        id="sentences-back"
        ?disabled=${!session.isEdited}
        @click=${() => session.putBack()}
      >
        ${t('sentences.back')}
      </button>
    </p>
  </section>`;
}

/**
 * @param {import('./session.js').SentencesSession} session @param {number} i
 * @param {Set<string>} words @param {boolean} editing @param {(sentence: number) => void} edit
 */
function row(session, i, words, editing, edit) {
  const struck = session.struck.has(i);
  const tokens = session.edited[i];
  const number = whole(i + 1);
  return html`<li class=${struck ? 'struck' : ''} data-sentence=${i}>
    <span class="number">${number}</span>
    ${
      editing
        ? html`<input
            class="text"
            dir="auto"
            aria-label=${t('sentences.editing', { number })}
            .value=${tokens.join(' ')}
            @change=${(/** @type {Event} */ event) => {
              session.edit(i, textOf(event));
              edit(-1);
            }}
          />`
        : html`<span class="words" dir="auto"
            >${tokens.map((word) => (words.has(word) ? html`<mark>${word}</mark> ` : `${word} `))}${
              struck
                ? html`<span class="visually-hidden">${t('sentences.isStruck')}</span>`
                : nothing
            }</span
          >`
    }
    <button type="button" class="link" data-strike @click=${() => session.strike([i], !struck)}>
      ${struck ? t('sentences.unstrike') : t('sentences.strike')}<span class="visually-hidden"
        >${number}</span
      >
    </button>
    <button type="button" class="link" data-edit @click=${() => edit(editing ? -1 : i)}>
      ${editing ? t('sentences.endEdit') : t('sentences.edit')}<span class="visually-hidden"
        >${number}</span
      >
    </button>
  </li>`;
}
