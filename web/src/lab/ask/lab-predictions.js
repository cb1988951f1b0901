import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { isTrained, modelKind } from '../slot.js';
import { asked, can, comparedPlaces } from './predictions.js';
import './ask-blank.js';
import './ask-generate.js';
import './ask-next.js';
import './ask-sentence.js';
import './context-panel.js';

/**
 * What models are asked beyond their word vectors, as functions of the app.
 * @typedef {import('../lab-app.js').LabApp} LabApp
 */

/** Next word, blank, sentence, generated text: what the model can. */
export function predictions(/** @type {LabApp} */ { session }, /** @type {any} */ slot) {
  if (!can(slot, 'next') && !can(slot, 'blank')) return nothing;
  const { values } = session.store;
  const phrases = asked(session, slot);
  const { next, blank, scored, generated } = slot.predictions;
  const trained = isTrained(slot);
  return html`
    ${
      can(slot, 'next')
        ? html`<ask-next
            .text=${phrases.next}
            .answer=${next}
            .trained=${trained}
            .context=${modelKind(slot) === 'nnlm' ? slot.values.context : 0}
          ></ask-next>`
        : nothing
    }
    ${
      can(slot, 'blank')
        ? html`<ask-blank
            .text=${phrases.blank}
            .answer=${blank}
            .using=${values.using}
            .sides=${can(slot, 'backward')}
            .trained=${trained}
          ></ask-blank>`
        : nothing
    }
    ${
      can(slot, 'score')
        ? html`<ask-sentence
            .text=${phrases.scored}
            .answer=${scored}
            .direction=${values.direction}
            .directions=${can(slot, 'backward')}
          ></ask-sentence>`
        : nothing
    }
    ${
      can(slot, 'generate')
        ? html`<ask-generate
            .text=${phrases.prompt}
            .answer=${generated}
            .values=${values}
            .trained=${trained}
          ></ask-generate>`
        : nothing
    }
  `;
}

/** Where the questions about word vectors begin, and whence those come. */
export function vectorsNote(/** @type {any} */ slot) {
  const kind = modelKind(slot);
  if (kind !== 'nnlm' && kind !== 'elmo') return nothing;
  return html`<div class="vectors-note" id="vectors-note">
    <h2>${t('vectors.title')}</h2>
    <p class="note">${t(`vectors.${kind}`)}</p>
  </div>`;
}

/** ELMo's layers for a word in two sentences. */
export function contexts(/** @type {LabApp} */ { session }, /** @type {any} */ slot) {
  if (!can(slot, 'contexts')) return nothing;
  return html`<context-panel
    .phrases=${asked(session, slot)}
    .contexts=${slot.contexts}
    .places=${comparedPlaces(session, slot)}
  ></context-panel>`;
}
