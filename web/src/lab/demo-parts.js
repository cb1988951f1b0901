import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { namesIn } from '../link/link-fields.js';
import { controls, questions, sentences, stage } from './lab-sections.js';
import { FIELDS } from './table.js';

/** The parts of the settings that are no field. */
const OF_SETTINGS = ['controls', 'parameters', 'corpus', 'text', 'cut', 'more'];

/** Whether a link wants to see a part of the settings. @param {string} part */
const isSetting = (part) =>
  OF_SETTINGS.includes(part) || FIELDS.some(({ key, training }) => training && key === part);

/**
 * The Lab as an embedded demo: the stage first, then the questions; the settings are shown on
 * demand, or first if the link opens a part of them.
 * @param {import('./lab-app.js').LabApp} app @param {import('./slot.js').Slot} slot
 */
export function demoParts(app, slot) {
  const { store } = app.session;
  const hidden = namesIn(store.get('hide'));
  const noControls = ['corpus', 'parameters'].every((name) => hidden.includes(name));
  const settingsFirst = isSetting(store.get('opened'));
  const settings =
    hidden.includes('controls') || noControls
      ? nothing
      : html`<details class="demo-part demo-settings" ?open=${settingsFirst}>
          <summary>${t('page.controls')}</summary>
          <div class="controls">${controls(app, slot)}</div>
        </details>`;
  return html`
    <div class=${settingsFirst ? 'demo-parts settings-first' : 'demo-parts'}>
      ${settingsFirst ? settings : nothing} ${stage(app, slot)}
      ${
        hidden.includes('questions')
          ? nothing
          : html`<details class="demo-part demo-questions" open>
              <summary>${t('page.questions')}</summary>
              <div class="questions">${sentences(app, slot)} ${questions(app, slot)}</div>
            </details>`
      }
      ${settingsFirst ? nothing : settings}
    </div>
  `;
}
