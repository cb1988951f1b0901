/** What a demo tells the page around it. */
import { expect, it } from 'vitest';
import { changedLink } from '../../../web/src/embed/changed-link.js';
import { partnerIn } from '../../../web/src/embed/partner.js';
import { Reporter } from '../../../web/src/embed/reporter.js';

/** A demo whose status can be changed, and what was heard of it. */
function demoWith(/** @type {object} */ first) {
  const element = document.createElement('div');
  const reporter = new Reporter(element);
  /** @type {[string, unknown][]} */
  const heard = [];
  for (const name of ['progress', 'trained', 'answer', 'error']) {
    element.addEventListener(`preformer-${name}`, (event) =>
      heard.push([name, /** @type {CustomEvent} */ (event).detail]),
    );
  }
  const look = (/** @type {object} */ status) =>
    reporter.look(
      /** @type {import('../../../web/src/embed/demos/types.js').Running} */ (
        /** @type {unknown} */ ({ status: () => ({ ...first, ...status }) })
      ),
    );
  return { heard, look };
}

const REST = {
  running: false,
  finished: false,
  progress: 0,
  loss: 1,
  hash: undefined,
  error: null,
};

it('tells hash and report once per training', () => {
  const { heard, look } = demoWith(REST);
  const report = { epochLoss: 1.5 };
  look({ running: true, progress: 0.5 });
  look({ finished: true, hash: 'ab', report });
  look({ finished: true, hash: 'ab', report });
  expect(heard).toEqual([
    ['progress', { progress: 0.5, loss: 1 }],
    ['trained', { hash: 'ab', report }],
  ]);
});

it('tells an answer when it is there, and again when it is another', () => {
  const { heard, look } = demoWith(REST);
  const nearest = (/** @type {string} */ word) => ({
    nearest: { words: ['king'], items: [{ word }] },
  });
  look({ running: true, answers: nearest('palace') }); // changes all the time
  heard.length = 0;
  look({ answers: { ...nearest('queen'), odd: null } });
  look({ answers: nearest('queen') });
  look({ answers: nearest('prince') });
  expect(heard).toEqual([
    ['answer', { question: 'nearest', words: ['king'], items: [{ word: 'queen' }] }],
    ['answer', { question: 'nearest', words: ['king'], items: [{ word: 'prince' }] }],
  ]);
});

it('a frame talks to the origin in its address only', () => {
  expect(partnerIn('?origin=https://school.example/course/', true)).toBe('https://school.example');
  expect(partnerIn('?origin=https://school.example', false)).toBe('');
  for (const bad of ['', '?origin=', '?origin=*', '?origin=null', '?origin=data:,x']) {
    expect(partnerIn(bad, true)).toBe('');
  }
});

it('a link with other fields has no promise of the old run', () => {
  expect(
    changedLink('#v=1&sum=ab12&model=cbow&hash=0f&words=1a', { size: 16, nearest: '国王' }),
  ).toBe('#v=1&model=cbow&size=16&nearest=%E5%9B%BD%E7%8E%8B');
  expect(changedLink('', { model: null })).toBe('#v=1');
});
