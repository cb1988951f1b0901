import { html, nothing } from 'lit';
import { titles } from '../../story/titles.js';
import { addMessages, has, language, t } from '../i18n/index.js';
import { en } from '../i18n/lesson-en.js';
import { zh } from '../i18n/lesson-zh.js';
import { MODELS } from '../link/story.js';
import { define, given, LabElement } from '../ui/base.js';
import { lesson, lessonPart, lessonTries } from '../ui/lesson.js';

addMessages({ en, zh });

const PARTS = ['1', '2']; // how it learns, what results
const TRIES = ['1', '2', '3'];

/** The chapters of the Story about each model. @type {Record<string, string[]>} */
const CHAPTERS = {
  'one-hot': ['number', 'table'],
  nnlm: ['guess', 'by-product'],
  cbow: ['blank'],
  'skip-gram': ['opposites', 'direction', 'apple'],
  elmo: ['context', 'loan'],
};

/** The pages to which two of the models lead. @type {Record<string, string[]>} */
const BEYOND = { 'skip-gram': ['polysemy'], elmo: ['polysemy', 'transfer'] };

/**
 * A text about the current model, loaded when the reader scrolls near it. Event: `set` {model}.
 */
export class LabLesson extends LabElement {
  static properties = given('model pages');

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
    if (!has(`lesson.${model}.1`)) return nothing; // vectors from a file have no lesson
    const key = `lesson.${model}`;
    const tries = TRIES.map((n) => `${key}.try.${n}`).filter(has);
    return lesson(t('lesson.title'), [
      ...PARTS.map((n) => lessonPart(`${key}.${n}`)),
      this.#chapters(),
      lessonTries(t('lesson.try'), tries),
    ]);
  }

  /** The chapters of the Story, and the way on. */
  #chapters() {
    const spoken = language();
    return html`<div>
      <h3>${t('lesson.chapter')}</h3>
      <p>${t('lesson.chapters')}</p>
      <ul class="lesson-chapters">
        ${CHAPTERS[this.model].map(
          (id) => html`<li>
            <a href=${`./story-${id}${spoken === 'zh' ? '.zh' : ''}.html`}
              >${titles[spoken][id].question}</a
            >
          </li>`,
        )}
      </ul>
      ${this.#ways()}
    </div>`;
  }

  /** Links to the next model, or to the pages that continue the story. */
  #ways() {
    const next = MODELS[MODELS.indexOf(this.model) + 1];
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
