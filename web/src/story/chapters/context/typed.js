/** The check of chapter 9: a sentence of the reader's own. */
import { html, nothing } from 'lit';
import { card } from '../../figures/card.js';
import { read, TYPED, wordOf, wordsOf } from './run.js';
import { words } from './words.js';

/** @typedef {import('../../chapter.js').View} View */

const hashOf = (/** @type {string} */ hash) => hash.replace(/(.{4})(?=.)/g, '$1 ');

/** @param {View} view */
export function typed(view) {
  const said = words[view.language];
  if (!view.checked) {
    return card(view, { title: view.checking ? said.working : said.choose }, nothing);
  }
  const shown = view.state.typed?.result ?? view.checked.more;
  const problem = view.state.typed?.problem ?? '';
  return card(
    view,
    { title: said.typed },
    html`
      <form
        class="typed-form"
        @submit=${(/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          const form = /** @type {HTMLFormElement} */ (event.currentTarget);
          void readTyped(view, String(new FormData(form).get('sentence') ?? ''));
        }}
      >
        <input
          name="sentence"
          aria-label=${said.field}
          aria-describedby="typed-problem"
          autocomplete="off"
          spellcheck="false"
          maxlength="200"
          value=${TYPED[view.language].replaceAll(' ', said.between || '')}
        />
        <button type="submit" class="plain">${said.go}</button>
      </form>
      <p class="typed-problem" id="typed-problem" role="status">${problem}</p>
      <p class="chart-head"><b>${said.scale}</b></p>
      <div class="leans">
        ${[2, 1, 0].map((layer) => oneLean(view, layer, shown.leans[layer]))}
        <p class="lean-ends" aria-hidden="true">
          <span>${said.ends[0]}</span><span>${said.ends[1]}</span>
        </p>
      </div>
      <table class="two-runs">
        <tbody>
          <tr>
            <th scope="row">${said.before}</th>
            <td class="hash">${hashOf(shown.before)}</td>
          </tr>
          <tr>
            <th scope="row">${said.after}</th>
            <td class="hash">${hashOf(shown.after)}</td>
          </tr>
        </tbody>
      </table>
      <p class="figure-note">${said.same}</p>
    `,
  );
}

/** @param {View} view @param {string} sentence */
async function readTyped(view, sentence) {
  const said = words[view.language];
  const { vocabulary, axes } = view.outcome?.more ?? {};
  const found = wordsOf(sentence, vocabulary);
  const unknown = found.filter((word) => !vocabulary.has(word));
  const problem = unknown.length
    ? said.unknown([...new Set(unknown)])
    : found.includes(wordOf(view.language))
      ? ''
      : said.needs;
  const { typed: last } = view.state;
  if (problem || !view.run) {
    view.set({ typed: { ...last, problem } });
    return;
  }
  const result = await read(view.run.model, found, view.language, axes);
  view.set({ typed: { result, problem: '' } });
}

/** Where the word lies between the two meanings, in one layer. @param {View} view @param {number} layer @param {number} value */
function oneLean(view, layer, value) {
  const said = words[view.language];
  const [first, second] = view.outcome?.more.leans ?? [];
  const place = (/** @type {number} */ x) =>
    `inset-inline-start: ${50 + 32 * Math.max(-1.4, Math.min(1.4, x))}%`;
  return html`<div class="lean" role="img" aria-label=${said.leanOf(layer, value)}>
    <span class="lean-name">${said.layer(layer)}</span>
    <span class="lean-track">
      ${
        Math.abs(first[layer] - second[layer]) < 0.02
          ? html`<span class="lean-mark" style=${place(first[layer])}>${said.sentence.join(' ')}</span>`
          : [first, second].map(
              (leans, i) =>
                html`<span class="lean-mark" style=${place(leans[layer])}>${said.sentence[i]}</span>`,
            )
      }
      <span class="lean-mark yours" style=${place(value)}>${said.yours}</span>
    </span>
  </div>`;
}
