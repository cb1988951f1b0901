/** The questions on sentences. Their elements are loaded with the first answer. */
import { html } from 'lit';
import { onDemand } from '../../ui/later.js';
import { modelKind } from '../slot.js';
import { failed } from './answers.js';
import { wordsOf } from './phrases.js';
import { question } from './question.js';

const SHOWN = 8; // words with their chances

const load = onDemand(() => import('./sentence-elements.js'));

const loadFor = (/** @type {string} */ tag) => load(() => document.querySelector(tag));

export const next = question({
  name: 'next',
  needs: ['next'],
  pause: 200,
  suits: (asking) => asking.can('next'),
  ask: (asking) => {
    const { model, phrases, slot } = asking;
    const words = wordsOf(phrases.next, slot.known);
    return asking.answer(words, 'items', () => model.predictNext(words, { topn: SHOWN }));
  },
  show: ({ phrases, slot, trained }, answer) => {
    loadFor('ask-next');
    return html`<ask-next
    .text=${phrases.next}
    .answer=${answer}
    .trained=${trained}
    .context=${modelKind(slot) === 'nnlm' ? slot.values.context : 0}
  ></ask-next>`;
  },
});

export const blank = question({
  name: 'blank',
  needs: ['blank', 'using'],
  pause: 200,
  suits: (asking) => asking.can('blank'),
  ask: async (asking) => {
    const { model, phrases, slot, values } = asking;
    const words = wordsOf(phrases.blank, slot.known, { blank: true });
    const given = words.filter((word) => word !== '_');
    if (given.length !== words.length - 1) return failed(given, { code: 'NoBlank' });
    const sides = asking.can('backward') ? { using: values.using } : {};
    return asking.answer(given, 'items', () =>
      model.predictMiddle(words, { topn: SHOWN, ...sides }),
    );
  },
  show: (asking, answer) => {
    loadFor('ask-blank');
    return html`<ask-blank
    .text=${asking.phrases.blank}
    .answer=${answer}
    .using=${asking.values.using}
    .sides=${asking.can('backward')}
    .trained=${asking.trained}
  ></ask-blank>`;
  },
});

export const sentence = question({
  name: 'scored',
  needs: ['scored', 'direction'],
  pause: 200,
  suits: (asking) => asking.can('score'),
  ask: (asking) => {
    const { model, phrases, slot, values } = asking;
    const words = wordsOf(phrases.scored, slot.known);
    const sides = asking.can('backward') ? { direction: values.direction } : {};
    return asking.answer(words, 'score', () => model.scoreSentence(words, sides));
  },
  show: (asking, answer) => {
    loadFor('ask-sentence');
    return html`<ask-sentence
    .text=${asking.phrases.scored}
    .answer=${answer}
    .direction=${asking.values.direction}
    .directions=${asking.can('backward')}
  ></ask-sentence>`;
  },
});

/** Only for a model at rest: a text that changes with every report cannot be read. */
export const generated = question({
  name: 'generated',
  needs: ['prompt', 'length', 'temperature', 'topK', 'draw'],
  pause: 200,
  suits: (asking) => asking.can('generate'),
  ask: async (asking) => {
    const { model, phrases, slot, begun } = asking;
    if (slot.running || !begun) return undefined;
    const { length, temperature, topK, draw: seed } = asking.values;
    const prompt = wordsOf(phrases.prompt, slot.known);
    return asking.answer(prompt, 'text', () =>
      model.generate({ prompt, length, temperature, topK, seed }),
    );
  },
  show: ({ begun, phrases, values }, answer) => {
    loadFor('ask-generate');
    return html`<ask-generate
    .text=${phrases.prompt}
    .answer=${answer}
    .values=${values}
    .trained=${begun}
  ></ask-generate>`;
  },
});
