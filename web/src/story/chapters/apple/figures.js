import { html, nothing } from 'lit';
import { card, noteOf, progressOf } from '../../figures/card.js';
import { nearest } from '../../figures/nearest.js';
import { bothWidths } from '../../figures/widths.js';
import { drawMap } from './map.js';
import { drawMixtures } from './mixture.js';
import { words } from './words.js';

/** @typedef {import('../../chapter.js').View} View */

/** @param {View} view */
function map(view) {
  const said = words[view.language];
  const shows = view.phase === 'outcome' || view.phase === 'playing';
  const note = `${said.pca} · ${noteOf(view, 'Skip-gram')}`;
  return card(
    view,
    { title: shows ? said.nineteen : said.eighteen, note, again: true },
    bothWidths((narrow) => drawMap(view, narrow)),
  );
}

/** @param {View} view */
function mixture(view) {
  const said = words[view.language];
  const places = view.further?.places ?? {};
  const count = Object.keys(places).length;
  const percent = view.state.percent ?? 50;
  const place = places[percent];
  const name = percent === 50 ? said.half : said.percent(percent);
  return card(
    view,
    { title: said.alike, note: count < 11 ? said.mixing(count) : said.alikeNote },
    html`
      <div class="mixture">
        ${bothWidths((narrow) => drawMixtures(view, places, percent, narrow))}
        <div class="mixture-control">
          ${
            view.still
              ? nothing
              : html`<input
            type="range"
            min="0"
            max="100"
            step="10"
            .value=${String(percent)}
            aria-label=${said.slider}
            aria-valuetext=${name}
            @input=${(/** @type {{target: HTMLInputElement}} */ { target }) =>
              view.set({ percent: Number(target.value) })}
          />`
          }
          <p class="mixture-ends" aria-hidden="true">
            <span>${said.allCompany}</span><b>${name}</b><span>${said.allFruit}</span>
          </p>
        </div>
        <p class="mixture-nearest">
          <span class="quiet-name">${said.nearest}</span>
          ${place ? nearest(place.near, said.nearest) : html`<span>${said.pending}</span>`}
        </p>
      </div>
    `,
  );
}

/** @param {View} view */
function tenfold(view) {
  const said = words[view.language];
  const result = view.checked?.more;
  if (!result) {
    return card(
      view,
      { title: view.checking ? said.tenfold : said.choose, note: view.checking ? '' : said.about },
      view.checking ? progressOf(view) : nothing,
    );
  }
  const line = (/** @type {string} */ name, /** @type {import('./run.js').Place} */ place) =>
    html`<tr>
      <th scope="row">${said.lines(name)}</th>
      <td>${nearest(place.near, said.both)}</td>
    </tr>`;
  return card(
    view,
    { title: said.both },
    html`<table class="two-runs tenfold">
      <tbody>
        ${line('8,000', result.before)} ${line('80,000', result.after)}
      </tbody>
    </table>`,
  );
}

/** @type {import('../../chapter.js').Figures} */
export const figures = { map, mixture, tenfold };
