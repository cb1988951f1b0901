import { html } from 'lit';
import { t } from '../i18n/index.js';
import { languageOf, WORDS } from './table.js';

/** Chooses the word, in two languages. @param {import('./store.js').SenseStore} store */
export function wordChoice(store) {
  const current = store.get('word');
  return html`<fieldset class="sense-words" id="word">
    <legend class="visually-hidden">${t('sense.words')}</legend>
    ${['en', 'zh'].map(
      (language) => html`<span class="word-group" lang=${language === 'zh' ? 'zh-Hans' : 'en'}
        >${WORDS.filter((word) => languageOf(word) === language).map(
          (word) => html`<label class=${word === current ? 'chosen' : ''}
            ><input
              type="radio"
              name="word"
              value=${word}
              .checked=${word === current}
              @change=${() => store.set({ word })}
            />${word}</label
          >`,
        )}</span
      >`,
    )}
  </fieldset>`;
}
