/** What the reader must know about their text in the address. */
import { html } from 'lit';
import { t } from '../i18n/index.js';

/** @param {{tooLong: boolean, broken: string}} state broken: the code of what is wrong with it */
export const textNotes = ({ tooLong, broken }) => html`
  <div role="status" id="text-notes">
    ${tooLong ? html`<p class="note">${t('experiments.text.tooLong')}</p>` : ''}
    ${broken ? html`<p class="problem">${t(`experiments.text.${broken}`)}</p>` : ''}
  </div>
`;
