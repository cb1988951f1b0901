/** The form of one step. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { QUANTITIES } from '../../tasks/quantities.js';
import { pageOf } from '../../tasks/runs.js';
import { isWord, newCondition, newOption } from './draft.js';
import { checkField, selectField, textField } from './fields.js';

/**
 * @typedef {import('./draft.js').DraftStep} DraftStep
 * @typedef {import('./draft.js').DraftCondition} DraftCondition
 */

const MOST_OPTIONS = 6;
const MOST_CONDITIONS = 5;
const MOST_HINTS = 6;

/**
 * @param {DraftStep} step @param {string} id prefix of the ids
 * @param {(change: Partial<DraftStep>) => void} set
 */
export function stepForm(step, id, set) {
  return html`
    ${textField({ id: `${id}-title`, label: t('edit.step.title'), value: step.title, set: (title) => set({ title }) })}
    ${textField({ id: `${id}-text`, label: t('edit.step.text'), value: step.text, long: true, set: (text) => set({ text }) })}
    ${textField({
      id: `${id}-link`,
      label: t('edit.link'),
      note: t('edit.link.note'),
      value: step.link,
      set: (link) => set({ link: link.trim() }),
    })}
    ${prediction(step, id, set)} ${goal(step, id, set)} ${hints(step, id, set)}
    ${textField({ id: `${id}-because`, label: t('edit.because'), note: t('edit.because.note'), value: step.because, long: true, set: (because) => set({ because }) })}
  `;
}

/** @param {string} id @param {string} label @param {() => void} add */
const adder = (id, label, add) =>
  html`<button type="button" class="plain" id=${id} @click=${add}>${label}</button>`;

/** @param {string} id @param {string} label @param {() => void} remove */
const remover = (id, label, remove) =>
  html`<button type="button" class="quiet square" id=${id} aria-label=${label} title=${label} @click=${remove}>×</button>`;

/** @template T @param {T[]} list @param {number} at @param {T} one */
const replaced = (list, at, one) => list.map((old, i) => (i === at ? one : old));
/** @template T @param {T[]} list @param {number} at */
const without = (list, at) => list.filter((_, i) => i !== at);

/** @param {DraftStep} step @param {string} id @param {(change: Partial<DraftStep>) => void} set */
function prediction(step, id, set) {
  const { asking, options } = step;
  const ways = /** @type {const} */ (['options', 'word', 'number', 'none']);
  return html`<fieldset class="edit-group">
    <legend>${t('edit.prediction')}</legend>
    ${selectField({
      id: `${id}-asking`,
      label: t('edit.asking'),
      value: asking,
      options: ways.map((way) => [way, t(`edit.asking.${way}`)]),
      set: (value) => set({ asking: /** @type {DraftStep['asking']} */ (value) }),
    })}
    ${
      asking === 'none'
        ? nothing
        : textField({
            id: `${id}-question`,
            label: t('edit.question'),
            value: step.question,
            set: (question) => set({ question }),
          })
    }
    ${
      asking === 'options'
        ? html`${options.map((option, i) => {
            const change = (/** @type {object} */ more) =>
              set({ options: replaced(options, i, { ...option, ...more }) });
            return html`<div class="edit-option">
              ${textField({ id: `${id}-option-${i}`, label: t('edit.option', { count: i + 1 }), value: option.text, set: (text) => change({ text }) })}
              ${textField({ id: `${id}-reply-${i}`, label: t('edit.reply'), value: option.because, set: (because) => change({ because }) })}
              <div class="edit-row">
                ${checkField({
                  id: `${id}-right-${i}`,
                  type: 'radio',
                  group: `${id}-right`,
                  label: t('edit.right'),
                  checked: option.right,
                  set: () =>
                    set({ options: options.map((one, k) => ({ ...one, right: k === i })) }),
                })}
                ${options.length > 2 ? remover(`${id}-drop-option-${i}`, t('edit.drop'), () => set({ options: without(options, i) })) : nothing}
              </div>
            </div>`;
          })}
          ${options.length < MOST_OPTIONS ? adder(`${id}-add-option`, t('edit.addOption'), () => set({ options: [...options, newOption()] })) : nothing}`
        : nothing
    }
    ${
      asking === 'word' || asking === 'number'
        ? textField({
            id: `${id}-outcome`,
            label: t('edit.outcome'),
            note: t('edit.outcome.note'),
            list: 'measures',
            value: step.outcome,
            set: (outcome) => set({ outcome }),
          })
        : nothing
    }
  </fieldset>`;
}

/** @param {DraftStep} step @param {string} id @param {(change: Partial<DraftStep>) => void} set */
function goal(step, id, set) {
  const { conditions } = step;
  const numbers = conditions.filter(({ name }) => !isWord(name)).map(measureText);
  return html`<fieldset class="edit-group">
    <legend>${t('edit.goal')}</legend>
    ${textField({ id: `${id}-goal`, label: t('edit.goal.text'), note: t('edit.goal.note'), value: step.goal, set: (text) => set({ goal: text }) })}
    ${
      step.goal.trim()
        ? html`${conditions.map((condition, i) =>
            conditionForm(condition, `${id}-condition-${i}`, step.link, {
              set: (more) =>
                set({ conditions: replaced(conditions, i, { ...condition, ...more }) }),
              remove:
                conditions.length > 1 ? () => set({ conditions: without(conditions, i) }) : null,
            }),
          )}
          ${conditions.length < MOST_CONDITIONS ? adder(`${id}-add-condition`, t('edit.addCondition'), () => set({ conditions: [...conditions, newCondition()] })) : nothing}
          ${selectField({
            id: `${id}-best`,
            label: t('edit.best'),
            value: step.best && `${step.order} ${step.best}`,
            options: [
              ['', t('edit.best.none')],
              ...numbers.flatMap((measure) =>
                /** @type {const} */ (['least', 'most']).map(
                  (order) =>
                    /** @type {[string, string]} */ ([
                      `${order} ${measure}`,
                      t(`edit.best.${order}`, { measure }),
                    ]),
                ),
              ),
            ],
            set: (value) => {
              const [order, ...best] = value.split(' ');
              set({ best: best.join(' '), order: order === 'most' ? 'most' : 'least' });
            },
          })}`
        : nothing
    }
  </fieldset>`;
}

/** @param {DraftCondition} condition */
const measureText = ({ name, words }) => [name, words.trim()].filter(Boolean).join(' ');

/**
 * @param {DraftCondition} condition @param {string} id @param {string} link
 * @param {{set: (more: Partial<DraftCondition>) => void, remove: (() => void) | null}} how
 */
function conditionForm({ name, words, limit, value }, id, link, { set, remove }) {
  const page = pageOf(link) || 'lab';
  const names = Object.entries(QUANTITIES)
    .filter(([, { pages = ['lab'] }]) => pages.includes(page))
    .map(([one]) => /** @type {[string, string]} */ ([one, t(`edit.quantity.${one}`)]));
  const { takes = [] } = QUANTITIES[name] ?? {};
  return html`<div class="edit-condition">
    ${selectField({ id: `${id}-name`, label: t('edit.measure'), value: name, options: names, set: (one) => set({ name: one }) })}
    ${takes.length ? textField({ id: `${id}-words`, label: t('edit.words', { takes: takes.join(' ') }), value: words, set: (one) => set({ words: one }) }) : nothing}
    ${
      isWord(name)
        ? nothing
        : selectField({
            id: `${id}-limit`,
            label: t('edit.limit'),
            value: limit === 'is' ? 'atMost' : limit,
            options: [
              ['atMost', t('edit.limit.atMost')],
              ['atLeast', t('edit.limit.atLeast')],
            ],
            set: (one) => set({ limit: one === 'atLeast' ? 'atLeast' : 'atMost' }),
          })
    }
    ${textField({ id: `${id}-value`, label: t(isWord(name) ? 'edit.limit.is' : 'edit.value'), value, set: (one) => set({ value: one }) })}
    ${remove ? remover(`${id}-drop`, t('edit.drop'), remove) : nothing}
  </div>`;
}

/** @param {DraftStep} step @param {string} id @param {(change: Partial<DraftStep>) => void} set */
function hints({ hints: all }, id, set) {
  return html`<fieldset class="edit-group">
    <legend>${t('edit.hints')}</legend>
    ${all.map((hint, i) =>
      textField({
        id: `${id}-hint-${i}`,
        label: t('lesson.hint', { count: i + 1 }),
        value: hint,
        set: (text) => set({ hints: replaced(all, i, text) }),
      }),
    )}
    ${all.length < MOST_HINTS ? adder(`${id}-add-hint`, t('edit.addHint'), () => set({ hints: [...all, ''] })) : nothing}
  </fieldset>`;
}
