import { html, nothing } from 'lit';
import { whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { define, given, LabElement } from '../../ui/base.js';

/** @typedef {import('../../worker/files/collected.js').Found} Found */

/**
 * Facts about vectors from a file, and a button to train from them: `startFrom`.
 */
export class ImportNotes extends LabElement {
  static properties = given('found startFrom');

  constructor() {
    super();
    /** @type {Found | null} */
    this.found = null;
    /** @type {() => Promise<void>} */
    this.startFrom = async () => {};
  }

  render() {
    const notes = this.found ? notesOf(this.found) : [];
    return html`
      <div class="import-notes">
        ${
          notes.length
            ? html`<ul class="note" id="import-notes">
                ${notes.map((note) => html`<li>${note}</li>`)}
              </ul>`
            : nothing
        }
        <p class="note">
          <button
            type="button"
            class="link"
            id="start-from"
            aria-describedby="start-from-help"
            @click=${() => this.startFrom()}
          >
            ${t('import.train')}
          </button>
          <span id="start-from-help">${t('import.train.help')}</span>
        </p>
      </div>
    `;
  }
}

/** @type {('duplicates' | 'renamed' | 'skipped')[]} */
const COUNTED = ['duplicates', 'renamed', 'skipped'];

/** @param {Found} found */
function notesOf(found) {
  const words = whole(found.words);
  const promised = whole(found.promised);
  const notes = [];
  if (found.limited) {
    notes.push(t(`import.note.${found.promised ? 'promised' : 'limited'}`, { words, promised }));
  }
  if (found.short) notes.push(t('import.note.short', { words, promised }));
  if (found.long) notes.push(t('import.note.long', { promised }));
  for (const kind of COUNTED) {
    const values = { count: whole(found[kind]), line: whole(found.firstSkipped) };
    if (found[kind] > 0) notes.push(t(`import.note.${kind}`, values));
  }
  return notes;
}

define('import-notes', ImportNotes);
