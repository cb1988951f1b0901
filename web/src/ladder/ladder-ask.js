import { html, nothing } from 'lit';
import { comma } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { cleanWord } from '../link/kinds.js';
import { textOf } from '../ui/inputs.js';
import { POLYSEMES } from './first-questions.js';
import { QUESTIONS, RUNGS } from './rungs.js';
import { cleanSentence } from './table.js';

/**
 * The question for all models: its kind and its words. Five small marks on each tab show which
 * models can answer it.
 * @typedef {import('./session.js').LadderSession} Session
 */

/** @param {Session} session */
export const questionBar = (session) => html`
  <section class="ask" aria-labelledby="ask-title">
    <fieldset class="ask-tabs" id="question">
      <legend id="ask-title">${t('ladder.ask.title')}</legend>
      ${QUESTIONS.map((question) => tab(session, question))}
    </fieldset>
    <div class="ask-fields">
      ${fields[session.store.get('question')](session)}
      ${problemOf(session)}
    </div>
  </section>
`;

/** @param {Session} session @param {import('./rungs.js').Question} question */
function tab({ store, steps }, question) {
  const chosen = store.get('question') === question;
  const right = steps.filter(({ answers }) => answers[question]?.verdict === 'yes');
  const any = steps.some(({ answers }) => answers[question]);
  const said = right.map(({ rung }) => t(`ladder.rung.${rung.id}`)).join(comma());
  return html`<label class=${chosen ? 'chosen' : ''}
    ><input
      type="radio"
      name="question"
      value=${question}
      .checked=${chosen}
      @change=${() => store.set({ question })}
    /><span>${t(`ladder.ask.${question}`)}</span>
    <span class="marks" aria-hidden="true"
      >${RUNGS.map(({ id }, i) => html`<i class=${steps[i].answers[question]?.verdict ?? ''} title=${t(`ladder.rung.${id}`)}></i>`)}</span
    ><span class="visually-hidden"
      >${any ? t('ladder.ask.right', { names: said || t('ladder.ask.nobody') }) : ''}</span
    ></label
  >`;
}

/** @param {Session} session @param {{id: string, value: string, label: string, set: (text: string) => void, wide?: boolean, list?: string}} options */
const input = (session, { id, value, label, set, wide = false, list }) => html`<input
  dir="auto"
  class=${`text ${wide ? 'wide' : 'short'}`}
  id=${id}
  aria-label=${label}
  lang=${session.store.get('corpus') === 'zh' ? 'zh-Hans' : 'en'}
  list=${list ?? nothing}
  autocomplete="off"
  autocapitalize="off"
  spellcheck="false"
  maxlength="160"
  aria-describedby="ask-problem"
  .value=${value}
  @input=${(/** @type {Event} */ event) => set(textOf(event))}
/>`;

const words = (/** @type {Session} */ session) => html`<datalist id="ladder-words">
  ${Object.keys(session.corpus?.groups ?? {}).map((word) => html`<option value=${word}></option>`)}
</datalist>`;

/** @type {Record<string, (session: Session) => unknown>} */
const fields = {
  similar: (session) => {
    const { store } = session;
    return html`${t('ladder.ask.similar.before')}
    ${input(session, {
      id: 'ask-similar',
      value: store.get('similar'),
      label: t('ladder.ask.similar.label'),
      list: 'ladder-words',
      set: (text) => store.set({ similar: cleanWord(text) || undefined }),
    })}${t('ladder.ask.similar.after')}${words(session)}`;
  },

  analogy: (session) => {
    const { store } = session;
    const list = store.get('analogy');
    const part = (/** @type {number} */ i) =>
      input(session, {
        id: `ask-analogy-${i + 1}`,
        value: list[i],
        label: t('ladder.ask.analogy.label', { number: i + 1 }),
        list: 'ladder-words',
        set: (text) => {
          const word = cleanWord(text);
          if (word)
            store.set({
              analogy: list.map((/** @type {string} */ w, /** @type {number} */ j) =>
                j === i ? word : w,
              ),
            });
        },
      });
    return html`${part(0)} ${t('ladder.ask.analogy.isTo')} ${part(1)}
    ${t('ladder.ask.analogy.as')} ${part(2)} ${t('ladder.ask.analogy.isTo')} <b>?</b>${words(session)}`;
  },

  next: (session) => sentence(session, 'next'),
  blank: (session) => sentence(session, 'blank'),

  senses: (session) => {
    const { store } = session;
    const polysemes = POLYSEMES[store.get('corpus')];
    const one = (/** @type {'first' | 'second'} */ name, /** @type {number} */ number) => html`
      <span class="sense-line"
        ><b class="vote-number">${number}</b>
        ${input(session, {
          id: `ask-${name}`,
          value: store.get(name),
          label: t('ladder.ask.senses.label', { number }),
          wide: true,
          set: (text) => store.set({ [name]: cleanSentence(text) || undefined }),
        })}</span
      >
    `;
    return html`<select
        id="ask-polyseme"
        aria-label=${t('ladder.ask.senses.word')}
        data-value=${store.get('polyseme')}
        @change=${(/** @type {Event} */ event) => store.set({ polyseme: textOf(event) })}
      >
        ${polysemes.map(
          (word) =>
            html`<option ?selected=${word === store.get('polyseme')} value=${word}>${word}</option>`,
        )}
      </select>
      <span class="sense-lines">${one('first', 1)}${one('second', 2)}</span>`;
  },
};

/** @param {Session} session @param {'next' | 'blank'} name */
const sentence = (session, name) =>
  html`${input(session, {
    id: `ask-${name}`,
    value: session.store.get(name),
    label: t(`ladder.ask.${name}.label`),
    wide: true,
    set: (text) => session.store.set({ [name]: cleanSentence(text) || undefined }),
  })}<span class="ask-hint">${t(`ladder.ask.${name}.hint`)}</span>`;

/** An error in the question, shown once. @param {Session} session */
function problemOf({ steps, store, known, corpus }) {
  const { question, similar, analogy } = store.values;
  const asked = question === 'similar' ? [similar] : question === 'analogy' ? analogy : [];
  const vocabulary = known.size ? known : null;
  const strange =
    vocabulary && corpus ? asked.filter((/** @type {string} */ w) => !vocabulary.has(w)) : [];
  const error = steps
    .map(({ answers }) => answers[question]?.error)
    .find((e) => e?.code === 'BadQuestion');
  const text = strange.length
    ? t('ladder.problem.unknown', { words: strange.join(comma()) })
    : error
      ? t(`ladder.problem.${error.parameter}`, error.values)
      : '';
  return html`<p class=${text ? 'problem' : 'visually-hidden'} id="ask-problem" role="status">${text}</p>`;
}
