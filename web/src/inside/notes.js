/** What is said above and below the picture. */
import { html, nothing } from 'lit';
import { errorText } from '../i18n/errors.js';
import { comma, whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import './example-strip.js';
import { ExampleError } from './example-error.js';
import { fixed } from './figures.js';
import { isLookUp } from './pictures.js';

/**
 * @typedef {import('./machine.js').Machine} Machine
 * @typedef {import('./machine.js').Shown} Shown
 */

/**
 * What cannot be shown, and why.
 * @param {string} kind @param {Machine['fault']} fault @param {Shown | null} shown
 * @param {() => void} first follows the first sentence of the text: where nothing is shown, there is
 *   no other way to it
 */
export function told(kind, fault, shown, first) {
  if (fault) {
    const text =
      fault instanceof ExampleError
        ? t(`inside.${fault.reason}`, { words: fault.words.join(comma()) })
        : errorText(fault);
    const way = fault instanceof ExampleError && !shown && fault.reason !== 'tooLarge';
    return html`<p class="problem" id="inside-problem" role="alert">${text}</p>
      ${way ? html`<p><button type="button" class="plain" id="inside-first" @click=${first}>${t('inside.first')}</button></p>` : nothing}`;
  }
  if (!shown) return html`<p class="note" role="status">${t('inside.loading')}</p>`;
  if (kind === 'loaded') return html`<p class="note" id="inside-note">${t('inside.imported')}</p>`;
  if (!Number.isFinite(shown.trace.loss)) {
    return html`<p class="problem" id="inside-problem" role="alert">${t('inside.diverged')}</p>`;
  }
  return nothing;
}

/** Whether one-hot's Q was learnt. @param {number} step @param {number} seed @param {(() => void) | null} next shows the model that learns it */
export function origin(step, seed, next) {
  const said =
    step > 0 ? t('inside.taughtBy', { steps: whole(step) }) : t('inside.random', { seed });
  const way = next
    ? html`<button type="button" class="link" id="inside-next" @click=${next}>
        ${t('inside.whoTeaches')} →
      </button>`
    : nothing;
  return html`${said} ${way}`;
}

/**
 * That the copy was changed, and the ways back.
 * @param {Shown} shown @param {Machine['changes']} changes
 * @param {import('../i18n/errors.js').Fault | null} problem
 * @param {{undo: () => void, putBack: () => void}} how
 */
export function altered(shown, changes, problem, { undo, putBack }) {
  if (!changes.length && !problem) return nothing;
  return html`<div class="altered" id="altered">
    ${problem ? html`<p class="problem" role="alert">${errorText(problem)}</p>` : nothing}
    ${
      changes.length
        ? html`<p role="status">
              ${t('inside.altered', { hash: shown.hash })} · ${t('inside.heardLoss', { loss: fixed(shown.trace.loss, 4) })}
            </p>
            <button type="button" class="plain" id="undo-change" @click=${undo}>${t('inside.undo')}</button>
            <button type="button" class="plain" id="put-back" @click=${putBack}>${t('inside.putBack')}</button>`
        : nothing
    }
  </div>`;
}

/** The example. @param {string} kind @param {import('./at.js').At} at @param {Shown} shown @param {number} count sentences of the corpus @param {boolean} locked */
export function strip(kind, at, shown, count, locked) {
  const { position, radius } = shown.example;
  return html`<example-strip
    .sentence=${shown.sentence}
    .position=${position}
    .window=${windowOf(kind, shown, radius || shown.window)}
    .lane=${kind === 'skip-gram' ? at.lane : 0}
    .lanes=${kind === 'skip-gram'}
    .ends=${kind === 'nnlm'}
    .reads=${isLookUp(kind)}
    .looks=${kind === 'elmo'}
    .typed=${at.typed}
    .nth=${at.nth}
    .count=${count}
    .next=${shown.next}
    .locked=${locked}
  ></example-strip>`;
}

/** Positions of the words that are read. @param {string} kind @param {Shown} shown @param {number} radius */
function windowOf(kind, { sentence, example: { position }, trace }, radius) {
  if (isLookUp(kind) || kind === 'elmo') return [];
  const places = sentence.map((_, i) => i);
  if (kind !== 'nnlm')
    return places.filter((i) => i !== position && Math.abs(i - position) <= radius);
  const context = trace.forward.find(({ name }) => name === 'lookup')?.rows ?? 0;
  return places.filter((i) => i < position && i >= position - context);
}
