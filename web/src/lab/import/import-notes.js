import { html, nothing } from 'lit';
import { whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { define, given, LabElement } from '../../ui/base.js';

/** @typedef {import('../../worker/types').Found} Found */

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

/** @param {Found} found */
function notesOf(found) {
  const words = whole(found.words);
  const promised = whole(found.promised);
  const notes = [];
  if (found.limited) {
    notes.push(t(`import.note.${found.promised ? 'promised' : 'limited'}`, { words, promised }));
  }
  if (found.short) {
    const rows = whole(found.words + found.leftOut);
    notes.push(t('import.note.short', { rows, promised }));
  }
  if (found.long) {
    notes.push(t(`import.note.${found.format === 'binary' ? 'long' : 'more'}`, { promised }));
  }
  if (found.firstLeftOut) {
    const values = { words, count: whole(found.leftOut), ...whyOf(found, found.firstLeftOut) };
    notes.push(t('import.note.leftOut', values));
  }
  if (found.encoding) {
    notes.push(t('import.note.encoding', { encoding: found.encoding.toUpperCase() }));
  }
  if (found.renamed > 0) notes.push(t('import.note.renamed', { count: whole(found.renamed) }));
  if (found.column && (found.column.of > 1 || found.column.heading)) {
    notes.push(t(`import.note.${found.column.heading ? 'heading' : 'column'}`, found.column));
  }
  return notes;
}

/** @param {Found} found @param {NonNullable<Found['firstLeftOut']>} first */
function whyOf({ format, dimensions }, { line, file, reason, text }) {
  return {
    place: t(`import.place.${format === 'tsv' ? file : format}`, { line: whole(line) }),
    reason: t(`import.reason.${reason}`, { text, dimensions: whole(dimensions) }),
  };
}

define('import-notes', ImportNotes);
