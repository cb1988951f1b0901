import { html, nothing } from 'lit';
import { words } from '../words.js';

/** @typedef {import('../chapter.js').View} View */

/**
 * The frame of a figure: its title, which training it shows, and what is drawn.
 * @param {View} view
 * @param {object} parts
 * @param {string} parts.title
 * @param {string} [parts.model] name of the model; without one no training is named
 * @param {unknown} [parts.note] instead of the training
 * @param {boolean} [parts.again] whether it can be trained again from here
 * @param {unknown} content
 */
export function card(view, { title, model, note, again = false }, content) {
  const said = words[view.language];
  return html`
    <header class="figure-head">
      <h3 class="figure-title">${title}</h3>
      <p class="figure-meta">${note ?? (model ? trainingNote(view, model) : nothing)}</p>
      ${
        again && view.phase === 'outcome' && !view.still
          ? html`<button type="button" class="plain" @click=${view.again}>${said.trainAgain}</button>`
          : nothing
      }
    </header>
    ${content}
    ${view.phase === 'training' ? progressOf(view, view.stop) : nothing}
    ${
      view.phase === 'failed'
        ? html`<p class="figure-failed" role="alert">
            ${said.failed}
            <button type="button" class="plain" @click=${view.again}>${said.retry}</button>
          </p>`
        : nothing
    }
  `;
}

/** @param {View} view @param {string} model */
const trainingNote = (view, model) =>
  noteOf(view.phase === 'asking' ? { ...view, run: null } : view, model);

/** Which training a figure shows that has one while it asks, too. @param {Pick<View, 'language' | 'run' | 'phase'>} view @param {string} model */
export function noteOf({ language, run, phase }, model) {
  const said = words[language];
  if (!run || phase === 'training') return said.untrained(model);
  const { epochs, seconds } = run;
  return said.trained(model, epochs, Number.isFinite(seconds) ? seconds.toFixed(1) : '');
}

/** How far the training is, or the check's. @param {Pick<View, 'language' | 'done' | 'secondsLeft'>} view @param {() => void} [stop] */
export function progressOf({ language, done, secondsLeft }, stop) {
  const said = words[language];
  const text = done
    ? [
        said.training(Math.round(100 * done)),
        secondsLeft > 1 ? said.left(secondsLeft.toFixed(0)) : '',
      ]
    : [said.making];
  return html`<div class="figure-progress">
    <progress max="1" .value=${done}></progress>
    <span>${text.filter(Boolean).join(' · ')}</span>
    ${stop ? html`<button type="button" class="link" @click=${stop}>${said.stop}</button>` : nothing}
  </div>`;
}
