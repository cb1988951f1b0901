import { html } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { languageOf, WORDS } from './table.js';

/** The words one may look at, in two languages. Event: `set` {word}. */
export class SenseWords extends LabElement {
  static properties = given('word');

  constructor() {
    super();
    this.word = '';
  }

  render() {
    return html`<fieldset class="sense-words" id="word">
      <legend class="visually-hidden">${t('sense.words')}</legend>
      ${['en', 'zh'].map(
        (language) => html`<span class="word-group" lang=${language === 'zh' ? 'zh-Hans' : 'en'}
          >${WORDS.filter((word) => languageOf(word) === language).map(
            (word) => html`<label class=${word === this.word ? 'chosen' : ''}
              ><input
                type="radio"
                name="word"
                value=${word}
                .checked=${word === this.word}
                @change=${() => this.emit('set', { word })}
              />${word}</label
            >`,
          )}</span
        >`,
      )}
    </fieldset>`;
  }
}

define('sense-words', SenseWords);
