import { html, nothing } from 'lit';
import { addMessages, has, t } from '../i18n/index.js';
import { en } from '../i18n/lesson-en.js';
import { zh } from '../i18n/lesson-zh.js';
import { define, LabElement } from './base.js';

addMessages({ en, zh });

const PARTS = ['1', '2', '3']; // how it learns, what comes of it, what it leaves open
const TRIES = ['1', '2', '3'];

/** @type {Record<string, string>} the model that answers what this one leaves open */
const NEXT = { 'one-hot': 'nnlm', nnlm: 'cbow', cbow: 'skip-gram', 'skip-gram': 'elmo' };
/** Where two models lead, beyond the Lab. @type {Record<string, string[]>} */
const BEYOND = { 'skip-gram': ['polysemy'], elmo: ['polysemy', 'transfer'] };

/**
 * What the model on the stage is about, in words. Fetched when the reader comes near it.
 * Event: `set` {model}.
 */
export class LabLesson extends LabElement {
  static properties = { model: {}, pages: { attribute: false } };

  constructor() {
    super();
    this.model = '';
    /** @type {Array<{id: string, href: string}>} */
    this.pages = [];
  }

  #goOn(/** @type {string} */ model) {
    this.emit('set', { model });
    window.scrollTo({ top: 0 });
  }

  render() {
    const { model } = this;
    if (!has(`lesson.${model}.1`)) return nothing; // vectors of a file have no lesson
    return html`
      <section class="lesson" aria-labelledby="lesson-title">
        <h2 id="lesson-title">${t('lesson.title')}</h2>
        <div class="lesson-parts">
          ${PARTS.map(
            (part) => html`<div>
              <h3>${t(`lesson.${model}.${part}.title`)}</h3>
              <p>${t(`lesson.${model}.${part}`)}</p>
              ${part === PARTS.at(-1) ? this.#ways() : nothing}
            </div>`,
          )}
          <div>
            <h3>${t('lesson.try')}</h3>
            <ul class="tries">
              ${TRIES.filter((n) => has(`lesson.${model}.try.${n}`)).map(
                (n) => html`<li>${t(`lesson.${model}.try.${n}`)}</li>`,
              )}
            </ul>
          </div>
        </div>
      </section>
    `;
  }

  /** From here to the next model, or to the pages that go further. */
  #ways() {
    const next = NEXT[this.model];
    const beyond = this.pages.filter(({ id }) => BEYOND[this.model]?.includes(id));
    return html`<p class="lesson-ways">
      ${
        next
          ? html`<button type="button" class="plain" id="lesson-next" @click=${() => this.#goOn(next)}>
              ${t('lesson.to', { name: t(`story.${next}`) })}
            </button>`
          : nothing
      }
      ${beyond.map(
        ({ id, href }) => html`<a id=${`lesson-${id}`} href=${href}>${t(`story.${id}`)}</a>`,
      )}
    </p>`;
  }
}

define('lab-lesson', LabLesson);
