// @vitest-environment jsdom
/** The states of a chapter: asking, training, outcome; stopped, failed, guessed again. */
import { expect, it, vi } from 'vitest';
import { Chapter } from '../../../web/src/story/chapter.js';

vi.stubGlobal('matchMedia', () => ({ matches: true })); // reduced motion: the end at once

/** Keeps what a chapter remembers. */
function memory() {
  /** @type {Record<string, object>} */
  const kept = {};
  return {
    kept,
    progress: {
      seen: (/** @type {string} */ id) => kept[id] ?? {},
      remember: (/** @type {string} */ id, /** @type {object} */ more) => {
        kept[id] = { ...kept[id], ...more };
      },
      forget: (/** @type {string | undefined} */ id) => {
        delete kept[id ?? ''];
      },
    },
  };
}

/** A chapter whose training ends when it is told to. @param {Partial<import('../../../web/src/story/types.js').Run>} [more] */
function chapterWith(more = {}) {
  const close = vi.fn(async () => {});
  const run = { model: { close }, hash: '0123456789abcdef', seconds: 1, epochs: 3 };
  /** @type {(() => void)[]} */
  const ends = [];
  const { kept, progress } = memory();
  const chapter = new Chapter({
    id: 'toy',
    run: {
      train: (context) =>
        new Promise((resolve, reject) => {
          context.onFrame?.('untrained');
          context.signal?.addEventListener('abort', () => reject(new Error('aborted')));
          ends.push(() => resolve({ frames: ['untrained', 'trained'], run }));
        }),
      conclude: async () => ({ value: 'b', numbers: { x: '0.71' } }),
      check: async (choice) => ({ value: choice === 'yes' ? 'yes' : 'no' }),
      ...more,
    },
    context: { api: /** @type {any} any: not used */ ({}), language: 'en', seed: 1 },
    progress: /** @type {any} any: as kept above */ (progress),
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { chapter, kept, ends, close, settle };
}

it('trains before the guess, and tells nothing until then', async () => {
  const { chapter, ends, settle, kept } = chapterWith();
  void chapter.prepare();
  expect(chapter.view.frame).toBe('untrained');
  ends[0]();
  await settle();
  expect(chapter.phase).toBe('asking');
  expect(chapter.view).toMatchObject({ outcome: null, frame: 'untrained' });
  chapter.choose('a');
  expect(chapter.phase).toBe('outcome');
  expect(chapter.view).toMatchObject({ guess: 'a', frame: 'trained', outcome: { value: 'b' } });
  expect(kept.toy).toMatchObject({ guess: 'a', outcome: 'b', hash: '0123456789abcdef', seed: 1 });
});

it('a training that a guess waits for can be stopped, and begun again', async () => {
  const { chapter, ends, settle, kept } = chapterWith();
  chapter.choose('a');
  expect(chapter.phase).toBe('training');
  chapter.stop();
  await settle();
  expect(chapter.phase).toBe('asking');
  expect(chapter.error).toBeNull();
  expect(kept.toy).toBeUndefined();
  chapter.choose('b');
  ends[1]();
  await settle();
  expect(chapter.phase).toBe('outcome');
});

it('a failure can be tried again', async () => {
  let broken = true;
  const { chapter, ends, settle } = chapterWith({
    conclude: async () => {
      if (broken) throw new Error('no memory');
      return { value: 'b' };
    },
  });
  chapter.choose('');
  ends[0]();
  await settle();
  expect(chapter.phase).toBe('failed');
  broken = false;
  const again = chapter.again();
  await settle();
  ends[1]();
  await again;
  expect(chapter.phase).toBe('outcome');
});

it('guessing again forgets the guess, not the training', async () => {
  const { chapter, ends, settle, kept } = chapterWith();
  chapter.choose('a');
  ends[0]();
  await settle();
  await chapter.decide('yes');
  expect(chapter.view.checked?.value).toBe('yes');
  expect(kept.toy).toMatchObject({ check: 'yes', checked: true });
  chapter.choose(null);
  expect(chapter.phase).toBe('asking');
  expect(kept.toy).toBeUndefined();
  chapter.choose('b');
  expect(chapter.phase).toBe('outcome');
  expect(ends).toHaveLength(1);
});
