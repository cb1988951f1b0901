import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { glossed } from './gloss.js';

/** The lesson of a page as text below its stage. @param {string} title @param {unknown} parts */
export const lesson = (title, parts, /** @type {unknown} */ more = nothing) => html`
  <section class="lesson" aria-labelledby="lesson-title">
    <h2 id="lesson-title">${title}</h2>
    <div class="lesson-parts">${parts}</div>
    ${more}
  </section>
`;

/** One section of the lesson: the messages `key` and `key.title`. @param {string} key */
export const lessonPart = (key, /** @type {unknown} */ more = nothing) => html`<div>
  <h3>${t(`${key}.title`)}</h3>
  <p>${glossed(t(key))}</p>
  ${more}
</div>`;

/** Suggestions of what to try. @param {string} title @param {string[]} keys keys of messages */
export const lessonTries = (title, keys) => html`<div>
  <h3>${title}</h3>
  <ul class="tries">
    ${keys.map((key) => html`<li>${glossed(t(key))}</li>`)}
  </ul>
</div>`;
