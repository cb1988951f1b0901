/** The question: which kind, and its words. */
import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { choice } from '../../ui/choice.js';
import { textOf } from '../../ui/inputs.js';

/** @typedef {import('./asked.js').Asked} Asked */

/** @type {Record<Asked['kind'], number>} */
const WORDS = { pair: 2, analogy: 4, blank: 0 };
const KINDS = /** @type {Asked['kind'][]} */ (Object.keys(WORDS));

/** The question of an address; null if it has none. @param {Map<string, string>} fields @returns {Asked | null} */
export function askedOf(fields) {
  const kind = KINDS.find((one) => one === fields.get('kind'));
  const said = fields.get('words') ?? '';
  if (!kind || !said) return null;
  if (kind === 'blank') return blankOf(said, fields.get('answer') ?? '');
  const words = said.split(',').map((word) => word.trim());
  return words.length === WORDS[kind] ? { kind, words } : null;
}

/** @param {string} text @param {string} answer @returns {Asked | null} */
function blankOf(text, answer) {
  const words = text.trim().split(/\s+/u);
  const blanks = words.filter((word) => word === '_').length;
  return blanks === 1 && words.length > 1 && answer ? { kind: 'blank', words, answer } : null;
}

/** Another kind of question with the same words as far as they go. @param {Asked} asked @param {Asked['kind']} kind @returns {Asked} */
function turned(asked, kind) {
  const words = asked.words.filter((word) => word !== '_');
  if (kind === 'blank') return { kind, words: [words[0] ?? '', '_'], answer: words[1] ?? '' };
  return { kind, words: Array.from({ length: WORDS[kind] }, (_, i) => words[i] ?? '') };
}

/**
 * @param {Asked} asked @param {(asked: Asked) => void} ask
 */
export function askedFields(asked, ask) {
  return html`<div class="asked">
    ${choice({
      id: 'sentences-kind',
      legend: t('sentences.kind'),
      values: KINDS,
      current: asked.kind,
      label: (kind) => t(`sentences.kind.${kind}`),
      look: 'row below',
      choose: (kind) => ask(turned(asked, /** @type {Asked['kind']} */ (kind))),
    })}
    <div class="asked-words">
      ${
        asked.kind === 'blank'
          ? [
              field('asked-text', t('sentences.sentence'), asked.words.join(' '), (text) =>
                ask(blankOf(text, asked.answer) ?? asked),
              ),
              field('asked-answer', t('sentences.answer'), asked.answer, (answer) =>
                ask({ ...asked, answer: answer.trim() }),
              ),
            ]
          : asked.words.map((word, i) =>
              field(`asked-${i + 1}`, t(`sentences.word.${asked.kind}.${i + 1}`), word, (text) =>
                ask({
                  ...asked,
                  words: asked.words.map((old, j) => (i === j ? text.trim() : old)),
                }),
              ),
            )
      }
    </div>
  </div>`;
}

/**
 * @param {string} id @param {string} label @param {string} value
 * @param {(text: string) => void} take
 */
const field = (id, label, value, take) => html`<label class="asked-field">
  <span>${label}</span>
  <input
    id=${id}
    class="text"
    dir="auto"
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    .value=${value}
    @change=${(/** @type {Event} */ event) => take(textOf(event))}
  />
</label>`;
