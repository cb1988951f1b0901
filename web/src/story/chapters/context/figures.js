import { html, nothing } from 'lit';
import { bars } from '../../figures/bars.js';
import { card } from '../../figures/card.js';
import { differing, linesOf } from './run.js';
import { typed } from './typed.js';
import { words } from './words.js';

/** @typedef {import('../../chapter.js').View} View */
/** @typedef {import('./run.js').Layers} Layers */

/** @param {View} view */
function layers(view) {
  const said = words[view.language];
  const lines = linesOf(view.language);
  const frame = /** @type {Layers | undefined} */ (view.frame);
  const shows = view.phase === 'outcome' || view.phase === 'playing';
  const told = view.outcome?.more.told;
  return card(
    view,
    { title: said.title, model: 'ELMo', again: true },
    html`
      <ol class="two-sentences">
        ${lines.map(
          (line, i) =>
            html`<li>
              <span class="sentence-sign" aria-hidden="true">${said.sentence[i]}</span>
              ${sentence(line.words, line.at, said.between)}
            </li>`,
        )}
      </ol>
      ${[2, 1, 0].map((layer) => oneLayer(view, layer, shows ? frame?.[layer] : undefined, told))}
      <p class="figure-note">${told ? said.toldNote(view.outcome?.more.unread) : html`&nbsp;`}</p>
    `,
  );
}

/** @param {string[]} all @param {number} at @param {string} between */
function sentence(all, at, between) {
  const before = all.slice(0, at).join(between) + between;
  const after = between + all.slice(at + 1).join(between);
  return html`<span>${before}<b>${all[at]}</b>${after}</span>`;
}

/** @param {View} view @param {number} layer @param {Layers[number] | undefined} pair @param {number[]} [told] */
function oneLayer({ language }, layer, pair, told) {
  const said = words[language];
  const name = said.layers[layer];
  const count = pair ? differing(...pair) : 0;
  const [n, of] = pair ? said.differ(count, pair[0].length) : ['?', ''];
  const most = pair ? Math.max(...pair.flatMap((row) => [...row].map(Math.abs))) : 1;
  const rows = pair
    ? [...pair, pair[0].map((x, i) => x - pair[1][i])].map((row, i) => {
        const which = said.sentence[i] ?? said.difference;
        return html`<div class="layer-row">
          <span class="layer-row-name" aria-hidden="true">${said.sentence[i] ?? said.minus}</span>
          ${bars(row, most, { label: said.row(name, which) })}
        </div>`;
      })
    : html`<p class="layer-hidden" aria-label=${said.hidden}>?</p>`;
  return html`<section class="layer" data-part=${`layer-${layer}`}>
    <header>
      <b>${name}</b>
      ${layer ? html`<span class="layer-halves" aria-hidden="true"><i>${said.halves[0]}</i><i>${said.halves[1]}</i></span>` : nothing}
      <span class="layer-told">${told ? said.told(Math.round(100 * told[layer])) : nothing}</span>
    </header>
    <div class="layer-body">
      <div class="layer-rows">${rows}</div>
      <p class=${count === 0 ? 'layer-score none' : 'layer-score'}><b>${n}</b> <small>${of}</small></p>
    </div>
  </section>`;
}

/** @param {View} view */
function readers(view) {
  const said = words[view.language];
  const lines = linesOf(view.language);
  const expected = view.outcome?.more.expected;
  if (!expected) return nothing;
  const at = view.state.place ?? lines[0].at;
  return card(
    view,
    { title: said.readers, note: view.still ? '' : said.readersNote },
    html`<div class="readings">
      ${lines.map(
        (line, i) =>
          html`<section class="reading">
            <div class="reading-words" role="group" aria-label=${said.readers}>
              ${line.words.map(
                (word, place) =>
                  html`<button
                    type="button"
                    class=${[
                      place <= at ? 'from-left' : '',
                      place >= at ? 'from-right' : '',
                      place === at ? 'here' : '',
                    ].join(' ')}
                    aria-pressed=${place === at ? 'true' : 'false'}
                    aria-label=${said.place(word)}
                    @click=${() => view.set({ place })}
                  >
                    ${word}
                  </button>`,
              )}
            </div>
            <div class="reading-guesses">
              ${guesses(
                view,
                'next',
                line.words.slice(0, at),
                line.words[at],
                expected[i][at].next,
              )}
              ${guesses(
                view,
                'previous',
                line.words.slice(at + 1),
                line.words[at],
                expected[i][at].previous,
              )}
            </div>
          </section>`,
      )}
    </div>`,
  );
}

/** What a reader expects at a place. @param {View} view @param {'next' | 'previous'} which @param {string[]} seen @param {string} true_ the word that stands there @param {import('./run.js').Guesses} list */
function guesses({ language }, which, seen, true_, list) {
  const said = words[language];
  return html`<div class=${`reading-guess ${which}`}>
    <p>
      <b>${said[which]}</b>
      ${seen.length ? said.seen(seen.join(said.between)) : said.begins}
    </p>
    <table>
      <tbody>
        ${list.map(
          ({ word, probability }) =>
            html`<tr class=${word === true_ ? 'came' : ''}>
              <th scope="row">${endOf(word)}</th>
              <td>
                <span class="chance" style=${`inline-size: ${probability * 100}%`}></span>
              </td>
              <td class="chance-number">${said.percent(Math.round(probability * 100))}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** @param {string} word */
const endOf = (word) => (word === '<s>' || word === '</s>' ? '—' : word);

/** @type {import('../../chapter.js').Figures} */
export const figures = { layers, readers, typed };
