import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { define, LabElement } from './base.js';

const PARTS = ['static', 'elmo', 'layers', 'score'];
const TRIES = ['1', '2', '3', '4'];

/** The lesson in words, below the stage. */
export class SenseLesson extends LabElement {
  static properties = { lab: {} };

  constructor() {
    super();
    /** Where the Lab shows this word's neighbours. */
    this.lab = '';
  }

  render() {
    return html`
      <section class="lesson" aria-labelledby="lesson-title">
        <h2 id="lesson-title">${t('sense.lesson.title')}</h2>
        <div class="lesson-parts">
          ${PARTS.map(
            (part) => html`<div>
              <h3>${t(`sense.lesson.${part}.title`)}</h3>
              <p>${t(`sense.lesson.${part}`)}</p>
              ${
                part === 'static'
                  ? html`<p><a href=${this.lab}>${t('sense.lesson.lab')}</a></p>`
                  : nothing
              }
            </div>`,
          )}
          <div>
            <h3>${t('sense.lesson.try.title')}</h3>
            <ul class="tries">
              ${TRIES.map((n) => html`<li>${t(`sense.lesson.try.${n}`)}</li>`)}
            </ul>
          </div>
        </div>
      </section>
    `;
  }
}

define('sense-lesson', SenseLesson);
