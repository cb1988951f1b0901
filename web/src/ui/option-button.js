import { html, nothing } from 'lit';

/**
 * One option of a prediction. The reader's choice is dashed and what came out is solid, as in the
 * figures.
 * @param {object} of
 * @param {number} of.place from 0
 * @param {unknown} of.content
 * @param {unknown} [of.tag] what is said of it once it is decided
 * @param {boolean} of.chosen
 * @param {boolean} of.outcome
 * @param {boolean} of.open whether it can still be chosen
 * @param {() => void} of.choose
 */
export function optionButton({ place, content, tag, chosen, outcome, open, choose }) {
  const state = [chosen && 'chosen', outcome && 'outcome'].filter(Boolean).join(' ');
  return html`<button
    type="button"
    class="option"
    data-state=${state || nothing}
    aria-pressed=${chosen ? 'true' : 'false'}
    aria-disabled=${open ? nothing : 'true'}
    @click=${() => open && choose()}
  >
    <span class="letter" aria-hidden="true">${'ABCDEF'[place]}</span
    ><span class="option-text">${content}</span
    >${tag ? html`<span class="option-tag">${tag}</span>` : nothing}
  </button>`;
}
