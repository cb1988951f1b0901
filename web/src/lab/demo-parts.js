import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { namesIn } from '../link/link-fields.js';
import { controls, questions, sentences, stage } from './lab-sections.js';

/**
 * The Lab as an embedded demo: the stage first, then the questions; the settings are shown on
 * demand.
 * @param {import('./lab-app.js').LabApp} app @param {import('./slot.js').Slot} slot
 */
export function demoParts(app, slot) {
  const { store } = app.session;
  const hidden = namesIn(store.get('hide'));
  const noControls = ['corpus', 'parameters'].every((name) => hidden.includes(name));
  return html`
    <div class="demo-parts">
      ${stage(app, slot)}
      ${
        hidden.includes('questions')
          ? nothing
          : html`<details class="demo-part demo-questions" open>
              <summary>${t('page.questions')}</summary>
              <div class="questions">${sentences(app, slot)} ${questions(app, slot)}</div>
            </details>`
      }
      ${
        hidden.includes('controls') || noControls
          ? nothing
          : html`<details class="demo-part demo-settings">
              <summary>${t('page.controls')}</summary>
              <div class="controls">${controls(app, slot)}</div>
            </details>`
      }
    </div>
  `;
}
