import { html, nothing } from 'lit';
import { language, t } from '../i18n/index.js';
import { define, given, LabElement } from './base.js';
import { hostOf } from './root.js';
import { textPage } from './site-pages.js';

/** Terms (i18n/terms.js) and the questions that show them, by their ids on the page of questions. */
const OF_TERMS = {
  loss: 'loss',
  nat: 'loss',
  perplexity: 'loss',
  softmax: 'negative-sampling',
  negative: 'negative-sampling',
  pca: 'single-dimensions',
  dimensions: 'single-dimensions',
  seed: 'another-result',
  bits: 'another-result',
  build: 'another-result',
  inout: 'why-input-rows',
  cosine: 'cosine',
  onehot: 'one-hot-input',
  embedding: 'embedding-layer',
  finetune: 'freezing',
  freeze: 'freezing',
  pretrain: 'freezing',
};

/** Errors that a question explains, by their codes. */
const OF_ERRORS = { UnknownWord: 'unknown-word', VocabularyTooSmall: 'missing-word' };

/** Both lists. @type {{terms: Record<string, string>, errors: Record<string, string>}} */
export const ANSWERS = { terms: OF_TERMS, errors: OF_ERRORS };

/** A link to a question. Demos in other people's pages have no page of questions. */
export class AnswerLink extends LabElement {
  static properties = given('answer label');

  constructor() {
    super();
    /** The id of the question. */
    this.answer = '';
    /** Key of the link's text. */
    this.label = 'answer.term';
  }

  render() {
    if (hostOf(this)) return nothing;
    const page = textPage('questions', language());
    return html`<a href=${`${page}#${this.answer}`}>${t(this.label)}</a>`;
  }
}

define('answer-link', AnswerLink);

/** @param {string} term */
export const answerOf = (term) => {
  const answer = ANSWERS.terms[term];
  return answer ? html` <answer-link .answer=${answer}></answer-link>` : nothing;
};

/** @param {string} [code] of an error */
export const helpFor = (code = '') => {
  const answer = ANSWERS.errors[code];
  return answer
    ? html` <answer-link .answer=${answer} .label=${'answer.help'}></answer-link>`
    : nothing;
};
