/** Lesson files: what is wrong with one is told with its line. */
import { describe, expect, it } from 'vitest';
import { readLesson } from '../../../web/src/tasks/read-lesson.js';

const LAB = 'lab.html#v=1&corpus=relations-en&model=skip-gram';

/** A good lesson, written as people do. @param {(lesson: any) => void} [change] any: broken on purpose */
function written(change = () => {}) {
  const lesson = {
    preformer: 'lesson',
    version: 1,
    title: { en: 'Dimensions', zh: '维数' },
    steps: [
      {
        title: 'Few numbers',
        link: LAB,
        predict: {
          question: 'How many?',
          options: [
            { text: 'Three', is: '3', because: 'The map has two.' },
            { text: 'More', atLeast: 4 },
          ],
          outcome: 'dimensions',
        },
        goal: {
          text: 'queen first',
          conditions: [
            { measure: 'analogy-place man woman king queen', atMost: 1 },
            { measure: 'dimensions', atMost: 12 },
          ],
          best: { measure: 'dimensions', order: 'least' },
        },
        hints: ['Halve it.'],
        because: 'It needs room.',
      },
    ],
  };
  change(lesson);
  return JSON.stringify(lesson, null, 2);
}

/** @param {string} text */
async function faultsOf(text) {
  const { lesson, faults } = await readLesson(text);
  expect(lesson === null).toBe(faults.length > 0);
  return faults.map(({ line, kind }) => `${line} ${kind}`);
}

/** The line of a text in the good lesson. @param {string} part @param {string} [text] */
const line = (part, text = written()) =>
  text.split('\n').findLastIndex((row) => row.includes(part)) + 1;

it('reads a good lesson', async () => {
  const { lesson, faults } = await readLesson(written());
  expect(faults).toEqual([]);
  expect(lesson?.steps[0].goal?.conditions).toHaveLength(2);
});

describe('faults of form', () => {
  /** @type {[string, (lesson: any) => void, string, string][]} any: broken on purpose */
  const broken = [
    ['an unknown name', (l) => Object.assign(l.steps[0].goal, { hint: 'x' }), '"hint"', 'unknown'],
    ['no title', (l) => delete l.steps[0].title, '"link"', 'missing'],
    ['a number for a text', (l) => Object.assign(l.steps[0], { because: 3 }), '"because"', 'type'],
    ['no steps', (l) => Object.assign(l, { steps: [] }), '"steps"', 'few'],
    ['an empty text', (l) => Object.assign(l, { title: '' }), '"title": ""', 'empty'],
    [
      'another way of asking',
      (l) => {
        l.steps[0].predict.asks = 'song';
      },
      '"asks"',
      'permitted',
    ],
  ];
  it.each(broken)('%s', async (_, change, part, kind) => {
    const text = written(change);
    const at = kind === 'missing' ? line(part, text) - 1 : line(part, text);
    expect(await faultsOf(text)).toContain(`${at} ${kind}`);
  });

  it('a comma that is missing, another file, a newer version', async () => {
    const cut = written().replace('"version": 1,', '"version": 1');
    expect(await faultsOf(cut)).toEqual(['4 syntax']);
    expect(await faultsOf('{"a": 1}')).toEqual(['1 otherFile']);
    expect(await faultsOf('')).toEqual(['1 syntax']);
    expect(await faultsOf(written((l) => Object.assign(l, { version: 2, x: 1 })))).toEqual([
      '3 newer',
    ]);
  });
});

describe('faults of sense', () => {
  /** @type {[string, (step: any) => void, string, string][]} any: broken on purpose */
  const wrong = [
    [
      'a measure that does not exist',
      (s) => {
        s.goal.conditions[0].measure = 'rank king';
      },
      'rank king',
      'measure',
    ],
    [
      'too few words',
      (s) => {
        s.goal.conditions[0].measure = 'place king';
      },
      'place king',
      'measureWords',
    ],
    [
      'a word that the text does not have',
      (s) => {
        s.goal.conditions[0].measure = 'place king zebra';
      },
      'zebra',
      'word',
    ],
    [
      'a condition without a limit',
      (s) => {
        delete s.goal.conditions[0].atMost;
      },
      'analogy-place',
      'noLimit',
    ],
    [
      'a page that cannot be asked',
      (s) => {
        s.link = 'ladder.html#v=1';
      },
      'ladder.html',
      'page',
    ],
    [
      'what a fixed model cannot',
      (s) => {
        s.link = `${LAB}&lock=model`;
        s.goal.conditions[0].measure = 'next the king';
      },
      'next the king',
      'otherModel',
    ],
    [
      'a measure of another page',
      (s) => {
        s.goal.conditions[0].measure = 'accuracy frozen';
      },
      'accuracy frozen',
      'otherPage',
    ],
    [
      'a goal that is hidden',
      (s) => {
        s.link = `${LAB}&hide=analogy`;
      },
      'analogy-place',
      'hidesGoal',
    ],
    [
      'no button to train',
      (s) => {
        s.link = `${LAB}&hide=train`;
      },
      '"link"',
      'hidesTraining',
    ],
    [
      'a goal that is locked away',
      (s) => {
        s.link = `${LAB}&size=32&lock=size`;
      },
      '"atMost": 12',
      'lockedGoal',
    ],
    [
      'a setting that does not exist',
      (s) => {
        s.link = `${LAB}&size=many`;
      },
      '"link"',
      'linkKeys',
    ],
    [
      'a link that was cut',
      (s) => {
        s.link = `${LAB}&sum=0000`;
      },
      '"link"',
      'linkCut',
    ],
    [
      'an option that cannot come out',
      (s) => {
        delete s.predict.options[0].is;
      },
      '"Three"',
      'noLimit',
    ],
    [
      'two right options',
      (s) => {
        delete s.predict.outcome;
        for (const o of s.predict.options) o.right = true;
      },
      '"options"',
      'oneRight',
    ],
    [
      'a word asked for, and nothing to compare it with',
      (s) => {
        s.predict = { question: 'Who?', asks: 'word' };
      },
      '"predict"',
      'noOutcome',
    ],
  ];
  it.each(wrong)('%s', async (_, change, part, kind) => {
    const text = written((lesson) => change(lesson.steps[0]));
    const told = await faultsOf(text);
    expect(told.map((one) => one.split(' ')[1])).toContain(kind);
    const lines = told.filter((one) => one.endsWith(` ${kind}`)).map(Number.parseFloat);
    const near = lines.map((at) => Math.abs(at - line(part, text)));
    expect(Math.min(...near)).toBeLessThanOrEqual(2); // of the value, or of the object that holds it
  });
});
