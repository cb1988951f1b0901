/** The texts of lessons on the page; their marks are those of tasks/marked.js. */
import { html } from 'lit';
import { partsOf } from '../tasks/marked.js';

/** @param {string} text */
export const marked = (text) =>
  partsOf(text).map(({ kind, text: said }) => (kind === 'word' ? html`<i>${said}</i>` : said));
