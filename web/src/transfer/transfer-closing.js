import { html } from 'lit';
import { t } from '../i18n/index.js';
import { lesson, lessonPart } from '../ui/lesson.js';

const FOUND = ['frozen', 'tuned', 'random', 'text'];

/**
 * The end of the page: conclusions, results of papers, and links to the next pages.
 * @param {import('./store.js').TransferStore} store
 */
export function closing(store) {
  const other = store.get('chapter') === 'text' ? 'images' : 'text';
  const found = FOUND.map((part) => lessonPart(`transfer.lesson.${part}`));
  return lesson(
    t('transfer.lesson.title'),
    found,
    html`
      <div class="closing">
        <h2>${t('transfer.closing.title')}</h2>
        <p>${t('transfer.closing.1')}</p>
        <p>${t('transfer.closing.2')}</p>
        <p>${t('transfer.closing.3')}</p>
        <p>
          <button
            type="button"
            class="plain"
            id="other-chapter"
            @click=${() => {
              store.set({ chapter: other });
              window.scrollTo({ top: 0 });
            }}
          >
            ${t(`transfer.closing.${other}`)}
          </button>
        </p>
      </div>
    `,
  );
}
