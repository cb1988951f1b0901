/** Below a generated text: in how many runs the same draw gives the same continuation. */
import { html, nothing } from 'lit';
import { whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { shownWord } from '../ask/chances.js';

const SHOWN = 3;

const shownText = (/** @type {string} */ text) => text.split(' ').map(shownWord).join(' ');

/**
 * @param {import('../../api/repeat-questions.js').Held} held
 * @param {string} own the first word that the model on the page drew
 */
export function textsNote({ texts, words, runs }, own) {
  const first = words.find(({ word }) => word === own) ?? words[0];
  const values = { word: shownWord(first.word), first: whole(first.first), runs: whole(runs) };
  return html`<p class="note">
      ${t('seeds.draw')} ${t('seeds.first.generated', values)}
      ${
        texts.length < runs
          ? t('seeds.texts', { texts: whole(texts.length), runs: whole(runs) })
          : t('seeds.textsDiffer')
      }
    </p>
    ${
      texts.length < runs
        ? html`<ul class="held-texts" aria-label=${t('seeds.continuations')}>
            ${texts.slice(0, SHOWN).map(
              ({ text, runs: same }) => html`<li>
                <bdi>${shownText(text)}</bdi>
                <span class="note">${t('seeds.of', { first: whole(same), runs: whole(runs) })}</span>
              </li>`,
            )}
          </ul>`
        : nothing
    }`;
}
