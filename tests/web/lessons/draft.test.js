/** The editor's drafts become lesson files, and files drafts. */
import { expect, it } from 'vitest';
import { draftOf, lessonOf, newDraft } from '../../../web/src/lessons/editor/draft.js';
import { readLesson } from '../../../web/src/tasks/read-lesson.js';

/** @type {import('../../../web/src/lessons/editor/draft.js').Draft} */
const FILLED = {
  title: 'Queens',
  about: 'Who is near whom.',
  by: 'Ms Li',
  seat: true,
  steps: [
    {
      title: 'Near',
      text: 'Train it.',
      link: 'lab.html#v=1&corpus=relations-en&model=cbow',
      asking: 'options',
      question: 'Who?',
      options: [
        { text: 'queen', because: '', right: true },
        { text: 'palace', because: 'They stand together.', right: false },
      ],
      outcome: '',
      goal: 'queen first',
      conditions: [
        { name: 'place', words: 'king queen', limit: 'atMost', value: '1' },
        { name: 'nearest', words: 'king', limit: 'is', value: 'queen' },
      ],
      best: 'dimensions',
      order: 'least',
      hints: ['More epochs.'],
      because: 'Used alike.',
    },
  ],
};

it('a filled draft is a lesson without faults', async () => {
  const { lesson, faults } = await readLesson(JSON.stringify(lessonOf(FILLED)));
  expect(faults).toEqual([]);
  expect(lesson?.steps[0].goal?.conditions[1]).toEqual({ measure: 'nearest king', is: 'queen' });
});

it('a lesson opened again is the same draft', () => {
  expect(draftOf(lessonOf(FILLED), 'en')).toEqual(FILLED);
});

it('an empty draft is told what it needs', async () => {
  const { faults } = await readLesson(JSON.stringify(lessonOf(newDraft('lab.html#v=1'))));
  expect(faults.map(({ path, kind }) => `${path} ${kind}`)).toEqual(
    expect.arrayContaining([
      'title empty',
      'steps.0.title empty',
      'steps.0.predict.question empty',
      'steps.0.predict.options few',
    ]),
  );
});
