/** The Lab's questions, as they are asked of several runs (api/repeat-questions.js). */
import { analogiesOf } from '../ask/analogy-file.js';
import { wordsOf } from '../ask/phrases.js';

/**
 * @typedef {import('../ask/question.js').Asking} Asking
 * @typedef {import('../../api/repeat-questions.js').Ask} Ask
 */

/** By the names of the questions; what is asked comes first. @type {Record<string, (asking: Asking) => Ask | null>} */
const ASKS = {
  nearest: ({ words, matrix }) => ({ similar: words.nearest, matrix }),
  analogy: ({ words, matrix }) => ({ analogy: [...words.analogy], matrix }),
  odd: ({ words, matrix }) => ({ odd: [...words.odd], matrix }),
  pair: ({ words, matrix }) => ({ pair: [...words.pair], matrix }),
  next: ({ phrases, slot }) => ({ next: wordsOf(phrases.next, slot.known) }),
  blank: (asking) => {
    const blank = wordsOf(asking.phrases.blank, asking.slot.known, { blank: true });
    if (blank.filter((word) => word === '_').length !== 1) return null;
    return { blank, ...(asking.can('backward') && { using: asking.values.using }) };
  },
  scored: (asking) => {
    const { phrases, slot, values } = asking;
    const score = wordsOf(phrases.scored, slot.known);
    return { score, ...(asking.can('backward') && { direction: values.direction }) };
  },
  generated: ({ phrases, slot, values, begun }) => {
    if (!begun) return null;
    const { length, temperature, topK, draw: seed } = values;
    return { generate: wordsOf(phrases.prompt, slot.known), length, temperature, topK, seed };
  },
  evaluation: (asking) => {
    const evaluate = analogiesOf(asking);
    return evaluate ? { evaluate } : null;
  },
  evaluated: ({ session }) => (session.evaluated ? { evaluate: session.evaluated } : null),
};

/** Whether all words of a question are known: else it has no answer. @param {Ask} ask @param {Set<string>} known */
function answerable(ask, known) {
  if ('evaluate' in ask) return true; // lines with unknown words are left out
  const [asked] = Object.values(ask);
  return [asked].flat().every((word) => word === '_' || known.has(String(word)));
}

/** What a question asks now; null if several runs cannot be asked it. @param {string} name @param {Asking} asking */
export function askOf(name, asking) {
  const ask = ASKS[name]?.(asking) ?? null;
  return ask && answerable(ask, asking.slot.known) ? ask : null;
}

export const ASKED = Object.keys(ASKS);
