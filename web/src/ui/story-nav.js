import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from './base.js';

/**
 * The navigation follows the story: one step per model, then the pages that compare models. Event:
 * `set` {model}.
 */
export class StoryNav extends LabElement {
  static properties = given('models current marks pages');

  constructor() {
    super();
    /** @type {string[]} */
    this.models = [];
    this.current = '';
    /** @type {Record<string, '' | 'trained' | 'running'>} */
    this.marks = {};
    /** @type {Array<{id: string, href: string, isModel?: boolean}>} */
    this.pages = [];
  }

  updated(/** @type {import('lit').PropertyValues<this>} */ changed) {
    if (!changed.has('current')) return;
    // On a phone the row scrolls so that the current step is visible.
    /** @type {HTMLElement | null} */
    const link = this.querySelector('[aria-current]');
    const row = link?.parentElement?.parentElement;
    if (!link || !row || row.scrollWidth <= row.clientWidth) return;
    row.scrollLeft = link.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
  }

  render() {
    return html`
      <nav class="story" aria-label=${t('story.label')}>
        <ul>
          ${this.models.map((model) => this.#step(model))}
          ${this.pages.map((page) => this.#page(page))}
        </ul>
      </nav>
    `;
  }

  #page(/** @type {StoryNav['pages'][number]} */ { id, href, isModel }) {
    return html`<li class=${isModel ? nothing : 'story-page'}>
      <a
        id=${`story-${id}`}
        href=${href}
        aria-current=${id === this.current ? 'page' : nothing}
      >
        <span class="story-name">${t(`story.${id}`)}</span>
        <span class="story-adds">${t(`story.${id}.adds`)}</span>
      </a>
    </li>`;
  }

  #step(/** @type {string} */ model) {
    const mark = this.marks[model];
    return html`<li>
      <button
        type="button"
        id=${`story-${model}`}
        aria-current=${model === this.current ? 'step' : nothing}
        @click=${() => this.emit('set', { model })}
      >
        <span class="story-name"
          >${t(`story.${model}`)}${
            mark
              ? html`<span class=${`story-mark ${mark}`} title=${t(`story.${mark}`)}></span
                  ><span class="visually-hidden">, ${t(`story.${mark}`)}</span>`
              : nothing
          }</span
        >
        <span class="story-adds">${t(`story.${model}.adds`)}</span>
      </button>
    </li>`;
  }
}

define('story-nav', StoryNav);
