import { html, render } from 'lit';
import { part } from '../api/part.js';
import { t } from '../i18n/index.js';
import { problem } from './parts.js';

/** @typedef {Element | null | undefined} Place */

const NAME = 'part-note';

/** Removes the note at a place. @param {Place} at */
function clear(at) {
  const next = at?.nextElementSibling;
  if (next?.classList.contains(NAME)) next.remove();
}

/**
 * Says at a place that a part is missing. The note is not part of a template, because whatever
 * renders the place knows nothing of it.
 * @param {Place} at @param {import('../i18n/errors.js').Fault} error @param {() => void} again
 */
function say(at, error, again) {
  clear(at);
  const note = document.createElement('div');
  note.className = NAME;
  const button = html`<button type="button" class="link" @click=${again}>${t('part.again')}</button>`;
  render(html`${problem(error, `${NAME}-text`)}${button}`, note);
  at?.after(note);
}

/**
 * Loads a part of the page and uses it. If it cannot be loaded, a sentence at the button says so,
 * with buttons that try again or reload the page.
 * @template T
 * @param {() => Promise<T>} load
 * @param {Place | (() => Place)} at the button, or what stands in its place
 * @param {(part: T) => unknown} [use]
 * @returns {Promise<boolean>} whether it was loaded
 */
export async function later(load, at, use = () => {}) {
  const place = () => (typeof at === 'function' ? at() : at);
  clear(place());
  /** @type {T} */
  let loaded;
  try {
    loaded = await part(load);
  } catch (error) {
    say(place(), error, () => void later(load, at, use));
    return false;
  }
  await use(loaded);
  return true;
}

/**
 * Loads a part once, however often the page that shows it is rendered.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {(at: () => Place, use?: (part: T) => unknown) => void}
 */
export function onDemand(load) {
  let begun = false;
  return (at, use) => {
    const missing = () => at()?.nextElementSibling?.classList.contains(NAME);
    if (begun || missing()) return;
    begun = true;
    later(load, at, use).then((loaded) => {
      begun = loaded;
    });
  };
}
