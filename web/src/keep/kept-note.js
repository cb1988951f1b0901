import { html, nothing } from 'lit';
import { errorText } from '../i18n/errors.js';
import { t } from '../i18n/index.js';
import '../styles/kept.css';
import { define, given, LabElement } from '../ui/base.js';
import { icon } from '../ui/parts.js';
import { epochOf, titleOf, whenOf } from './kept-words.js';

/** @typedef {import('./entry.js').Listed} Listed */

/** A note on a kept training: it is offered, is being restored, was resumed, or cannot be and why. */
export class KeptNote extends LabElement {
  static properties = given('keeping note');

  constructor() {
    super();
    /** @type {import('./trainings.js').Trainings | null} */
    this.keeping = null;
    /** @type {import('./trainings.js').Note | null} */
    this.note = null;
  }

  render() {
    const { keeping, note } = this;
    if (!keeping || !note) return nothing;
    const warns = note.kind === 'problem';
    return html`<p
      class=${`kept-note ${warns ? 'warns' : ''}`}
      id="kept-note"
      data-kind=${note.kind}
      role=${warns ? 'alert' : 'status'}
    >
      <span>${this.#text(note)}</span>
      ${note.kind === 'restoring' ? this.#afresh() : nothing}
      ${
        note.entry && (note.kind === 'offer' || note.kind === 'problem')
          ? this.#choices(note.entry, note.kind)
          : nothing
      }
      <button
        type="button"
        class="quiet square"
        id="kept-note-close"
        aria-label=${t('run.close')}
        title=${t('run.close')}
        @click=${() => keeping.dismiss()}
      >
        ${icon('close')}
      </button>
    </p>`;
  }

  #afresh() {
    return html`<button
      type="button"
      class="link"
      id="run-afresh"
      @click=${() => this.keeping?.beginAfresh()}
    >
      ${t('run.afresh')}
    </button>`;
  }

  #choices(/** @type {Listed} */ entry, /** @type {string} */ kind) {
    const { keeping } = this;
    return html`
      ${
        kind === 'offer'
          ? html`<button
              type="button"
              class="link"
              id="run-resume"
              @click=${() => keeping?.resume(entry)}
            >
              ${t(entry.about.report?.finished ? 'run.open' : 'run.resume')}
            </button>`
          : nothing
      }
      <button type="button" class="link" id="run-discard" @click=${() => keeping?.discard(entry)}>
        ${t('run.discard')}
      </button>
    `;
  }

  #text(/** @type {import('./trainings.js').Note} */ { kind, entry, error }) {
    if (kind === 'problem' || !entry) {
      return t(entry ? 'run.cannot' : 'run.problem', { reason: errorText(error ?? {}) });
    }
    const epoch = epochOf(entry.about);
    if (kind === 'restoring') return t('run.restoring', { epoch });
    if (kind === 'resumed')
      return t(entry.about.running ? 'run.resumed' : 'run.restored', { epoch });
    const what = titleOf(entry.about, this.keeping?.session.presets ?? []);
    return t(entry.about.report?.finished ? 'run.offer.finished' : 'run.offer', {
      what,
      epoch,
      time: whenOf(entry.saved),
    });
  }
}

define('kept-note', KeptNote);
