import { html } from 'lit';
import { part } from '../../api/part.js';
import { spellingIn } from '../../text/spelling.js';
import { onDemand } from '../../ui/later.js';
import { modelKind } from '../slot.js';
import { question } from './question.js';

const SHOWN = 8;

const panel = onDemand(() => import('./ask-beside.js'));

/**
 * Which words does Skip-gram expect beside a word? Before the first step it expects all alike, and
 * the page loads nothing for it.
 */
export const beside = question({
  name: 'beside',
  needs: ['nearest'],
  pause: 1000, // both matrices are copied
  suits: ({ begun, slot }) => begun && modelKind(slot) === 'skip-gram',
  ask: (asking) => {
    const { model, slot, words } = asking;
    const { nearest } = words;
    return asking.answer([nearest], 'items', async () => {
      const { wordsBeside } = await part(() => import('./beside-chances.js'));
      return wordsBeside(model, spellingIn(slot.known, nearest) ?? nearest, SHOWN);
    });
  },
  show: ({ slot, trained, words }, answer) => {
    panel(() => document.querySelector('ask-beside'));
    return html`<ask-beside
      .word=${words.nearest}
      .known=${slot.known}
      .answer=${answer}
      .objective=${slot.model?.options.objective ?? ''}
      .trained=${trained}
    ></ask-beside>`;
  },
});
