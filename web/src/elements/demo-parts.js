import { html } from 'lit';
import { t } from '../i18n/index.js';
import { controls, questions, stage } from './lab-sections.js';

/**
 * The Lab as a demo in somebody's article: the stage first, then what can be asked; what can be set
 * is there when it is wanted.
 * @param {import('./lab-app.js').LabApp} app @param {any} slot
 */
export const demoParts = (app, slot) => html`
  <div class="demo-parts">
    ${stage(app, slot)}
    <details class="demo-part" open>
      <summary>${t('page.questions')}</summary>
      <div class="questions">${questions(app, slot)}</div>
    </details>
    <details class="demo-part demo-settings">
      <summary>${t('page.controls')}</summary>
      <div class="controls">${controls(app, slot)}</div>
    </details>
  </div>
`;
